"""Settings of the whole test run, before anything imports NumPy."""

import os

# Two test processes share the cores. If each also starts a thread a core, OpenMP's threads wait
# for one another in a busy loop, and the run takes twice as long. Kernels of notebooks inherit it.
os.environ.setdefault("OMP_NUM_THREADS", "1")

pytest_plugins = ["nbval_use"]  # in tools/
