from __future__ import annotations

from graph.auditing.given import Once
from graph.model import Evidence
from graph.reading import parse


def test_what_is_asked_twice_is_worked_out_once() -> None:
    asked = []

    def number_of_claims(evidence: Evidence) -> int:
        asked.append(evidence)
        return len(evidence.claims)

    once = Once(parse("", "claim_id,cause,claim\nc1,Coffee,It shortens sleep.\n"))
    assert (once(number_of_claims), once(number_of_claims), len(asked)) == (1, 1, 1)
