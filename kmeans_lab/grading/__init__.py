"""What `python -m kmeans_lab.grade` is made of: run submissions, each locked in on its own."""
