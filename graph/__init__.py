"""See which claims rest on which references, and which rest on nothing.

>>> import graph
>>> evidence = graph.sample()  # or graph.read("data/references.bib", "data/claims.csv")
>>> network = graph.build_network(evidence)
>>> graph.questions.rests_on(network, "Pregnancy")
['reference:gupta2015']
>>> report = graph.audit(evidence)
>>> page = graph.write_page(evidence, "evidence.html")

- `read`, `parse`, `sample`: files or texts become `Evidence`, which has each `Reference`, `Claim`, `Citation` and
  `Cause`, and a `Problem` for whatever could not be read as meant.
- `build_network`, `questions`, `summarize`: a graph of NetworkX, and what it can be asked by name.
- `audit`: a `Report` of each `Finding` of the `RULES`, as `Settings` choose them, with what is `Given` beside the
  evidence.
- `frames`, `exports`: data frames, and the formats of other programs.
- `write_page`, `explore`, `draw`: the page, in a file or in a notebook, and a drawing of one cause.
- `compare`: what has changed between two versions.
- `support`, `map`: what rests on what, and drawings, for those who need more of them.

docs/python.md goes through all of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph import exports, questions
    from graph.auditing.engine import audit
    from graph.auditing.given import Given
    from graph.auditing.report import Report
    from graph.auditing.rule import Rule
    from graph.auditing.settings import Settings
    from graph.changes import compare
    from graph.displays.explorer import explore
    from graph.displays.summaries import summarize
    from graph.exports.frames import frames
    from graph.map import draw
    from graph.model import Article, Cause, Citation, Claim, Evidence, Finding, Place, Problem, Quantity, Reference
    from graph.network import build_network
    from graph.page import write_page
    from graph.reading import parse, read
    from graph.reading.samples import sample
    from graph.rules import RULES

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Article",
    "Cause",
    "Citation",
    "Claim",
    "Evidence",
    "Finding",
    "Given",
    "Place",
    "Problem",
    "Quantity",
    "Reference",
    "Report",
    "Rule",
    "Settings",
    "audit",
    "build_network",
    "compare",
    "draw",
    "explore",
    "exports",
    "frames",
    "parse",
    "questions",
    "read",
    "sample",
    "summarize",
    "write_page",
]

PUBLIC_MODULES = ("exports", "map", "questions", "support")
"""The modules that are public."""

PUBLIC_NAMES = {
    "graph.auditing.engine": ("audit",),
    "graph.auditing.given": ("Given",),
    "graph.auditing.report": ("Report",),
    "graph.auditing.rule": ("Rule",),
    "graph.auditing.settings": ("Settings",),
    "graph.changes": ("compare",),
    "graph.displays.explorer": ("explore",),
    "graph.displays.summaries": ("summarize",),
    "graph.exports.frames": ("frames",),
    "graph.map": ("draw",),
    "graph.model": (
        "Article",
        "Cause",
        "Citation",
        "Claim",
        "Evidence",
        "Finding",
        "Place",
        "Problem",
        "Quantity",
        "Reference",
    ),
    "graph.network": ("build_network",),
    "graph.page": ("write_page",),
    "graph.reading": ("parse", "read"),
    "graph.reading.samples": ("sample",),
    "graph.rules": ("RULES",),
}
"""The other public names, by the modules that have them."""


def __getattr__(name: str) -> Any:
    """What is public is imported when it is asked for: a command, or a notebook, needs a part of it."""
    if name in PUBLIC_MODULES:
        return import_module(f"graph.{name}")
    for module, names in PUBLIC_NAMES.items():
        if name in names:
            return globals().setdefault(name, getattr(import_module(module), name))
    raise AttributeError(f"module 'graph' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What is public."""
    return sorted({*__all__, *PUBLIC_MODULES})
