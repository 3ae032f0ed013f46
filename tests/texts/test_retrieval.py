"""Candidates: which references could carry a claim, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.texts.retrieval import MOST_CANDIDATES, SUFFIX_STEP, Retrieval, long_form, stem_of, weighted

TITLES = {
    "iron": "Brain iron in restless legs syndrome",
    "coffee": "Coffee and sleep: a review",
    "dialysis": "Restless legs syndrome in patients on dialysis",
    "noise": "Noise wakes people",
    "tea": "Green tea",
    "young": "Exercise at night",
}
AUTHORS = {"young": "Young, Ann; Tu, Jack"}


def library(**more: str) -> Retrieval:
    """The references above; `more` is a field of one of them, "key_field"."""
    references = {key: {"title": title, "authors": AUTHORS.get(key, "")} for key, title in TITLES.items()}
    for name, text in more.items():
        key, _, field = name.partition("_")
        references[key][field] = text
    return Retrieval(references, ["Restless legs syndrome (RLS) is common."])


def keys(claim: str, context: str = "", **more: str) -> list[str]:
    return [each.reference for each in library(**more).candidates(claim, context)]


def words(claim: str, context: str = "") -> tuple[str, ...]:
    return library().candidates(claim, context)[0].words


def test_the_rarer_word_tells_more() -> None:
    assert keys("Dialysis and restless legs.") == ["dialysis", "iron"]


def test_a_word_is_found_in_any_of_its_forms() -> None:
    assert keys("It wakes a noisy person who exercised.") == ["noise", "young"]


@pytest.mark.parametrize("field", ["title", "abstract", "keywords", "journal"])
def test_each_field_is_searched(field: str) -> None:
    assert keys("Magnesium helps.", "", **{f"tea_{field}": "Magnesium"}) == ["tea"]


def test_a_word_in_the_title_tells_more_than_one_in_the_abstract() -> None:
    assert keys("Magnesium.", tea_abstract="Magnesium", noise_title="Magnesium") == ["noise", "tea"]


def test_an_abbreviation_is_its_long_form() -> None:
    assert words("RLS is common.") == ("Restless legs syndrome",)


def test_the_cause_counts_less_than_the_claim() -> None:
    assert keys("Tea is mild.", "Coffee") == ["tea", "coffee"]


def test_a_name_is_no_word_of_small_letters() -> None:
    assert (keys("Tu asked."), keys("It hits the young."), keys("Says Young.")) == (["young"], [], ["young"])


def test_a_word_that_most_references_have_tells_nothing() -> None:
    shared = {f"{key}_keywords": "sleep" for key in ("iron", "dialysis", "noise")}
    assert keys("Sleep matters.", "", **shared) == []


def test_words_are_shown_as_they_are_written_and_neighbours_together() -> None:
    assert words("Irons, with Restless-Legs.") == ("Irons", "Restless-Legs")


def test_what_a_cause_only_says_again_is_not_shown() -> None:
    assert words("Green teas are mild.", "Tea") == ("Green teas",)


def test_what_is_left_out_makes_room_for_the_next() -> None:
    found = library().candidates("Restless legs, dialysis", without=["dialysis"])
    assert [each.reference for each in found] == ["iron"]


def test_there_are_three_at_most_and_equals_in_the_order_of_the_bibliography() -> None:
    references = {key: {"title": "Tea"} for key in "dcba"} | {key: {"title": "Milk"} for key in "vwxyz"}
    assert [each.reference for each in Retrieval(references).candidates("tea")] == ["d", "c", "b"]


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("RLS", "We study restless legs syndrome ", "restless legs syndrome"),
        ("ESRD", "in end-stage renal\ndisease ", "end-stage renal disease"),
        ("MRI", "seen on magnetic resonance imaging ", "magnetic resonance imaging"),
        ("RLS", "of the whole ", ""),
        ("Figure", "as shown from it given under ", ""),
        ("RLS", "", ""),
    ],
)
def test_a_long_form_is_what_the_letters_stand_in(short: str, before: str, long: str) -> None:
    assert long_form(short, before) == long


@pytest.mark.parametrize(
    ("one", "other"), [("mapping", "map"), ("generalization", "generate"), ("Hemodialysis", "haemodialysis")]
)
def test_words_of_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize("ending", SUFFIX_STEP.pattern.split("(")[-1].removesuffix(")$").split("|"))
def test_each_ending_is_cut(ending: str) -> None:
    assert SUFFIX_STEP.sub("", f"bcdfg{ending}") == "bcdfg"


def test_a_stem_keeps_four_letters() -> None:
    assert (stem_of("iron"), stem_of("aging"), stem_of("The")) == ("iron", "aging", "")


@pytest.mark.parametrize(
    "title", ["不宁腿综合征", "متلازمة تململ الساقين", "Синдром беспокойных ног", "ＲＬＳ ½ Sjögren"]
)
def test_any_script_finds_itself(title: str) -> None:
    references = {"own": {"title": title}, "other": {"title": "Tea"}}
    (found,) = Retrieval(references).candidates(title)
    assert (found.reference, found.words[0]) == ("own", title)


@pytest.mark.parametrize("references", [{}, {"a": {}}, {"a": {"title": ""}, "b": {"title": "?!"}}])
def test_without_words_there_is_no_candidate(references: dict[str, dict[str, str]]) -> None:
    assert Retrieval(references).candidates("Tea is mild.", "Tea") == ()


VOCABULARY = [
    "iron",
    "tea",
    "RLS",
    "restless legs syndrome (RLS)",
    "young",
    "Young",
    "<b>",
    "不",
    "(",
    "\x00",
    "e\u0301",
]
TEXT = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(VOCABULARY), max_size=8).map(" ".join))
FIELDS = st.fixed_dictionaries({"title": TEXT, "authors": TEXT, "abstract": TEXT})
LIBRARY = st.lists(FIELDS, max_size=6).map(lambda found: {f"k{n}": each for n, each in enumerate(found)})


@given(LIBRARY, TEXT, TEXT)
def test_candidates_are_few_in_order_explained_and_the_same_again(
    references: dict[str, dict[str, str]], claim: str, context: str
) -> None:
    found = Retrieval(references, [claim]).candidates(claim, context)
    scores = [each.score for each in found]
    assert len({each.reference for each in found}) == len(found) <= MOST_CANDIDATES
    assert scores == sorted(scores, reverse=True)
    assert all(each.words and each.reference in references for each in found)
    assert Retrieval(references, [claim]).candidates(claim, context) == found


MANY = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=9), min_size=4, max_size=30)


@given(MANY, st.lists(st.sampled_from("abcdefghij"), max_size=9))
def test_the_best_are_found_though_not_all_are_looked_at(titles: list[list[str]], claim: list[str]) -> None:
    retrieval = Retrieval({f"k{n}": {"title": " ".join(f"{w}x" for w in title)} for n, title in enumerate(titles)})
    weights = weighted(" ".join(f"{w}x" for w in claim), 1)
    sums = [round(sum(each.get(term, 0) for term in weights), 3) for each in retrieval.scores]
    found = retrieval.candidates(" ".join(f"{w}x" for w in claim))
    assert [each.score for each in found] == sorted(filter(None, sums), reverse=True)[:MOST_CANDIDATES]


@given(LIBRARY, TEXT, st.sampled_from(["iron", "tea", "legs"]))
def test_one_more_word_never_takes_away_from_a_score(
    references: dict[str, dict[str, str]], claim: str, word: str
) -> None:
    retrieval = Retrieval(references)
    after = {each.reference: each.score for each in retrieval.candidates(f"{claim} {word}")}
    for each in retrieval.candidates(claim):
        assert after.get(each.reference, min(after.values())) >= each.score
