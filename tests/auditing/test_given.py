from __future__ import annotations

from dataclasses import replace

import graph
from graph.auditing.engine import support_for
from graph.auditing.given import Given, Once
from graph.model import Article, Evidence
from graph.reading import parse
from graph.support import Support

CLAIMS = "claim_id,cause,claim\nc1,Coffee,It shortens sleep.\n"


def test_what_is_asked_twice_is_worked_out_once() -> None:
    asked = []

    def number_of_claims(evidence: Evidence) -> int:
        asked.append(evidence)
        return len(evidence.claims)

    once = Once(parse("", CLAIMS))
    assert (once(number_of_claims), once(number_of_claims), len(asked)) == (1, 1, 1)


def test_what_rests_on_what_is_not_worked_out_again() -> None:
    support = Support(parse("", CLAIMS))
    assert support_for(support.evidence, support) is support


def test_what_an_audit_has_worked_out_is_of_the_same_evidence_of_another_article() -> None:
    evidence = parse("", CLAIMS)
    report = graph.audit(evidence)
    assert support_for(replace(evidence, article=Article(title="Sleep")), report.support) is report.support


def test_what_rests_on_what_in_other_evidence_says_nothing_of_this() -> None:
    given = Given(support=Support(graph.sample()))
    assert graph.audit(parse("", CLAIMS), given=given).findings == graph.audit(parse("", CLAIMS)).findings
