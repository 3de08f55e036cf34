"""Measurements, no tests: they depend on the machine. `python -m tests.benchmarks` runs them."""
