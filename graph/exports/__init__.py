"""Evidence in the formats of other programs.

    from graph import exports

    exports.export(evidence, "ris")  # the references as RIS, a text
    exports.write_export(evidence, "graphml", "network.graphml")
    exports.select(evidence, about=["Pregnancy"])  # the evidence that is left of it

A format is a function of evidence in a module of its own, and a row in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, overload

from graph.auditing.engine import audit
from graph.auditing.report import Report
from graph.collector import collector_paused
from graph.exports.bibtex import references_as_bibtex
from graph.exports.csl import references_as_csl
from graph.exports.diagrams import as_dot, as_mermaid
from graph.exports.files import tables_as_csv, tables_as_parquet
from graph.exports.networks import as_cytoscape, as_gexf, as_graphml, as_node_link
from graph.exports.ris import references_as_ris
from graph.exports.selecting import select
from graph.exports.triples import as_jsonld, as_ntriples
from graph.model import Evidence
from graph.wording import did_you_mean, listing
from graph.writing import AnyPath, write_all, write_text

__all__ = ["EXPORTS", "Content", "Export", "export", "select", "write_export"]

Content = str | Mapping[str, bytes]
"""What a format makes: a text, or several files by their names."""

InTables = Literal["csv", "parquet"]
InOneText = Literal[
    "bibtex",
    "csl",
    "ris",
    "graphml",
    "gexf",
    "node-link",
    "cytoscape",
    "dot",
    "mermaid",
    "ntriples",
    "jsonld",
]
"""The formats that make several files, and those that make a text, for checkers of types."""


@dataclass(frozen=True, slots=True)
class Export:
    """A format: what it has of the evidence, how its file ends (a folder has no ending), and what writes it.

    One that has findings is written from evidence and report, any other from evidence alone.
    """

    what: str
    suffix: str
    write: Callable[..., Content]
    has_findings: bool = False


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "bibtex": Export("the references, for BibTeX and biblatex", ".bib", references_as_bibtex),
        "csl": Export("the references as CSL JSON, for Zotero and pandoc", ".json", references_as_csl),
        "ris": Export("the references, for most reference managers", ".ris", references_as_ris),
        "csv": Export("all tables and the findings: a folder of CSV files", "", tables_as_csv, has_findings=True),
        "parquet": Export("the same as Parquet files, with typed columns", "", tables_as_parquet, has_findings=True),
        "graphml": Export("the network, for igraph, Gephi, yEd and Cytoscape", ".graphml", as_graphml),
        "gexf": Export("the network, for Gephi", ".gexf", as_gexf),
        "node-link": Export("the network as JSON, for D3 and NetworkX", ".json", as_node_link),
        "cytoscape": Export("the network, for Cytoscape and Cytoscape.js", ".cyjs", as_cytoscape),
        "dot": Export("a drawing of the network, for Graphviz", ".dot", as_dot),
        "mermaid": Export("a drawing of the network, for Markdown", ".mmd", as_mermaid),
        "ntriples": Export("what the evidence says as RDF, a statement a line", ".nt", as_ntriples),
        "jsonld": Export("what the evidence says as RDF in JSON", ".jsonld", as_jsonld),
    }
)
"""Every export by its name."""


@overload
def export(evidence: Evidence, name: InTables, report: Report | None = None) -> Mapping[str, bytes]: ...
@overload
def export(evidence: Evidence, name: InOneText, report: Report | None = None) -> str: ...
@overload
def export(evidence: Evidence, name: str, report: Report | None = None) -> Content: ...
def export(evidence: Evidence, name: str, report: Report | None = None) -> Content:
    """Evidence in the format of this name (see `EXPORTS`): a text, or the bytes of several files by their names.

    The findings, where a format has them, are those of the report, or of an audit. Raises LookupError, with a proposal,
    where there is no such format, and ImportError, with the cure, for Parquet without pyarrow.
    """
    made = export_called(name)
    with collector_paused():
        return made.write(evidence, report or audit(evidence)) if made.has_findings else made.write(evidence)


def write_export(evidence: Evidence, name: str, path: AnyPath, report: Report | None = None) -> Path:
    """Write evidence in the format of this name to a file, or several files into a folder, and return the path.

    All is written or nothing; what was there is replaced, and a folder made where there is none. Raises LookupError,
    with a proposal, where there is no such format, and OSError where it cannot be written.
    """
    content = export(evidence, name, report)
    if isinstance(content, str):
        return write_text(path, content)
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    write_all([(folder / file, data) for file, data in content.items()])
    return folder


def export_called(name: str) -> Export:
    """The format of this name; LookupError, with a proposal, where there is none."""
    if name not in EXPORTS:
        raise LookupError(
            f"no format is called {name!r}{did_you_mean(name, EXPORTS) or f'; there are {listing([*EXPORTS])}'}"
        )
    return EXPORTS[name]
