"""What the checker's README shows, runs and is true."""

import re

from tests.project import ROOT

TEXT = (ROOT / "kmeans_lab" / "checker" / "README.md").read_text(encoding="utf-8")


def test_the_course_of_the_readme_gives_the_card_of_the_readme(tmp_path, monkeypatch, capsys):
    course, student, test = re.findall(r"```python\n(.+?)```", TEXT, re.S)
    [card] = re.findall(r"```text\n(.+?)```", TEXT, re.S)
    assert len(course.splitlines()) <= 33
    (tmp_path / "line_course.py").write_text(course, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    names = {}
    exec("from line_course import COURSE, check\n" + student, names)
    assert capsys.readouterr().out == card
    exec(test, names)


def test_the_readme_serves_any_course():
    assert not re.search(
        r"k-?means\b(?!_lab)|cluster|centroid|label", TEXT.replace("kmeans_lab", ""), re.I
    )
