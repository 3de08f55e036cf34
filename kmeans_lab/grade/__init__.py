"""Grade what students hand in, each submission locked in: `python -m kmeans_lab.grade`."""
