"""K-Means, written out and taught: the package behind the notebooks."""

from .datasets import get_sample_blobs_data, load_mall_customers
from .elbow import get_elbow, get_inertia_list
from .exercises import check, hint, progress, solution
from .kmeans import MyKMeans
from .plotting import default_colors, plot_clusters, plot_inertia

__all__ = [
    "MyKMeans",
    "check",
    "default_colors",
    "get_elbow",
    "get_inertia_list",
    "get_sample_blobs_data",
    "hint",
    "load_mall_customers",
    "plot_clusters",
    "plot_inertia",
    "progress",
    "solution",
]
