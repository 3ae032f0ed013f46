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
from typing import Any

from graph.docstrings import docstring
from graph.network.questions import QUESTIONS, SUBJECTS

ABOUT_QUESTIONS = """\
# Questions

What can be asked of a network by name, in Python (`graph.questions`) and in a shell (`evidence-graph ask`), written
from the questions themselves by `python -m graph.network.documentation`. A claim is *sourced* where a reference
supports or qualifies it; all states of a claim are in [the files](format.md#words). The tests run the examples on the
sample.
"""

ASKED = re.compile(r'"(?:cause|claim|reference):([^"]+)"')


@dataclass(frozen=True, slots=True)
class Documented:
    """A question, what is to be known about its answer, its example, and the kinds of nodes that it asks about."""

    name: str
    title: str
    more: str
    example: str
    kinds: tuple[str, ...]

    @property
    def examples(self) -> list[str]:
        """What its example asks about, as one writes it in a shell."""
        return ASKED.findall(self.example.split("\n")[0])


def documented(name: str, question: Callable[..., Any]) -> Documented:
    """What a question says of itself."""
    title, _, rest = docstring(question).partition("\n\n")
    more, mark, example = rest.partition(">>> ")
    subject = list(inspect.signature(question).parameters)[1:]
    return Documented(name, title, more.strip(), f"{mark}{example}".strip(), SUBJECTS[subject[0]] if subject else ())


def questions_document(questions: Mapping[str, Callable[..., Any]] = QUESTIONS) -> str:
    """All questions as Markdown: a table, then each with an example."""
    known = [documented(name, question) for name, question in questions.items()]
    table = ["| question | in Python | in a shell |", "|---|---|---|", *map(question_row, known)]
    sections = (part for each in known for part in question_section(each))
    return "\n\n".join([ABOUT_QUESTIONS.strip(), "\n".join(table), *sections]) + "\n"


def question_row(known: Documented) -> str:
    """A line of the table."""
    python = known.name.replace("-", "_")
    words = " ".join([known.name, *(["|".join(known.kinds).upper().replace("|", "\\|")] if known.kinds else [])])
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
