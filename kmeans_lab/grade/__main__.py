"""`python -m kmeans_lab.grade`."""

import sys

from .command import main

sys.exit(main())
