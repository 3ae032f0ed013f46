"""The audit's own exceptions."""

from __future__ import annotations

import pytest

from tests.rules.running import found


def excused(noqa: str, source: str = "") -> str:
    return f"claim_id,cause,claim,supports,noqa\nc1,X,Y,{source},{noqa}\n\n@book{{a}}"


@pytest.mark.parametrize(
    ("noqa", "source", "number"),
    [
        ("uncited-claim: why", "", 0),
        ("uncited-claim: why", "a", 1),
        ("CLM001: why", "a", 1),
        ("compound-claim: a preview that is not run", "a", 0),
    ],
)
def test_a_suppression_that_suppresses_nothing(noqa: str, source: str, number: int) -> None:
    assert len(found("unused-suppression", excused(noqa, source))) == number


@pytest.mark.parametrize(
    ("rule", "cure"), [("uncited-clam", "; did you mean 'uncited-claim'?"), ("zzz", "; name a code or a rule")]
)
def test_what_an_unknown_suppression_may_have_meant(rule: str, cure: str) -> None:
    (message,) = found("unknown-suppression", excused(f"{rule}: why"))
    assert message == f"claim 'c1' suppresses {rule!r}, which is no rule{cure}"


@pytest.mark.parametrize(("code", "number"), [("CLM001", 1), ("CLM011", 0)])
def test_a_baseline_is_stale_only_in_what_is_checked(code: str, number: int) -> None:
    known = f'{{"fingerprint": "0123456789abcdef", "code": "{code}", "message": "M"}}'
    assert len(found("stale-baseline", f"{excused('', 'a')}\n\n--- baseline.json\n[{known}]")) == number
