"""How claims are worded."""

from __future__ import annotations

import pytest

from graph.auditing.engine import audit
from graph.reading import parse
from graph.rules.statements import CAUSAL, COMPOUND, ENDINGS, HEDGE, OVERCLAIM, WEASEL, lost_end, unclosed
from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Studies show that it helps.", "Studies show"),
        ("Many studies have found a link.", "studies have found"),
        ("The research shows low iron.", "research shows"),
        ("Studies put it at 10 %.", "Studies put"),
        ("Experts agree on it.", "Experts agree"),
        ("Based on various studies, it helps.", "Based on various studies"),
        ("Studies consistently show it.", "Studies consistently show"),
        ("Researchers have repeatedly found it.", "Researchers have repeatedly found"),
        ("A growing body of evidence suggests it.", "body of evidence suggests"),
        ("A body of water shows it.", ""),
        ("A review of 25 studies found it.", ""),
        ("A review of studies found it.", ""),
        ("It has been the subject of much research.", ""),
        ("It depends on the study.", ""),
        ("Research showers were installed.", ""),
    ],
)
def test_words_that_promise_many_studies(text: str, words: str) -> None:
    assert WEASEL.search(text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has been proven to help.", True),
        ("It is effective.", True),
        ("It cures insomnia.", True),
        ("There is no doubt that it helps.", True),
        ("It helps, beyond any doubt.", True),
        ("Without exception, it helps.", True),
        ("It has been shown conclusively.", True),
        ("With one exception, it helps.", False),
        ("Some doubt that it helps.", False),
        ("It has a modest effect.", False),
        ("It needs to be approved.", False),
    ],
)
def test_words_of_proof(text: str, *, expected: bool) -> None:
    assert bool(OVERCLAIM.search(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It causes insomnia.", True),
        ("It brings on insomnia.", True),
        ("It gives rise to insomnia.", True),
        ("It is responsible for insomnia.", True),
        ("It induces insomnia.", True),
        ("Coffee-induced insomnia is short.", False),
        ("Who is responsible is said.", False),
        ("It may cause insomnia.", False),
        ("It goes together with insomnia.", False),
        ("Why it causes insomnia is unclear.", False),
        ("Because of it, sleep is short.", False),
    ],
)
def test_words_of_cause(text: str, *, expected: bool) -> None:
    assert bool(CAUSAL.search(text) and not HEDGE.search(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It shortens sleep, which makes people tired.", True),
        ("It shortens sleep; it makes people tired.", True),
        ("It shortens sleep, but it helps.", True),
        ("It shortens sleep, and those who drink it are tired.", True),
        ("It shortens sleep and it makes people tired.", True),
        ("It shortens sleep, while tea helps.", True),
        ("Tea, coffee, cola, and cocoa shorten sleep.", False),
        ("Coffee as well as tea shortens sleep.", False),
        ("Tea, which has less of it, shortens sleep.", False),
        ("It shortens sleep, but only at night.", False),
        ("Dryness of the eyes and the mouth is common.", False),
        ("In men, sleep is short.", False),
    ],
)
def test_words_that_join_claims(text: str, *, expected: bool) -> None:
    assert bool(COMPOUND.search(text)) == expected


@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_what_stands_in_brackets_is_no_claim_of_its_own(brackets: str) -> None:
    text = f"Sleep was scored {brackets[0]}1 = short; 5 = long{brackets[1]}."
    assert found("compound-claim", f"claim_id,cause,claim\nc1,X,{text}") == []


@pytest.mark.parametrize("rule", ["overclaim-wording", "weasel-plural"])
def test_the_words_of_the_article_count_where_a_claim_says_it_more_softly(rule: str) -> None:
    quote = "Studies show that it is proven."
    example = (
        f"claim_id,cause,claim,quote,supports\nc1,X,It may help.,{quote},a\n\n@book{{a, design = {{case-series}}}}"
    )
    assert len(found(rule, example)) == 1


def worded(text: str, *designs: str, n_studies: str = "") -> str:
    keys = "; ".join(f"r{number}" for number, _ in enumerate(designs))
    entries = "\n".join(f"@book{{r{number}, design = {{{design}}}}}" for number, design in enumerate(designs))
    return f"claim_id,cause,claim,supports,n_studies\nc1,X,{text},{keys},{n_studies}\n\n{entries}"


@pytest.mark.parametrize(
    ("example", "number"),
    [
        (worded("Studies show it."), 1),
        (worded("Studies show it.", ""), 1),
        (worded("Studies show it.", "cohort", ""), 0),
        (worded("Studies show it.", "review"), 0),
        (worded("Studies show it.", "", n_studies="12"), 0),
        (worded("Studies show it.", "", n_studies="1"), 1),
        (worded("Studies show it.", "", n_studies="0"), 1),
        (worded("Studies show it.", "", n_studies="2"), 0),
    ],
)
def test_a_plural_needs_two_sources_or_one_that_sums_up_many(example: str, number: int) -> None:
    assert len(found("weasel-plural", example)) == number


@pytest.mark.parametrize(
    ("designs", "number"),
    [(["case-control"], 1), (["cohort"], 0), (["case-series", "randomized-trial"], 0), ([""], 0)],
)
def test_strong_words_need_a_strong_design(designs: list[str], number: int) -> None:
    assert len(found("overclaim-wording", worded("It cures insomnia.", *designs))) == number


@pytest.mark.parametrize(
    ("designs", "number"),
    [
        ([], 0),
        (["cross-sectional"], 1),
        (["case-control"], 0),
        (["case-series", "cohort"], 0),
        (["case-series", ""], 0),
    ],
)
def test_cause_and_effect_need_more_than_a_look_at_one_time(designs: list[str], number: int) -> None:
    assert len(found("causal-from-observational", worded("It causes insomnia.", *designs))) == number


def claimed(*texts: str) -> str:
    rows = "\n".join(f'c{number},X,"{text}"' for number, text in enumerate(texts))
    return f"claim_id,cause,claim\n{rows}"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Coffee shortens sleep,", "ends with ','"),
        ("Coffee shortens sleep and", "ends with 'and'"),
        ("Coffee shortens sleep and.", "ends with 'and.'"),
        ("Coffee shortens the", "ends with 'the'"),
        ("Coffee is", "ends with 'is'"),
        ("Coffee shortens sleep (by an hour.", "never closes its '('"),
        ("Coffee shortens sleep [1, 2", "never closes its '['"),
        ("They say \N{LEFT DOUBLE QUOTATION MARK}Coffee is bad.", "never closes its"),
        ("x" * 255, "has 255 letters and no end"),
        ("x" * 256, "has 256 letters and no end"),
        ("and shortens sleep.", "begins with 'and'"),
        (", which shortens sleep.", "begins with ','"),
    ],
)
def test_a_claim_that_is_cut_off(text: str, sign: str) -> None:
    (finding,) = findings("cut-claim", claimed(text, *["Coffee is a drink"] * 8))
    assert sign in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize("word", sorted(ENDINGS))
def test_a_claim_that_ends_with_a_word_that_needs_another(word: str) -> None:
    assert lost_end(f"Coffee shortens sleep {word}") == f"ends with {word!r}"
    assert lost_end(f"Coffee shortens sleep-{word}") == f"ends with {word!r}"


@pytest.mark.parametrize(
    "text",
    [
        "Coffee shortens sleep",
        "Patients lack vitamin A.",
        "Hepatitis A",
        "This is what it is good for.",
        "Kaffee regt an.",
        "Die Beschwerden fangen im dritten Trimenon an",
        "Coffee shortens sleep (by an hour).",
        "It has three parts: 1) this, 2) that.",
        "x" * 254,
        "x" * 257,
        f"{'x' * 254}.",
        "mRNA is made.",
        "pH is low.",
        "de Vries found it.",
        "andrology is a subject: it is one.",
    ],
)
def test_a_claim_that_is_whole(text: str) -> None:
    assert found("cut-claim", claimed(text)) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("They call it \N{LEFT DOUBLE QUOTATION MARK}tea.", "never closes its '\N{LEFT DOUBLE QUOTATION MARK}'"),
        ('They call it \N{LEFT DOUBLE QUOTATION MARK}tea".', ""),
        ("It is in [0, 1).", ""),
        ("It is in [0, 1.", "never closes its '['"),
        ("It is (in [0, 1].", "never closes its '('"),
    ],
)
def test_what_is_opened_is_closed(text: str, sign: str) -> None:
    assert unclosed(text) == sign


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(Coffee is a drink. Tea is one.)", 0),
        ("(Coffee is a drink. Tea is one.", 1),
        ("We drink it, and\n\nscipy is a program by", 0),
        ("Use `[` on it, `[[<-` and `[.data`.", 0),
    ],
)
def test_an_articles_own_sentences_were_not_copied(text: str, number: int) -> None:
    found = audit(parse("", f"{text} {'It is so. ' * 9}", files=("references.bib", "paper.md"))).findings
    assert sum(each.rule == "cut-claim" for each in found) == number


def test_a_small_letter_at_the_beginning_is_told_from_a_habit() -> None:
    (finding,) = findings("cut-claim", claimed("coffee shortens sleep.", *["Coffee is a drink."] * 9))
    assert finding.severity == "info"
    assert found("cut-claim", claimed("coffee shortens sleep.", *["Coffee is a drink."] * 8)) == []


@pytest.mark.parametrize(("key", "words"), [("r0", "has 1 source"), ("", "has no source")])
def test_how_many_sources_a_plural_has_is_said(key: str, words: str) -> None:
    example = f"claim_id,cause,claim,supports\nc1,X,Studies show it.,{key}\n\n@book{{r0}}"
    assert words in found("weasel-plural", example)[0]
