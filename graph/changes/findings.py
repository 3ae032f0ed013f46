"""Which findings of the audit are new and which are no more, keyed on rule and subject as in a baseline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graph.auditing.baseline import numbered
from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.model import SEVERITIES, Evidence, Finding

QUOTED_KEY = re.compile("'([^']*)'")


def found_and_gone(
    old: Evidence, new: Evidence, settings: Settings, names: Mapping[str, str]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that are no more, the worst first.

    `names` are the ids of claims and references that have another one now.
    """
    was = marked_findings(findings_of(old, settings), names)
    now = marked_findings(findings_of(new, settings), {})
    found = [finding for mark, finding in now.items() if mark not in was]
    gone = [finding for mark, finding in was.items() if mark not in now]
    return sorted(found, key=worst_first), sorted(gone, key=worst_first)


def findings_of(evidence: Evidence, settings: Settings) -> tuple[Finding, ...]:
    """What the audit finds in one version; a cause that the settings excuse may be in the other one only."""
    causes = {name: words for name, words in settings.causes.items() if name in evidence.causes}
    return audit(evidence, replace(settings, causes=causes)).findings


def marked_findings(findings: tuple[Finding, ...], names: Mapping[str, str]) -> dict[str, Finding]:
    """Findings by what identifies them, where keys are those that claims and references have now."""
    ordered = sorted(((as_called_now(each, names), each) for each in findings), key=lambda pair: worst_first(pair[0]))
    marks = numbered(each for each, _ in ordered)
    return {mark: finding for (mark, _), (_, finding) in zip(marks, ordered, strict=True)}


def as_called_now(finding: Finding, names: Mapping[str, str]) -> Finding:
    """A finding as it would be of what is called otherwise now."""
    if not names:
        return finding
    keys = {old.partition(":")[2]: new.partition(":")[2] for old, new in names.items()}
    message = QUOTED_KEY.sub(lambda match: f"'{keys.get(match[1], match[1])}'", finding.message)
    return replace(finding, subject=names.get(finding.subject, finding.subject), message=message)


def worst_first(finding: Finding) -> tuple[int, str, str, str]:
    """What findings are sorted by; not by their places, as rows move."""
    return SEVERITIES.index(finding.severity), finding.code, finding.subject, finding.message
