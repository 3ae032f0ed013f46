"""Statements of RDF as text: N-Triples and JSON-LD. Nothing is fetched to read either of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from graph.exports.rdf import BASE, PREFIXES, RDF_TYPE, Literal, Resource, stated
from graph.model import Evidence
from graph.reports.data import to_json

LAST_SHORT = 0xFFFF
"""The last character that an escape of four digits can name."""


def as_ntriples(evidence: Evidence, base: str = BASE) -> str:
    """The evidence as N-Triples: a statement a line."""
    return "".join(f"<{each.subject}> <{each.property}> {as_term(each.value)} .\n" for each in stated(evidence, base))


def as_term(value: Resource | Literal) -> str:
    """A value as N-Triples write it."""
    if isinstance(value, Resource):
        return f"<{value.iri}>"
    text = value.text.replace("\\", r"\\").replace('"', r"\"")
    plain = text if text.isprintable() else "".join(each if each.isprintable() else escaped_sign(each) for each in text)
    return f'"{plain}"' + (f"^^<{value.datatype}>" if value.datatype else "")


def escaped_sign(sign: str) -> str:
    """A character as an escape of N-Triples."""
    return f"\\u{ord(sign):04X}" if ord(sign) <= LAST_SHORT else f"\\U{ord(sign):08X}"


def as_jsonld(evidence: Evidence, base: str = BASE) -> str:
    """The evidence as JSON-LD, whose context stands in it."""
    nodes: dict[str, dict[str, Any]] = {}
    for subject, name, value in stated(evidence, base):
        node = nodes.setdefault(subject, {"@id": subject})
        if name == RDF_TYPE:
            node.setdefault("@type", []).append(compact(value[0]))
        else:
            node.setdefault(compact(name), []).append(as_json_value(value))
    graph = [{name: without_list(values) for name, values in node.items()} for node in nodes.values()]
    return to_json({"@context": dict(PREFIXES), "@graph": graph}, indent=1) + "\n"


def without_list(values: Any) -> Any:
    """The one value of a list that has no other."""
    return values[0] if isinstance(values, list) and len(values) == 1 else values


def as_json_value(value: Resource | Literal) -> Any:
    """A value as JSON-LD has it."""
    if isinstance(value, Resource):
        return {"@id": value.iri}
    return {"@value": value.text, "@type": compact(value.datatype)} if value.datatype else value.text


@lru_cache(maxsize=2**10)
def compact(iri: str) -> str:
    """The IRI of a term, written short."""
    return next(
        (f"{prefix}:{iri.removeprefix(space)}" for prefix, space in PREFIXES.items() if iri.startswith(space)), iri
    )
