"""What has changed between two versions: each sort of change on evidence small enough to read, and the laws of all."""

from __future__ import annotations

import doctest
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.auditing.settings import Settings
from graph.changes import compare
from graph.changes.values import Changes, ClaimChange, Difference, ReferenceChange
from graph.model import STANCES, Evidence
from graph.reading import parse, read
from tests.examples import CLAIMS, REFERENCES, sample

ROOT = Path(__file__).parent.parent.parent


def edited(old: str, new: str) -> Changes:
    """The changes from the sample to the sample with an edit in its table or its bibliography."""
    assert (old in CLAIMS) != (old in REFERENCES)
    return compare(sample(), parse(REFERENCES.replace(old, new), CLAIMS.replace(old, new)))


def article(text: str) -> Evidence:
    return parse(REFERENCES, text, files=("refs.bib", "paper.md"))


def only_claim(changes: Changes) -> ClaimChange:
    (change,) = changes.claims
    return change


def only_reference(changes: Changes) -> ReferenceChange:
    (change,) = changes.references
    return change


def test_the_example_of_the_docstring_runs() -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(compare, "compare", globs={})
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("folder", ["data", "samples/lysis"])
def test_nothing_has_changed_between_a_version_and_itself(folder: str) -> None:
    evidence = read(ROOT / folder / "references.bib", ROOT / folder / "claims.csv")
    assert not compare(evidence, evidence)


def test_changes_show_themselves_in_one_line() -> None:
    fewer = replace(sample(), references={key: each for key, each in sample().references.items() if key != "roth2011"})
    assert repr(compare(sample(), sample())) == "<Changes of 0 claims, 0 references, 0 causes; 0 findings new, 0 gone>"
    assert repr(compare(sample(), fewer)).startswith("<Changes of 1 claim, 1 reference, 2 causes; ")


def test_a_row_that_was_moved_is_no_change() -> None:
    header, *rows = CLAIMS.splitlines()
    assert not compare(sample(), parse(REFERENCES, "\n".join([header, *reversed(rows), ""])))


def test_an_entry_that_was_moved_is_no_change() -> None:
    assert not compare(sample(), parse("\n".join(reversed(REFERENCES.splitlines())), CLAIMS))


def test_a_figure_that_is_written_otherwise_is_no_change() -> None:
    assert not edited("prevalence,10,20.8", "prevalence,10.0,20.80").claims


@pytest.mark.parametrize(
    ("old", "new", "part", "was", "now"),
    [
        ("Coffee after noon shortens", "Coffee before bed shortens", "claim", None, None),
        ("c1,Drinks > Coffee", "c1,Drinks > Tea", "cause", "Drinks > Coffee", "Drinks > Tea"),
        ("cited,association", "cited,mechanism", "kind", "association", "mechanism"),
        ("10,20.8,%", "10,28.0,%", "high", "20.8", "28"),
        ("background,,,,,Drinks > Coffee", "background,,,,,Noise", "involves", "Drinks > Coffee", "Noise"),
    ],
)
def test_a_cell_that_differs_is_a_difference(old: str, new: str, part: str, was: str | None, now: str | None) -> None:
    (difference,) = only_claim(edited(old, new)).differences
    assert difference == Difference(part, was or difference.old, now or difference.new)
    assert difference.part == part


@pytest.mark.parametrize(
    ("old", "new", "fates"),
    [
        ("drake2013 (p. 3),clark2017,,", "drake2013 (p. 3),,clark2017,", [("clark2017", "flipped")]),
        ("drake2013 (p. 3),clark2017,,", "drake2013 (p. 3),,,", [("clark2017", "removed")]),
        ("drake2013 (p. 3),clark2017,,", "drake2013 (p. 3); roth2011,clark2017,,", [("roth2011", "added")]),
        ("drake2013 (p. 3),clark2017,,", "drake2013 (p. 4),clark2017,,", [("drake2013", "changed")]),
        ("@article{roth2011", "@article{rother", [("roth2011", "broken")]),
    ],
)
def test_each_citation_has_its_fate(old: str, new: str, fates: list[tuple[str, str]]) -> None:
    assert [(each.reference, each.fate) for each in only_claim(edited(old, new)).citations] == fates


@pytest.mark.parametrize(
    ("old", "new", "turn"),
    [
        ("roth2011,,cited", ",,cited", "lost"),
        ("@article{roth2011", "@article{rother", "lost"),
        (",,roth2011,,cited", ",roth2011,,,cited", "lost"),
        ("drake2013,inferred", "drake2013,inferred", None),
        ("drake2013 (p. 3),clark2017", "drake2013 (p. 3),", "stronger"),
        (",,roth2011,,cited", ",roth2011 (p. 3),roth2011,,cited", "weaker"),
        ("Noise wakes people.,,", "Noise wakes people.,roth2011,", "gained"),
        ("Noise wakes people.,,", "Noise wakes people.,,roth2011", "lost"),
    ],
)
def test_a_state_that_differs_is_a_turn(old: str, new: str, turn: str | None) -> None:
    assert [each.turn for each in edited(old, new).claims] == ([turn] if turn else [])


def test_a_key_that_was_renamed_everywhere_loses_no_support() -> None:
    changes = compare(sample(), parse(*(text.replace("roth2011", "roth11") for text in (REFERENCES, CLAIMS))))
    assert (changes.claims, changes.found, changes.gone) == ((), (), ())
    assert only_reference(changes).differences == (Difference("key", "roth2011", "roth11"),)


def test_a_claim_that_was_renamed_has_no_new_findings() -> None:
    changes = edited("c4,Noise", "noise-1,Noise")
    assert only_claim(changes).differences == (Difference("claim_id", "c4", "noise-1"),)
    assert (changes.found, changes.gone) == ((), ())


def test_claims_and_references_are_added_and_removed() -> None:
    changes = compare(
        sample(), parse(REFERENCES, CLAIMS.replace("c4,Noise,Noise wakes people.", "c5,Light,Light does."))
    )
    assert [(each.change, each.claim.key) for each in changes.claims] == [("removed", "c4"), ("added", "c5")]
    changes = compare(sample(), parse(REFERENCES.replace("@article{roth2011", "@comment{roth2011"), CLAIMS))
    assert (only_reference(changes).change, only_reference(changes).carried) == ("removed", 1)


def test_an_identifier_that_was_corrected_is_lost_and_gained() -> None:
    change = only_reference(edited("10.5664/jcsm.3170", "10.5664/jcsm.3171"))
    assert (change.lost, change.gained) == (("doi:10.5664/jcsm.3170",), ("doi:10.5664/jcsm.3171",))
    assert not change.other_work


def test_a_key_that_leads_to_another_work_is_said() -> None:
    change = only_reference(edited("Prevalence of insomnia", "Noise in large cities at night"))
    assert change.other_work


def test_the_coverage_of_a_cause_and_of_those_around_it_changes() -> None:
    changes = edited("roth2011,,cited", ",,cited")
    assert [(each.name, each.old and each.old.sourced, each.new and each.new.sourced) for each in changes.causes] == [
        ("Drinks", 2, 1),
        ("Drinks > Coffee", 2, 1),
    ]
    assert [each.sourced for each in changes.overall] == [2, 1]


def test_findings_are_new_and_gone() -> None:
    changes = edited("Noise wakes people.,,", "Noise wakes people.,drake2031,")
    assert [each.rule for each in changes.found if each.severity == "error"] == ["unknown-reference"]
    assert changes.worse
    back = compare(parse(REFERENCES, CLAIMS.replace("people.,,", "people.,drake2031,")), sample())
    assert ({each.rule for each in back.gone}, back.worse) == ({each.rule for each in changes.found}, False)


def test_the_settings_say_which_findings_count() -> None:
    new = parse(REFERENCES, CLAIMS.replace("people.,,", "people.,drake2031,"))
    assert not compare(sample(), new, Settings(select=("REF",))).found


def test_a_cause_that_only_one_version_has_may_be_excused() -> None:
    new = parse(REFERENCES, CLAIMS.replace("c4,Noise", "c4,Sound"))
    assert compare(sample(), new, Settings(causes={"Sound": {"CLM001": "known"}, "Noise": {"CLM001": "known"}})).claims


def test_sentences_of_an_article_are_told_by_their_words() -> None:
    old = "# Coffee\n\nCoffee after noon shortens sleep [@drake2013]. It is a drink for mornings [@clark2017].\n"
    new = old.replace("Coffee after", "Nobody had expected anything like it. Coffee after")
    changes = compare(article(old), article(new))
    assert (only_claim(changes).change, only_claim(changes).claim.key) == ("added", "coffee-01")
    assert {each.subject for each in changes.found} <= {"claim:coffee-01", "cause:Coffee", ""}
    assert changes.gone == ()


def test_a_sentence_of_an_article_that_has_changed_is_the_same_claim() -> None:
    old = "# Coffee\n\nIt is a drink. Coffee after noon shortens sleep [@drake2013].\n"
    new = "# Coffee\n\nCoffee in the afternoon shortens sleep by an hour [@drake2013].\n"
    changes = compare(article(old), article(new))
    assert [(each.change, [part.part for part in each.differences]) for each in changes.claims] == [
        ("removed", []),
        ("changed", ["claim"]),
    ]


WORDS = ["Coffee", "shortens", "lengthens", "deep", "sleep", "in", "men", "women", "often", "10 %", "20 %"]
CAUSES = ["Coffee", "Drinks > Tea", "Drinks", "Noise"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
CELLS = st.lists(st.sampled_from(["a", "b (p. 3)", "c", "unknown"]), max_size=2, unique=True).map("; ".join)
KEYS = st.lists(st.sampled_from(["c1", "c2", "c3", "c10", "d"]), unique=True)
TITLES = st.sampled_from(["Coffee and sleep", "Coffee and sleeping", "Noise in cities", ""])


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The entries and the rows of a version."""
    entries = [
        f"@article{{{key}, title = {{{draw(TITLES)}}}, year = {{201{draw(st.integers(0, 2))}}}, author = {{Drake, C}}}}"
        for key in draw(st.lists(st.sampled_from("abc"), unique=True))
    ]
    rows = [
        ",".join([key, draw(st.sampled_from(CAUSES)), draw(TEXTS), *(draw(CELLS) for _ in STANCES)])
        for key in draw(KEYS)
    ]
    return entries, rows


def made(entries: list[str], rows: list[str]) -> Evidence:
    header = ",".join(["claim_id", "cause", "claim", *STANCES])
    return parse("\n".join(entries), "".join(f"{row}\n" for row in (header, *rows)))


def turned_round(changes: Changes) -> Changes:
    """Changes with old and new exchanged."""
    claims = [
        replace(
            each,
            old=each.new,
            new=each.old,
            before=each.after,
            after=each.before,
            differences=tuple(Difference(part.part, part.new, part.old) for part in each.differences),
            citations=tuple(
                replace(one, old=one.new, new=one.old, was_known=one.is_known, is_known=one.was_known)
                for one in each.citations
            ),
        )
        for each in changes.claims
    ]
    references = [
        replace(
            each,
            old=each.new,
            new=each.old,
            differences=tuple(Difference(part.part, part.new, part.old) for part in each.differences),
            lost=each.gained,
            gained=each.lost,
            carried=each.carries,
            carries=each.carried,
        )
        for each in changes.references
    ]
    return Changes(
        claims=tuple(claims),
        references=tuple(references),
        causes=tuple(replace(each, old=each.new, new=each.old) for each in changes.causes),
        overall=(changes.overall[1], changes.overall[0]),
        found=changes.gone,
        gone=changes.found,
    )


def content(changes: Changes) -> tuple[object, ...]:
    """All of some changes, without what follows from the side that keys are taken from: their order."""
    claims = Counter(
        (
            each.before,
            each.after,
            frozenset(each.differences),
            frozenset(map(str, each.citations)),
            str(each.old),
            str(each.new),
        )
        for each in changes.claims
    )
    references = Counter(
        str(replace(each, differences=tuple(sorted(each.differences, key=str)))) for each in changes.references
    )
    marks = [Counter((each.code, each.subject) for each in side) for side in (changes.found, changes.gone)]
    return claims, references, changes.causes, changes.overall, marks


@given(versions())
@settings(max_examples=10)
def test_a_version_is_as_itself(version: tuple[list[str], list[str]]) -> None:
    assert not compare(made(*version), made(*version))


SHORT = ["c1,Coffee,Coffee,,,,", "c3,Coffee,20 % in lengthens Coffee men in often,,,,"]
LENT = ["c1,Coffee,20 % in lengthens Coffee men in often,,,a,", "c3,Coffee,Coffee Coffee,,,,", "c10,Coffee,Coffee,,,,"]


DRAKE = "@article{{{}, title = {{Coffee and sleep}}, year = {{2010}}, author = {{Drake, C}}}}"
TWICE = "c3,Coffee,Coffee,{0},,,{0}"


@given(versions(), versions())
@example(
    ([DRAKE.format("a")], [TWICE.format("b")]), ([DRAKE.format("b")], [TWICE.format("a; b")])
)  # once an unknown key
@example(([], SHORT), (["@article{a, title = {Coffee and sleep}}"], LENT))  # a key that another claim has now
@settings(max_examples=25)
def test_the_way_back_is_the_way_turned_round(
    one: tuple[list[str], list[str]], other: tuple[list[str], list[str]]
) -> None:
    old, new = made(*one), made(*other)
    assert content(compare(old, new)) == content(turned_round(compare(new, old)))


@given(versions().flatmap(lambda each: st.tuples(st.just(each), *map(st.permutations, each))))
@settings(max_examples=25)
def test_the_order_of_rows_does_not_matter(drawn: tuple[tuple[list[str], list[str]], list[str], list[str]]) -> None:
    version, *shuffled = drawn
    assert not compare(made(*version), made(*shuffled))
