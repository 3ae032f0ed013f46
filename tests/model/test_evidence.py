"""All that was read: it can be handed on, copied and compared."""

from __future__ import annotations

import copy
import pickle

from tests.examples import sample


def test_evidence_is_the_same_after_a_way_through_another_process() -> None:
    assert pickle.loads(pickle.dumps(sample())) == sample()  # noqa: S301 - made in this line


def test_evidence_is_the_same_when_copied_whole() -> None:
    assert copy.deepcopy(sample()) == sample()


def test_claims_and_references_make_sets() -> None:
    one, other = sample(), sample()
    assert {*one.claims.values()} == {*other.claims.values()}
    assert {*one.references.values()} == {*other.references.values()}
