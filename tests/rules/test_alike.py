"""Claims that are alike: twice the same, the opposite, other figures."""

from __future__ import annotations

import pytest

from tests.rules.running import findings, found, in_article

HEADER = "claim_id,cause,claim,supports,low,population"


def pair(one: str, other: str, causes: tuple[str, str] = ("X", "X")) -> str:
    return f"claim_id,cause,claim\nc1,{causes[0]},{one}\nc2,{causes[1]},{other}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coffee after noon shortens sleep.", "Coffee after noon shortens sleep."),
        ("Coffee after noon shortens sleep.", "coffee after noon shortens the sleep"),
        ("Coffee after noon shortens sleep.", "Coffee after noon shortnes sleep."),
        ("Coffee is common in pregnancy.", "Coffee is very common in pregnancy."),
        ("Anaemia makes people tired.", "Anemia makes people tired."),
        ("Of 25 people 3 are tired.", "Of 25 people 3 were tired."),
        ("Fatigue is common.", "Fatiuge is common."),
    ],
)
def test_the_same_claim_twice(one: str, other: str) -> None:
    (message,) = found("repeated-claim", pair(one, other))
    assert message == "claim 'c2' says the same as 'c1' in line 2, with no source either; delete one of them"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coffee after noon shortens sleep.", "Coffee before noon shortens sleep."),
        ("Coffee shortens sleep.", "Sleep shortens coffee."),
        ("Coffee shortens sleep.", "Coffee shortnes naps."),
        ("Coffee shortens sleep.", "Coffee may shorten sleep."),
        ("Coffee is common in pregnancy.", "Coffee is not common in pregnancy."),
        ("Of 25 people 3 are tired.", "Of 25 people 4 are tired."),
        ("It affects 20.8 % of men.", "It affects 28.0 % of men."),
        ("Coffee is common in men.", "Coffee is common in women."),
        ("Arteritis makes people tired.", "Arthritis makes people tired."),
        ("?", "!"),
    ],
)
def test_two_claims_are_two(one: str, other: str) -> None:
    assert found("repeated-claim", pair(one, other)) == []


def test_one_text_about_two_causes_is_two_claims() -> None:
    assert found("repeated-claim", pair("It makes people tired.", "It makes people tired.", ("X", "Z"))) == []


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ("c1,X,Y,,26,women\nc2,X,Y,,26,women", 1),
        ("c1,X,Y,,26,women\nc2,X,Y,,,", 1),
        ("c1,X,Y,,,\nc2,X,Y,,26,women", 1),
        ("c1,X,Y,,26,women\nc2,X,Y,,17,women", 0),
        ("c1,X,Y,,26,women\nc2,X,Y,,26,men", 0),
    ],
)
def test_claims_whose_columns_differ_are_two(rows: str, number: int) -> None:
    assert len(found("repeated-claim", f"{HEADER}\n{rows}")) == number


@pytest.mark.parametrize(
    ("sources", "cure"),
    [
        (("a", "a"), "with the same sources; delete one of them"),
        (("a", "b"), "with other sources; join them in one row"),
        (("a; b", "b; a"), "with the same sources; delete one of them"),
        (("a", ""), "with other sources; join them in one row"),
    ],
)
def test_what_becomes_of_the_sources(sources: tuple[str, str], cure: str) -> None:
    example = f"{HEADER}\nc1,X,Y,{sources[0]},,\nc2,X,Y,{sources[1]},,\n\n@book{{a}}\n@book{{b}}"
    (message,) = found("repeated-claim", example)
    assert message.endswith(cure)


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("Coffee is harmful.", "Coffee is not harmful.", 1),
        ("Nobody knows.", "Nobody never knows.", 1),
        ("Coffee is harmful.", "Coffee is never not harmful.", 0),
        ("Coffee is never not without harm.", "Coffee is harm.", 1),
        ("Coffee is not harmful.", "Coffee was not harmful.", 0),
        ("Coffee is harmful.", "Tea is not harmful.", 0),
    ],
)
def test_a_claim_and_its_opposite(one: str, other: str, number: int) -> None:
    assert len(found("opposite-claims", pair(one, other))) == number


def test_an_opposite_about_another_cause_is_none() -> None:
    assert found("opposite-claims", pair("It is harmful.", "It is not harmful.", ("X", "Z"))) == []


def test_an_opposite_about_other_people_is_none() -> None:
    rows = "c1,X,It is harmful.,,,women\nc2,X,It is not harmful.,,,men"
    assert found("opposite-claims", f"{HEADER}\n{rows}") == []


FIGURES = "claim_id,cause,claim,measure,low,high,unit,population,comparator"


def figures(one: str, other: str) -> str:
    return f"{FIGURES}\nc1,Pregnancy,{one}\nc2,Pregnancy,{other}"


WOMEN = "prevalence,10,30,%,pregnant women,"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"10 to 30 % of them wake,{WOMEN}", "45 % wake,prevalence,45,,%,pregnant women,"),
        (f"10 to 30 % of them wake,{WOMEN}", "45 % of pregnant women wake,Prevalence,45,50,per cent,Pregnant women,"),
        (f"Waking: 10 to 30 %,{WOMEN}", "A study found waking in 9 %,prevalence,9,,%,pregnant women,"),
        ("26 % wake,prevalence,26,,%,,", "It was found that 27 % wake,prevalence,27,,%,,"),
    ],
)
def test_figures_that_cannot_both_be_right(one: str, other: str) -> None:
    (finding,) = findings("disagreeing-figures", figures(one, other))
    assert (finding.subject, finding.place.column) == ("claim:c2", "low")
    assert "but 'c1' in line 2 says the same of" in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"10 to 30 % wake,{WOMEN}", "25 % wake,prevalence,25,,%,pregnant women,"),
        (f"10 to 30 % wake,{WOMEN}", "30 to 40 % wake,prevalence,30,40,%,pregnant women,"),
        (f"10 to 30 % wake,{WOMEN}", "45 % wake,prevalence,45,,%,women,"),
        (f"10 to 30 % wake,{WOMEN}", "45 % wake,incidence,45,,%,pregnant women,"),
        (f"10 to 30 % wake,{WOMEN}", "45 wake,prevalence,45,,women,pregnant women,"),
        (f"10 to 30 % wake,{WOMEN}", "45 % wake,prevalence,45,,%,pregnant women,men"),
        (f"10 to 30 % wake,{WOMEN}", "45 % wake early,prevalence,45,,%,pregnant women,"),
        (f"10 to 30 % wake late,{WOMEN}", "45 % wake,prevalence,45,,%,pregnant women,"),
        ("26 % of women wake,prevalence,26,,%,,", "17 % of men wake,prevalence,17,,%,,"),
        ("26 % wake,prevalence,26,,%,,", "25.7 % wake,prevalence,25.7,,%,,"),
        ("26 to 30 % wake,prevalence,26,30,%,,", "25.7 % wake,prevalence,25.7,,%,,"),
        ("26 % wake,,26,,%,,", "17 % wake,,17,,%,,"),
        ("26 % wake,prevalence,26,,%,,", "Many wake,prevalence,,,%,,"),
    ],
)
def test_figures_that_may_both_be_right(one: str, other: str) -> None:
    assert found("disagreeing-figures", figures(one, other)) == []


def test_figures_about_another_cause_may_both_be_right() -> None:
    assert (
        found(
            "disagreeing-figures", figures(f"Y,{WOMEN}", "Y,prevalence,45,,%,pregnant women,").replace("c2,Pr", "c2,Pu")
        )
        == []
    )


def test_a_claim_is_compared_with_all_before_it() -> None:
    rows = [
        f"c{number},X,Y,prevalence,{low},{high},%,,"
        for number, (low, high) in enumerate([(10, 30), (25, 60), (50, 70), (26, 27)])
    ]
    found_in = [each.subject for each in findings("disagreeing-figures", "\n".join([FIGURES, *rows]))]
    assert found_in == ["claim:c2", "claim:c3"]


@pytest.mark.parametrize(
    "ranges",
    [
        pytest.param([(10, 30), (20, 22), (21, 40), (25, 60)], id="the one that ends first"),
        pytest.param([(10, 90), (40, 80), (20, 70), (30, 35)], id="the one that begins last"),
    ],
)
def test_a_claim_is_compared_with_the_farthest_one(ranges: list[tuple[int, int]]) -> None:
    rows = [f"c{number},X,Y,prevalence,{low},{high},%,," for number, (low, high) in enumerate(ranges)]
    assert [each.subject for each in findings("disagreeing-figures", "\n".join([FIGURES, *rows]))] == ["claim:c3"]


@pytest.mark.parametrize(
    ("with_word", "without", "number"),
    [(2, 1, 0), (3, 1, 1), (3, 12, 1), (3, 13, 0)],
)
def test_what_many_claims_speak_of_tells_no_two_of_them_apart(with_word: int, without: int, number: int) -> None:
    texts = ["Insomnia comes with it."] * (with_word - 1) + ["Pain does."] * (without - 1)
    more = "".join(f"d{number},Z,{text},,,,,,\n" for number, text in enumerate(texts))
    one, other = "26 % have insomnia,prevalence,26,,%,,", "17 % have it,prevalence,17,,%,,"
    assert len(found("disagreeing-figures", f"{figures(one, other)}\n{more}")) == number


def test_a_word_of_the_columns_tells_no_two_claims_apart_in_whichever_ending() -> None:
    one, other = "26 % of those with diabetes,prevalence,26,,%,diabetics,", "17 % of them,prevalence,17,,%,diabetics,"
    assert len(found("disagreeing-figures", figures(one, other))) == 1


def test_figures_of_what_involves_something_else_do_not_disagree() -> None:
    header = "claim_id,cause,claim,measure,low,unit,involves"
    rows = ("c1,X,It adds to it.,share,16,%,", "c2,X,It adds to it.,share,69,%,Other")
    assert found("disagreeing-figures", "\n".join([header, *rows])) == []
    assert len(found("disagreeing-figures", "\n".join([header, rows[0] + "Other", rows[1]]))) == 1


def test_a_phrase_of_an_article_is_told_once() -> None:
    (finding,) = in_article("repeated-claim", "Nothing else is known.\n\n" * 4)
    assert finding.severity == "info"
    assert "as do 2 others; say of what" in finding.message


def test_a_table_has_no_phrases() -> None:
    rows = "\n".join(f"c{number},X,Nothing else is known." for number in range(4))
    assert {each.severity for each in findings("repeated-claim", f"claim_id,cause,claim\n{rows}")} == {"warning"}
