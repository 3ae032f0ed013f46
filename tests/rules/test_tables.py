"""What stands in the files themselves."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found

VALUES = "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@book{a}\n\n--- evidence.csv\nclaim_id,reference,source_quote,unit"


@pytest.mark.parametrize(
    ("example", "file", "column"),
    [
        ("@article{a, title = {Sleep in Sj?gren syndrome}}", "references.bib", "title"),
        ("@article{a, author = {MÃ¼ller, H}}", "references.bib", "author"),
        ("claim_id,cause,claim\nc1,X,In SjÃ¶gren syndrome.", "claims.csv", "claim"),
        ("claim_id,cause,claim\nc1,SjÃ¶gren,Y", "claims.csv", "cause"),
        ("claim_id,cause,claim,involves\nc1,X,Y,SjÃ¶gren", "claims.csv", "involves"),
        ("claim_id,cause,claim,section\nc1,X,Y,SjÃ¶gren", "claims.csv", "section"),
        ("claim_id,cause,claim,quote\nc1,X,Y,it&#039;s", "claims.csv", "quote"),
        ("claim_id,cause,claim,population\nc1,X,Y,men &amp; women", "claims.csv", "population"),
        ("claim_id,cause,claim,remark\nc1,X,Y,men &amp; women", "claims.csv", "remark"),
        (f"{VALUES}\nc1,a,10\u00e2\u20ac\u201c30 %,", "evidence.csv", "source_quote"),
        (f"{VALUES}\nc1,a,,Âµg", "evidence.csv", "unit"),
    ],
)
def test_garbled_text_in_every_place(example: str, file: str, column: str) -> None:
    (finding,) = findings("garbled-text", example)
    assert (finding.place.file, finding.place.column, finding.severity) == (file, column, "warning")


def test_the_cure_is_said_where_it_is_certain() -> None:
    assert found("garbled-text", "@article{a, title = {Sleep in SjÃ¶gren syndrome}}") == [
        "reference 'a': 'SjÃ¶gren' in 'title' is garbled; write 'Sjögren'"
    ]
    assert found("garbled-text", "@article{a, title = {Sleep in Sj?gren syndrome}}") == [
        "reference 'a': 'Sj?gren' in 'title' is garbled; write the letter that was lost"
    ]


def test_an_address_is_left_alone() -> None:
    assert found("garbled-text", "@article{a, title = {T}, url = {example.org?a=1&amp;b=2}}") == []
