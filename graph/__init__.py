"""See which claims rest on which references, and which rest on nothing.

>>> import graph
>>> evidence = graph.read("data/references.bib", "data/claims.csv")
>>> network = graph.build_network(evidence)
>>> graph.questions.rests_on(network, "cause:Pregnancy")
['reference:gupta2015']
>>> report = graph.audit(evidence)
>>> page = graph.write_page(evidence, "evidence.html")
"""

from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.report import Report
from graph.auditing.rule import Rule
from graph.auditing.settings import Settings
from graph.changes import compare
from graph.model import Article, Cause, Citation, Claim, Evidence, Finding, Place, Problem, Quantity, Reference
from graph.network import build_network, questions
from graph.page import write_page
from graph.reading import parse, read
from graph.rules import RULES

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
    "parse",
    "questions",
    "read",
    "write_page",
]
