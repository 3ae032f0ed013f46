"""What has changed between two versions of the evidence.

    changes = compare(old, new)
    changes.turned("lost")  # the claims that had a source and have none
    changes.worse  # whether there are any, or new errors

Claims and references are the same by their keys, else by their words and identifiers (`pairing`); in which order they
stand, and where, is no change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.auditing.engine import EVERYTHING_USUAL
from graph.auditing.settings import Settings
from graph.model import Evidence

if TYPE_CHECKING:
    from graph.changes.values import Changes


def compare(old: Evidence, new: Evidence, settings: Settings = EVERYTHING_USUAL) -> Changes:
    r"""What has changed from one version of the evidence to the other: claims, references, support and findings.

    The findings are those of the rules that the settings ask for.

    >>> from graph import compare, parse
    >>> header = "claim_id,cause,claim,supports\n"
    >>> old = parse("@article{a}", header + "c1,Coffee,Coffee shortens sleep.,a\n")
    >>> new = parse("@article{a}", header + "c1,Coffee,Coffee shortens sleep.,\n")
    >>> [(each.claim.key, each.before, each.after) for each in compare(old, new).turned("lost")]
    [('c1', 'supported', 'unsourced')]
    >>> bool(compare(new, new))
    False
    """
    from graph.changes.comparing import changes_between  # what else the package is for need not wait for it

    return changes_between(old, new, settings)
