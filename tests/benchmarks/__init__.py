"""Measurements: not tests, for they depend on the machine. `python -m tests.benchmarks` runs them."""
