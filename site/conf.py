"""How Sphinx builds the site. The pages that it reads are written by tools/make_site.py."""

import re
import sys
from pathlib import Path

from docutils import nodes
from latex2mathml.converter import convert

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
from place import find_place

project = "kmeans-lab"
html_title = "kmeans-lab"
html_copyright = html_show_copyright = html_show_sphinx = False
language = "en"
root_doc = "index"
extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx.ext.githubpages",
]

# Stored outputs only.
nb_execution_mode = "off"
nb_code_prompt_show = nb_code_prompt_hide = "The setup cell"  # no other is folded
myst_enable_extensions = ["attrs_inline", "colon_fence", "dollarmath"]
myst_heading_anchors = 3

# Docstrings are numpydoc, and `a name` in them is code.
napoleon_google_docstring = False
napoleon_use_ivar = True
napoleon_use_param = napoleon_use_rtype = False  # a type is prose, its words are no links
default_role = "literal"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_default_options = {"no-value": True}  # the repr of a function holds its address

html_math_renderer = "mathml"
html_copy_source = False
html_theme = "sphinx_book_theme"
html_favicon = "_static/favicon.svg"
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system is
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_theme_options = {
    "repository_url": f"https://github.com/{find_place().repository}",
    "navbar_persistent": [],  # or a second search field, in a header of its own
    "use_repository_button": True,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "home_page_in_toc": False,
    "footer_content_items": [],  # or "By Author name not set"
    "show_toc_level": 2,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}


def write_formula(display):
    """Return a visitor that writes a formula as MathML, which browsers and readers know."""

    def write(translator, node):
        translator.body.append(convert(node.astext(), display=display))
        raise nodes.SkipNode

    return write


def give_alt(app, doctree):
    """Give the pictures of every cell the alternative texts that its metadata hold."""
    for cell in doctree.findall(nodes.container):
        alts = cell.get("cell_metadata", {}).get("alt", [])
        for picture, alt in zip(cell.findall(nodes.image), alts):
            picture["alt"] = alt


def keep_bars(app, what, name, thing, options, lines):
    """Keep the bars of |x|, which mean a length here and a substitution in reStructuredText."""
    lines[:] = [re.sub(r"(`+[^`]*`+)|\|", lambda found: found[1] or r"\|", line) for line in lines]


def leave_out(app, what, name, thing, skip, options):
    """Leave out the methods that scikit-learn gives every estimator for metadata routing."""
    return True if name.startswith("set_") and name.endswith("_request") else None


def setup(app):
    app.add_html_math_renderer(
        "mathml",
        inline_renderers=(write_formula("inline"), None),
        block_renderers=(write_formula("block"), None),
    )
    app.connect("doctree-read", give_alt)
    app.connect("autodoc-process-docstring", keep_bars)
    app.connect("autodoc-skip-member", leave_out)
