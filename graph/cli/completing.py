"""Keys, ids and names of causes completed in a shell, from the files that a command would read.

`eval "$(_EVIDENCE_GRAPH_COMPLETE=bash_source evidence-graph)"` switches it on; click makes the scripts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Any

import click

from graph.cli.options import load
from graph.model import Evidence
from graph.reading.limits import USUAL_LIMITS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Called(click.types.StringParamType):
    """What a claim, reference or cause is called."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = kinds

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG002 - click hands over all three
        """The names that begin so, in any case; none where the files cannot be read."""
        from click.shell_completion import CompletionItem

        begun = incomplete.casefold()
        return [
            CompletionItem(name)
            for name in names_to_complete(ctx.params, self.kinds)
            if name.casefold().startswith(begun)
        ]


def names_to_complete(options: Mapping[str, Any], kinds: Sequence[str]) -> list[str]:
    """The names of these kinds in the files that the options name, each once; what is wrong there is not said."""
    given = {name: options.get(name) for name in ("data", "references", "claims", "values")}
    try:
        with redirect_stderr(io.StringIO()):
            files = given["references"] or (), given["claims"] or (), given["values"]
            evidence = load(given["data"] or "data", *files, USUAL_LIMITS)
    except Exception:  # noqa: BLE001 - whoever presses a key is told nothing; the command itself says what is wrong
        return []
    return list(dict.fromkeys(called_in(evidence, kinds)))


def called_in(evidence: Evidence, kinds: Sequence[str]) -> Iterator[str]:
    """What the nodes of these kinds are called in full."""
    tables: Mapping[str, Mapping[str, object]] = {
        "cause": evidence.causes,
        "claim": evidence.claims,
        "reference": evidence.references,
    }
    return (name for kind in kinds for name in tables[kind] if name.isprintable())
