"""Every notebook keeps the form of the series. (That it runs is tested by nbval.)"""

import ast
import re

import jupytext
import nbformat
import pytest

import make_notebooks as tool
from kmeans_lab.exercises import solution_source
from tests.project import NOTEBOOKS, ROOT

LARGEST = 1_500_000  # bytes; GitHub does not render a larger notebook in full

pytestmark = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path, kind=None):
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if kind in (None, cell.cell_type)]


def code_lines(cell):
    return [line for line in cell.source.splitlines() if line.strip()]


def glossary_links(path):
    """Return the anchors of the links to the glossary in the text form, in order."""
    text = (tool.SOURCES / f"{path.stem}.py").read_text(encoding="utf-8")
    return re.findall(r"\]\(GLOSSARY#([^)]*)\)", text)


def glossary_anchors():
    """Return the anchors of the glossary, made from its headings as GitHub and myst make them."""
    text = (ROOT / "site" / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"^## (.+)$", text, re.M)
    return [re.sub(r"[^\w -]", "", word.lower()).replace(" ", "-") for word in words]


def headings(path):
    return [
        (len(marks), text)
        for cell in cells(path, "markdown")
        for marks, text in re.findall(r"^(#+) (.+)$", cell.source, re.M)
    ]


def test_notebook_is_what_its_text_makes(path):
    source = tool.SOURCES / f"{path.stem}.py"
    fresh = tool.from_text(source)
    stored = nbformat.read(path, as_version=4)
    assert stored.metadata == fresh.metadata
    assert [(c.id, c.cell_type, c.source, c.metadata) for c in stored.cells] == [
        (c.id, c.cell_type, c.source, c.metadata) for c in fresh.cells
    ], "run: make notebooks"


def test_text_can_be_made_from_the_notebook(path):
    source = tool.SOURCES / f"{path.stem}.py"
    assert tool.to_text(nbformat.read(path, as_version=4)) == source.read_text(encoding="utf-8"), (
        "run: make notebooks, or make sync if you have edited the notebook"
    )


def test_headings_form_an_outline(path):
    levels = [level for level, _ in headings(path)]
    assert levels[0] == 1 and levels.count(1) == 1, "one title, at the top"
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:])), "no level is skipped"


def test_opens_and_closes_as_every_notebook_does(path):
    first = cells(path)[0].source
    for word in ("After this notebook you can", "**Time:**", "**Know first:**"):
        assert word in first, f"the first cell says {word!r}"
    assert [text for _, text in headings(path)][-2:] == ["What to remember", "Where next"], (
        "these are the last two headings: put a new section before them"
    )
    assert "setup" in cells(path, "code")[0].metadata.get("tags", []), (
        "the first code cell has the tag setup"
    )


def test_colab_badge_opens_this_very_notebook(path):
    here = f"{tool.PLACE.repository}/blob/{tool.PLACE.ref}/notebooks"
    link = f"https://colab.research.google.com/github/{here}/{path.name}"
    assert f"]({link})" in cells(path)[0].source, f"the first cell links to {link}"


def test_colabs_assistant_writes_no_answer(path):
    assert nbformat.read(path, as_version=4).metadata.colab == {"generative_ai_disabled": True}


def test_links_within_the_series_lead_somewhere(path):
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    for target in re.findall(r"\]\((?!https?://|#)([^)]+)\)", text):
        assert (path.parent / target.split("#")[0]).exists(), (
            f"a link to {target}, which is not there"
        )


def test_links_to_the_glossary_lead_to_a_word_of_it(path):
    anchors = glossary_anchors()
    assert len(set(anchors)) == len(anchors), "or GitHub numbers them"
    unknown = set(glossary_links(path)) - set(anchors)
    assert not unknown, "site/glossary.md has no such words"


def test_the_glossary_is_at_hand_but_no_word_is_linked_twice(path):
    links = glossary_links(path)
    assert len(links) >= 4, "at least four words are linked to the glossary"
    assert len(set(links)) == len(links), "a word is linked where it comes first, and not again"


def test_links_to_the_glossary_have_the_short_form(path):
    text = (tool.SOURCES / f"{path.stem}.py").read_text(encoding="utf-8")
    assert "glossary.md" not in text and text.count("GLOSSARY") == len(glossary_links(path)), (
        "write [word](GLOSSARY#word)"
    )


def test_text_and_code_alternate(path):
    kinds = "".join(cell.cell_type[0] for cell in cells(path))
    assert "cccc" not in kinds, "at most three code cells in a row"


def test_code_cells_are_worth_reading(path):
    for cell in cells(path, "code"):
        assert 0 < len(code_lines(cell)) <= 30, f"1 to 30 lines of code: {cell.source}"
        assert all(
            len(line) <= 79 for line in cell.source.splitlines() if "https://" not in line
        ), f"at most 79 columns: {cell.source}"
        assert not cell.source.endswith(";"), "under nbval a semicolon silences nothing"


def test_every_section_asks_before_it_answers(path):
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    assert len(re.findall(r"\*\*Predict first:\*\*", text)) >= 3, (
        "at least three questions, each beginning with **Predict first:**"
    )
    assert sum(text.startswith("Exercise") for _, text in headings(path)) >= 2, (
        "at least two headings that begin with Exercise"
    )
    assert text.count("<details>") == text.count("</details>") == text.count("</summary>") >= 1, (
        "at least one answer to fold out, and each <details> has its </summary> and </details>"
    )


def test_every_picture_says_what_it_shows(path):
    for cell in cells(path, "code"):
        for output in cell.outputs:
            if "image/png" in output.get("data", {}):
                assert len(output.metadata["image/png"]["alt"]) >= 30, (
                    f"an alt text of at least 30 characters: {cell.source}"
                )


def test_outputs_are_complete_and_clean(path):
    code = cells(path, "code")
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1)), (
        "every cell has run once, in order: make notebooks"
    )
    for cell in code:
        for output in cell.outputs:
            assert output.output_type != "error" and output.get("name") != "stderr"
            assert not re.search(
                r" at 0x[0-9a-f]+|np\.(float|int)\d+\(|/(home|root|tmp|Users)/", str(output)
            ), cell.source


def test_opens_quickly(path):
    assert path.stat().st_size < LARGEST, f"less than {LARGEST} bytes: fewer or smaller pictures"


def test_no_answer_is_leaked(path):
    """A line of an answer that is long enough to be one stands nowhere in the notebook."""

    def squeeze(text):
        return re.sub(r"\s", "", text)

    notebook = squeeze("\n".join(str(cell) for cell in cells(path)))
    asked = re.findall(
        r"^(\w+) = check\(\1", "\n".join(cell.source for cell in cells(path, "code")), re.M
    )
    for name in asked:
        function = ast.parse(solution_source(name)).body[0]
        body = "\n".join(map(ast.unparse, function.body[1:]))
        for line in body.splitlines():
            if len(squeeze(line)) >= 25:
                assert squeeze(line) not in notebook, f"{name}: {line}"


def test_source_is_plain_percent_format(path):
    text = (tool.SOURCES / f"{path.stem}.py").read_text(encoding="utf-8")
    assert text.startswith("# %% [markdown]\n"), "no header: versions would change it"
    assert "\t" not in text and jupytext.reads(text, fmt="py:percent").cells, "no tabs"
