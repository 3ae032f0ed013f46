"""The questions as a document: `python -m graph.network.documentation > docs/questions.md` writes it anew.

A question's docstring is its documentation everywhere: the question, what is to be known about its answer, and an
example, which the tests run on the sample.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.docstrings import docstring
from graph.network.questions import QUESTIONS, SUBJECTS

ABOUT_QUESTIONS = """\
# Questions

What can be asked of a network by name, in Python (`graph.questions`) and in a shell (`evidence-graph ask`), written
from the questions themselves by `python -m graph.network.documentation`. A claim is *sourced* where a reference
supports or qualifies it; all states of a claim are in [the files](format.md#words). The tests run the examples on the
sample.
"""

ASKED = re.compile(r'\(network((?:, "[^"]+")+)\)')


class Asked(NamedTuple):
    """What a question asks about: its parameter, the kinds of nodes that it may be, and whether it must be given."""

    name: str
    kinds: tuple[str, ...]
    needed: bool

    @property
    def word(self) -> str:
        """What stands for it in the shell: CAUSE, CAUSE|CLAIM, and in brackets where it may be left out."""
        word = "|".join(self.kinds).upper()
        return word if self.needed else f"[{word}]"


@dataclass(frozen=True, slots=True)
class Documented:
    """A question, what is to be known about its answer, its example, and what it asks about."""

    name: str
    title: str
    more: str
    example: str
    subjects: tuple[Asked, ...]

    @property
    def examples(self) -> list[str]:
        """What its example asks about, as one writes it in a shell."""
        asked = ASKED.search(self.example.split("\n")[0])
        return re.findall(r'"([^"]+)"', asked[1]) if asked else []


def documented(name: str, question: Callable[..., Any]) -> Documented:
    """What a question says of itself."""
    title, _, rest = docstring(question).partition("\n\n")
    more, mark, example = rest.partition(">>> ")
    _, *parameters = inspect.signature(question).parameters.values()
    subjects = (Asked(each.name, SUBJECTS[each.name], each.default is each.empty) for each in parameters)
    return Documented(name, title, more.strip(), f"{mark}{example}".strip(), tuple(subjects))


def questions_document(questions: Mapping[str, Callable[..., Any]] = QUESTIONS) -> str:
    """All questions as Markdown: a table, then each with an example."""
    known = [documented(name, question) for name, question in questions.items()]
    table = ["| question | in Python | in a shell |", "|---|---|---|", *map(question_row, known)]
    sections = (part for each in known for part in question_section(each))
    return "\n\n".join([ABOUT_QUESTIONS.strip(), "\n".join(table), *sections]) + "\n"


def question_row(known: Documented) -> str:
    """A line of the table."""
    python = known.name.replace("-", "_")
    words = " ".join([known.name, *(subject.word.replace("|", "\\|") for subject in known.subjects)])
    return f"| {known.title} | [`{python}`](#{known.name}) | `ask {words}` |"


def question_section(known: Documented) -> Iterator[str]:
    """One question."""
    yield f"## {known.name}"
    yield known.title
    yield known.more
    yield f"```python\n{known.example}\n```"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(questions_document())
