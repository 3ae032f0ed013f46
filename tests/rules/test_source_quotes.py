"""The sources' own words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.reading import parse
from graph.rules.source_quotes import is_one_word, is_rounded, told_numbers
from tests.rules.running import findings, found


def example(
    quote: str,
    claim: str = "Coffee shortens sleep.",
    entry: str = "title = {Sleep}",
    stance: str = "supports",
    text: str = "",
    **figures: str,
) -> str:
    names = ",".join(figures)
    values = ",".join(figures.values())
    table = f"claim_id,cause,claim,{stance},{names}\nc1,Coffee,{claim},a,{values}\n\n@article{{a, {entry}}}"
    return f'{table}\n\n--- evidence.csv\nclaim_id,reference,source_quote\nc1,a,"{quote}"\n' + (
        f"\n--- a.txt\n{text}" if text else ""
    )


def test_the_nearest_passage_is_proposed() -> None:
    (finding,) = findings("source-quote-not-found", example("It was 10-34 % of them.", text="It was 10-30 % of them."))
    assert finding.message.endswith("is not in a.txt; did you mean 'It was 10-30 % of them.'?")
    assert (finding.place.file, finding.place.line, finding.place.column) == ("evidence.csv", 2, "source_quote")


def test_nothing_is_proposed_where_nothing_is_alike() -> None:
    (message,) = found("source-quote-not-found", example("Coffee shortens sleep.", text="Iron was low."))
    assert message.endswith("is not in a.txt; copy it anew, or look for its source")


@pytest.mark.parametrize(
    ("text", "severity"),
    [("i" * 3499, "warning"), ("i" * 3500, "error"), ("It was 10-30 % of them.", "error")],
)
def test_a_text_that_may_be_an_abstract_says_less(text: str, severity: str) -> None:
    (finding,) = findings("source-quote-not-found", example("It was 10-34 % of them.", text=text))
    assert finding.severity == severity


def test_the_abstract_is_named_where_it_has_nearly_the_quote() -> None:
    entry = "abstract = {It was 10-30 % of them.}"
    (message,) = found("source-quote-not-found", example("It was 10-34 % of them.", entry=entry))
    assert "is not in the abstract of its entry; did you mean" in message


def test_an_abstract_is_looked_at_without_any_texts() -> None:
    table = "claim_id,cause,claim,supports\nc1,X,Y,a"
    values = "claim_id,reference,source_quote\nc1,a,It was 10-34 % of them."
    evidence = parse("@book{a, abstract = {It was 10-30 % of them.}}", table, values)
    assert len(audit(evidence, Settings(select=("SRC306",))).findings) == 1


def test_a_quote_that_the_abstract_has_is_found() -> None:
    entry = "abstract = {It was 10-30 % of them.}"
    assert found("source-quote-not-found", example("It was 10-30 % of them.", entry=entry)) == []


def test_an_abstract_speaks_where_the_text_cannot_be_read() -> None:
    entry = "abstract = {It was 10-30 % of them.}"
    (message,) = found("source-quote-not-found", example("It was 10-34 % of them.", entry=entry, text="%PDF-1.7"))
    assert "is not in the abstract of its entry" in message


@pytest.mark.parametrize(("missing", "proposed"), [(20, 20), (21, 20)])
def test_only_the_first_missing_quotes_get_a_proposal(missing: int, proposed: int) -> None:
    claims = "".join(f"c{number},X,Y,a\n" for number in range(missing))
    quotes = "".join(f"c{number},a,It was 10-34 % of them.\n" for number in range(missing))
    table = f"claim_id,cause,claim,supports\n{claims}\n@book{{a}}\n\n"
    values = f"--- evidence.csv\nclaim_id,reference,source_quote\n{quotes}\n--- a.txt\nIt was 10-30 % of them."
    messages = found("source-quote-not-found", table + values)
    assert (len(messages), sum("did you mean" in each for each in messages)) == (missing, proposed)


def test_a_text_that_cannot_be_read_is_worth_knowing() -> None:
    (finding,) = findings("source-quote-not-found", example("It was so.", text="%PDF-1.7").replace("txt\n%", "txt\n%"))
    assert finding.severity == "info"
    assert finding.message.endswith("is not looked for in a.txt: it is a PDF")


@pytest.mark.parametrize(
    "quote",
    [
        "It was 20 %.",
        "It was 20.4 %.",
        "It was 0.2 of them.",
        "It was 0\u00b72 of them.",
        "It was 0,2 of them.",
        "It was 41 of 205.",
        "It was one in 5.",
        "It was a fifth.",
        "It was twenty.",
    ],
)
def test_the_figure_is_there(quote: str) -> None:
    assert found("figure-not-in-quote", example(quote, measure="prevalence", low="20", unit="%")) == []


@pytest.mark.parametrize("quote", ["It was 12 %.", "It was common.", "It was 20.6 %.", "It was 200 of them."])
def test_the_figure_is_not_there(quote: str) -> None:
    (message,) = found("figure-not-in-quote", example(quote, measure="prevalence", low="20", unit="%"))
    assert "does not say 20;" in message


def test_a_range_of_several_sources_may_begin_in_one_and_end_in_another() -> None:
    assert found("figure-not-in-quote", example("It was 30 %.", low="10", high="30", unit="%")) == []
    (message,) = found("figure-not-in-quote", example("It was 31 %.", low="10", high="30", unit="%"))
    assert "does not say 10 and 30;" in message


@pytest.mark.parametrize(("quote", "missing"), [("It was 10 %.", ["34"]), ("It was 10 to 34 %.", [])])
def test_the_figures_of_the_same_row_must_all_be_there(quote: str, missing: list[str]) -> None:
    values = f"--- evidence.csv\nclaim_id,reference,source_quote,low,high,unit\nc1,a,{quote},10,34,%"
    claims = "claim_id,cause,claim,supports,low,unit\nc1,X,Y,a,10,%\n\n@article{a}"
    messages = found("figure-not-in-quote", f"{claims}\n\n{values}")
    assert [each.partition("does not say ")[2].partition(";")[0] for each in messages] == missing


def test_a_source_that_disputes_a_figure_has_another() -> None:
    assert found("figure-not-in-quote", example("It was 12 %.", stance="disputes", low="20", unit="%")) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,234 people", "1234"), ("1,5", "1.5"), ("twofold", "2"), ("v1.2.3", "0"), ("a third", "33"), ("x10", "0")],
)
def test_numbers_of_a_text(text: str, number: str) -> None:
    assert Decimal(number) in {*told_numbers(text), Decimal(0)}
    assert number == "0" or Decimal(number) in set(told_numbers(text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", {"1"}), ("0.5", {"0.5", "50"}), ("12 of 40", {"12", "40", "30"}), ("40 of 12", {"12", "40"})],
)
def test_a_part_of_one_and_two_numbers_tell_a_share(text: str, numbers: set[str]) -> None:
    assert set(told_numbers(text)) == set(map(Decimal, numbers))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sleep", "sleepiness", True),
        ("sleepiness", "sleep", True),
        ("rls", "rlss", True),
        ("mg", "mg", True),
        ("mg", "mgus", False),
        ("sleep", "slip", False),
    ],
)
def test_two_forms_of_one_word(*, one: str, other: str, same: bool) -> None:
    assert is_one_word(one, other) is same


@pytest.mark.parametrize(
    ("number", "figure", "right"),
    [
        ("104", "1E+2", False),
        ("10.5", "10", True),
        ("10.6", "10", False),
        ("0.27", "0.3", True),
        ("0.24", "0.3", False),
        ("5", "-5", True),
    ],
)
def test_rounding(*, number: str, figure: str, right: bool) -> None:
    assert is_rounded(Decimal(number), Decimal(figure)) is right


@pytest.mark.parametrize(
    "quote",
    [
        "Ferritin was lower in pregnant women with anaemia.",
        "Patients with severe iron loss reported more pain and weakness.",
        "Gas and oil, ash and tar.",
    ],
)
def test_a_quote_about_something_else(quote: str) -> None:
    (finding,) = findings("off-topic-quote", example(quote))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "quote",
    [
        "Sleepiness, pain, nausea and fever were more common among them.",
        "Drinking much of it makes people lie awake: coffee keeps awake.",
        "It was so.",
        "Iron, zinc and copper.",
        "Iron, Zn, Cu, Mg.",
        "Patients and controls: a severe disorder of people.",
    ],
)
def test_a_quote_about_the_same(quote: str) -> None:
    assert found("off-topic-quote", example(quote)) == []


@pytest.mark.parametrize(
    ("cause", "quote"),
    [
        ("Restless legs syndrome", "RLS was found among twelve young nurses."),
        ("High blood pressure", "Hypertension was found among twelve young nurses."),
        ("Kidney disease", "Renal failure was found among twelve young nurses."),
    ],
)
def test_a_cause_by_another_name(cause: str, quote: str) -> None:
    assert found("off-topic-quote", example(quote, claim="It makes tired.").replace("Coffee", cause)) == []


@pytest.mark.parametrize(
    "quote",
    [
        "Coffee has been reported to shorten sleep.",
        "Coffee has previously been shown to shorten sleep.",
        "Previous studies found that coffee shortens sleep.",
        "It is well known that coffee shortens sleep.",
        "Coffee shortens sleep [3,4].",
        "Coffee shortens sleep [3\u20135].",
        "Coffee shortens sleep (Roth, 2011).",
        "Roth et al. found that coffee shortens sleep.",
    ],
)
def test_what_a_source_has_from_others(quote: str) -> None:
    (finding,) = findings("quote-of-others", example(quote))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "quote",
    [
        "Coffee shortened sleep (p < 0.05).",
        "Coffee shortened sleep [SD 12].",
        "We found it in 2011 (see Table 2).",
        "It is believed that this study helps.",
    ],
)
def test_what_a_source_found_itself(quote: str) -> None:
    assert found("quote-of-others", example(quote)) == []


@pytest.mark.parametrize(
    "entry",
    ["title = {Coffee: a review}", "title = {Sleep}, design = {meta-analysis}", "title = {Guidelines for sleep}"],
)
def test_to_hand_on_is_the_work_of_a_review(entry: str) -> None:
    assert found("quote-of-others", example("Coffee has been reported to shorten sleep.", entry=entry)) == []


def test_nothing_is_known_of_the_work_of_a_source_that_the_bibliography_lacks() -> None:
    unknown = example("Coffee has been reported to shorten sleep.").replace("@article{a,", "@article{b,")
    assert found("quote-of-others", unknown) == []


@pytest.mark.parametrize(
    ("number", "word"),
    [
        *enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1),
        *(
            (12, "twelve"),
            (20, "twenty"),
            (2, "twofold"),
            (3, "threefold"),
            (4, "fourfold"),
            (5, "fivefold"),
            (10, "tenfold"),
        ),
        *((50, "half"), (33, "third"), (67, "thirds"), (25, "quarter"), (75, "quarters"), (20, "fifth")),
        *((10, "tenth"), (1, "once"), (2, "twice"), (2, "double"), (2, "doubled")),
    ],
)
def test_numbers_are_told_in_words(number: int, word: str) -> None:
    assert Decimal(number) in set(told_numbers(word))
