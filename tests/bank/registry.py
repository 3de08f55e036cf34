"""Where the answers of the bank are entered."""

from dataclasses import dataclass

WRONG, RIGHT = [], []


@dataclass(frozen=True)
class Entry:
    """One answer: to which exercise, what must be recognised, the student's code."""

    exercise: str
    key: str
    answer: object

    def __str__(self):
        return f"{self.exercise}-{self.answer.__name__}"


def wrong(exercise, key):
    """Enter a wrong answer, with the keys of its mistakes, joined by " + "."""

    def enter(answer):
        WRONG.append(Entry(exercise, key, answer))
        return answer

    return enter


def right(exercise, remark=""):
    """Enter a right answer; `remark` is a piece of the remark that it deserves."""

    def enter(answer):
        RIGHT.append(Entry(exercise, remark, answer))
        return answer

    return enter
