"""What a check says: the feedback, as plain text and as a card in a notebook."""

import html
import re
import sys
from dataclasses import dataclass

from .sandbox import running_shell

SYMBOLS = {"passed": "✓", "wrong": "✗", "untouched": "○", "info": "→"}
COLOURS = {"passed": "#2e9e5b", "wrong": "#d0661b", "untouched": "#808890", "info": "#3b82c4"}
PRE = '<pre style="margin: 0.1em 0 0 1em;">{}</pre>'
STRESSED = re.compile(r"(?<![\w*])\*(\w[\w ]*)\*(?![\w*])")
PRINTED_LINES = 8
TITLES = {"passed": "passed", "wrong": "not right yet", "untouched": "not attempted yet"}


@dataclass(frozen=True, repr=False)
class Card:
    """A short message with a title, shown as text or, in a notebook, as HTML.

    Attributes
    ----------
    title : str
        What it is about, in a few words.
    message : str
        What to say.
    pieces : tuple of (str, str)
        Headed pieces of code or numbers, shown as they are.
    state : str
        A key of `SYMBOLS`.
    folded : tuple of (str, str)
        Headed pieces to open by hand; of these, text shows the head alone.
    picture : str
        HTML that a notebook shows below all that.
    """

    title: str
    message: str
    pieces: tuple = ()
    state: str = "info"
    folded: tuple = ()
    picture: str = ""

    def __str__(self):
        lines = [f"{SYMBOLS[self.state]} {self.title}"]
        lines += [paragraph for paragraph in self.message.split("\n") if paragraph]
        for head, text in self.pieces:
            lines += [f"{head}:", *("    " + line for line in text.split("\n"))]
        lines += [head for head, _ in self.folded]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self):
        """Return the card as HTML: words and a symbol, the colour only adds to them."""
        parts = [f"<p><strong>{SYMBOLS[self.state]} {html.escape(self.title)}</strong></p>"]
        parts += [f"<p>{_rich(line)}</p>" for line in self.message.split("\n") if line]
        for head, text in self.pieces:
            parts.append(f'<p style="margin: 0.6em 0 0;"><em>{html.escape(head)}</em></p>')
            parts.append(PRE.format(html.escape(text)))
        for head, text in self.folded:
            parts.append(f"<details><summary>{html.escape(head)}</summary>")
            parts.append(f"{PRE.format(html.escape(text))}</details>")
        if self.picture:
            parts.append(f'<div style="margin: 0.6em 0 0.3em;">{self.picture}</div>')
        style = f"border-left: 5px solid {COLOURS[self.state]}; padding: 0.1em 0.9em;"
        return f'<div role="note" style="{style}">{"".join(parts)}</div>'

    def show(self):
        """Display the card in a notebook, print it elsewhere."""
        if running_shell() is not None:
            from IPython.display import display

            display(self)
            return
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        print(str(self).encode(encoding, "replace").decode(encoding))


def _rich(text):
    """Escape a line; what stands between backticks becomes code, *so* is stressed."""
    pieces = html.escape(text, quote=False).split("`")
    if len(pieces) % 2 == 0:
        return "`".join(pieces)
    return "".join(
        f"<code>{p}</code>" if i % 2 else STRESSED.sub(r"<em>\1</em>", p)
        for i, p in enumerate(pieces)
    )


@dataclass(frozen=True, repr=False)
class Feedback(Card):
    """What a check found out.

    Attributes
    ----------
    state : {"untouched", "wrong", "passed"}
        What the check found.
    name : str
        The exercise.
    message : str
        The one hint that fits, or, where it passed, why it matters.
    example, got, expected : str
        The smallest input that shows what is wrong, what came back, what should have.
    passed, total : int
        How many of how many checks it passed. There is nothing to count if untouched.
    remark : str
        What a right answer could do better.
    key, keys : str, tuple of str
        Stable names of what was recognised: the first, and all.
    """

    name: str = ""
    example: str = ""
    got: str = ""
    expected: str = ""
    passed: int = 0
    total: int = 0
    remark: str = ""
    keys: tuple = ()
    places: tuple = ()

    __repr__ = Card.__str__

    @property
    def key(self):
        """The stable name of the finding that the message is about."""
        return self.keys[0] if self.keys else ""


def feedback_card(
    state,
    name,
    message,
    title="",
    *,
    passed=0,
    total=0,
    counted=True,
    printed="",
    remark="",
    **details,
):
    """Return a Feedback with its title and pieces made from its parts."""
    count = f" ({passed} of {total} checks)" if counted and total else ""
    heads = (
        ("Smallest input that shows it", details.get("example")),
        ("Your answer", details.get("got")),
        ("Expected", details.get("expected")),
        ("Your code printed", "\n".join(printed.splitlines()[:PRINTED_LINES])),
    )
    return Feedback(
        title=f"{name}: {title or TITLES[state]}{count}",
        message="\n".join(line for line in (message, remark) if line),
        pieces=tuple((head, text) for head, text in heads if text),
        state=state,
        name=name,
        passed=passed,
        total=total,
        remark=remark,
        **details,
    )
