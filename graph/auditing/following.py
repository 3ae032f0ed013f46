"""Which findings follow from another: mend the first, and the others are gone, or it has said them already.

A lost entry of the bibliography makes keys unknown, an unknown key leaves a claim without a source, and such a claim
its cause; where a cause rests on nothing, so does all that is narrower; a page without any date has no year. What
follows is shown under its root, and is not counted as a fault of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, takewhile
from operator import attrgetter

from graph.model import WIDER, Evidence, Finding, lineage
from graph.support.numbers import by_key

ByRule = Mapping[str, Sequence[Finding]]
"""Findings by the name of their rule, as most questions are about those of one."""

ENTRY_KEY = re.compile(r"@\s*[\w*+./$:-]+\s*[{(]\s*([^\s,{}()]+)")
"""How the key stands in an entry that could not be read."""

CITED_KEY = re.compile(r"""cites ('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),""")
CELL, PART_OF_CELL = re.compile(r'[^|"\t\n]+'), re.compile(r'[^|"\t\n,;()]+')
NO_BIBLIOGRAPHY = ("names the bibliography", "has not made the bibliography")
MEANT = re.compile(r"did you mean '([^']+)'\?")


def consequences(findings: Sequence[Finding], evidence: Evidence) -> dict[Finding, Finding]:
    """Each finding that follows from another, with the one that all begins with."""
    by_rule = by_key((finding.rule, finding) for finding in findings)
    unknown = unknown_keys(by_rule, evidence)
    direct = {
        **dict(keys_of_missing_bibliographies(by_rule, unknown, evidence)),
        **dict(keys_of_lost_entries(by_rule, unknown, evidence)),
        **dict(claims_of_unknown_keys(by_rule, unknown, evidence)),
        **dict(references_of_unknown_keys(by_rule)),
        **dict(years_of_undated_pages(by_rule)),
        **dict(things_of_lost_rows(findings, by_rule, evidence)),
    }
    direct = {**dict(narrower_causes(by_rule)), **direct, **dict(causes_of_claims(by_rule, direct, evidence))}
    roots: dict[Finding, Finding] = {}
    for finding in direct:
        find_root(finding, direct, roots)
    return {finding: roots[finding] for finding in direct if roots[finding] is not finding}


def find_root(finding: Finding, direct: Mapping[Finding, Finding], roots: dict[Finding, Finding]) -> None:
    """Note what a finding follows from in the end, and so for all in between: chains of causes are thousands long."""
    between = [finding]
    while (root := roots.get(between[-1])) is None and (before := direct.get(between[-1])) is not None:
        between.append(before)
    roots |= dict.fromkeys(between, root or between[-1])


def unknown_keys(by_rule: ByRule, evidence: Evidence) -> dict[tuple[str, str], Finding]:
    """The findings of unknown keys, by the claim and the key."""
    found = {}
    for subject, findings in groupby(by_rule.get("unknown-reference", ()), attrgetter("subject")):
        claim = evidence.claims[subject.partition(":")[2]]
        written = {repr(each.reference): each.reference for each in claim.citations}
        for finding in findings:
            if (cited := CITED_KEY.search(finding.message)) and cited[1] in written:
                found[claim.key, written[cited[1]]] = finding
    return found


def keys_of_missing_bibliographies(
    by_rule: ByRule, unknown: Mapping[tuple[str, str], Finding], evidence: Evidence
) -> Iterator[tuple[Finding, Finding]]:
    """Unknown keys in an article that names a bibliography which is not there."""
    articles = evidence.named("article")
    unread = by_rule.get("unread-citation", ())
    missing = [each for each in unread if any(words in each.message for words in NO_BIBLIOGRAPHY)]
    for (claim, _), finding in unknown.items():
        if missing and evidence.claims[claim].place.file in articles:
            yield finding, missing[0]


def keys_of_lost_entries(
    by_rule: ByRule, unknown: Mapping[tuple[str, str], Finding], evidence: Evidence
) -> Iterator[tuple[Finding, Finding]]:
    """Unknown keys of entries that are in the bibliography and could not be read."""
    texts = {(each.place, each.message): each.text for each in evidence.problems if each.unread}
    lost: dict[str, Finding] = {}
    for finding in by_rule.get("unparsed-entry", ()):
        for key in ENTRY_KEY.findall(texts.get((finding.place, finding.message), "")):
            lost.setdefault(key, finding)
    for (_, key), finding in unknown.items():
        if key in lost:
            yield finding, lost[key]


def claims_of_unknown_keys(
    by_rule: ByRule, unknown: Mapping[tuple[str, str], Finding], evidence: Evidence
) -> Iterator[tuple[Finding, Finding]]:
    """Claims without a source whose every key is unknown."""
    for finding in by_rule.get("uncited-claim", ()) if unknown else ():
        claim = evidence.claims[finding.subject.partition(":")[2]]
        roots = [unknown.get((claim.key, each.reference)) for each in claim.citations]
        if roots and roots[0] and all(roots):
            yield finding, roots[0]


def references_of_unknown_keys(by_rule: ByRule) -> Iterator[tuple[Finding, Finding]]:
    """References that no claim uses, but that an unknown key is a slip of."""
    meant: dict[str, Finding] = {}
    for finding in by_rule.get("unknown-reference", ()):
        if match := MEANT.search(finding.message):
            meant.setdefault(f"reference:{match[1]}", finding)
    for finding in by_rule.get("unused-reference", ()):
        if finding.subject in meant:
            yield finding, meant[finding.subject]


def years_of_undated_pages(by_rule: ByRule) -> Iterator[tuple[Finding, Finding]]:
    """Pages on the web without a year, which have no date of access either: that is wanted of them first."""
    undated = {finding.subject: finding for finding in by_rule.get("web-source-undated", ())}
    for finding in by_rule.get("missing-year", ()) if undated else ():
        if finding.subject in undated:
            yield finding, undated[finding.subject]


def causes_of_claims(
    by_rule: ByRule, direct: Mapping[Finding, Finding], evidence: Evidence
) -> Iterator[tuple[Finding, Finding]]:
    """Causes that rest on nothing, because of a claim that has no source only for another finding."""
    roots: dict[str, Finding] = {}
    for finding in direct:
        if finding.rule == "uncited-claim":
            claim = evidence.claims[finding.subject.partition(":")[2]]
            for cause in (claim.cause, *claim.involves):
                for each in takewhile(lambda name: f"cause:{name}" not in roots, lineage(cause)):  # its wider ones are
                    roots[f"cause:{each}"] = finding
    for finding in by_rule.get("cause-without-evidence", ()):
        if finding.subject in roots:
            yield finding, roots[finding.subject]


def things_of_lost_rows(
    findings: Sequence[Finding], by_rule: ByRule, evidence: Evidence
) -> Iterator[tuple[Finding, Finding]]:
    """References that no claim uses and causes that rest on nothing, where the rows that say so could not be read."""
    texts = {(each.place, each.message): each.text for each in evidence.problems if each.unread}
    torn = [(each, (each.place, each.message)) for each in by_rule.get("malformed-table", ())]
    lost = [(each, texts[what]) for each, what in torn if what in texts]
    named: dict[str, Finding] = {}
    for each, text in lost:
        for name in names_in_row(text):
            named.setdefault(name, each)
    for finding in findings if lost else ():
        if finding.rule in {"unused-reference", "cause-without-evidence"}:
            name = finding.subject.partition(":")[2]
            if root := named.get(name) if evidence.claims else lost[0][0]:
                yield finding, root


def names_in_row(text: str) -> Iterator[str]:
    """What may be the name of a reference or a cause in a row as it is written, and the wider causes of each."""
    for part in chain(CELL.findall(text), PART_OF_CELL.findall(text)):
        yield from lineage(part.strip())


def narrower_causes(by_rule: ByRule) -> Iterator[tuple[Finding, Finding]]:
    """Causes that rest on nothing, as the wider one does."""
    empty = {finding.subject: finding for finding in by_rule.get("cause-without-evidence", ())}
    for subject, finding in empty.items():
        if wider := empty.get(subject.rpartition(WIDER)[0]):
            yield finding, wider
