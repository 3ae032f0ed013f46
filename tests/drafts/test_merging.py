"""A table while its article changes: what people made of it stays, what has changed is marked."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.drafts.files import DraftedFiles, drafted_files
from graph.model import File
from graph.reading import parse
from tests.examples import REFERENCES

COFFEE = "Coffee after noon shortens the sleep of many people [@drake2013]."
TEA = "Tea is milder than coffee, and cheaper."
ARTICLE = f"# Drinks\n\n{COFFEE}\n\n# Tea\n\n{TEA}\n"


def redrafted(table: str, article: str, asked: Collection[str] = ()) -> DraftedFiles:
    """What becomes of a table when its article is this; all sentences are asked for, or those."""
    evidence = parse(REFERENCES, article)
    return drafted_files(evidence, asked or evidence.claims, File("claims.csv", table.encode(), "claims"), None)


def drafted(article: str = ARTICLE) -> str:
    """The table of an article."""
    evidence = parse(REFERENCES, article)
    return drafted_files(evidence, evidence.claims, None, None).table.decode()


def again(table: str, article: str, asked: Collection[str] = ()) -> str:
    """A table when its article is this."""
    return redrafted(table, article, asked).table.decode()


def rows_of(table: str) -> dict[str, dict[str, str]]:
    """The rows by their ids."""
    return {row["claim_id"]: row for row in csv.DictReader(io.StringIO(table))}


def edited(table: str, key: str, **cells: str) -> str:
    """A table with some cells of a row changed, as a person does."""
    rows = rows_of(table)
    rows[key].update(cells)
    return written([*rows.values()])


def written(rows: Sequence[dict[str, str]]) -> str:
    """Rows as a table."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(each for row in rows for each in row)), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def test_an_article_that_has_not_changed_changes_nothing() -> None:
    table = drafted()
    assert again(table, ARTICLE) == table


def test_a_row_whose_sentence_stands_keeps_its_letters() -> None:
    table = f'CLAIM_ID;cause;claim;supports;kind;quote;mine\r\nmy.id;"My > own";In  my words;zzz;;"{COFFEE}";x\r\n'
    assert again(table, f"{COFFEE}\n") == table


@pytest.mark.parametrize("cell", ["my > cause", "Tea"])
def test_under_another_heading_only_the_drafts_own_cause_follows(cell: str) -> None:
    moved = ARTICLE.replace("# Tea", "# Tea and others")
    row = rows_of(again(edited(drafted(), "tea-01", cause=cell, paragraph="7"), moved))["tea-01"]
    assert (row["section"], row["paragraph"]) == ("Tea and others", "1")
    assert row["cause"] == ("Tea and others" if cell == "Tea" else cell)


def test_a_row_without_a_section_gets_none() -> None:
    table = edited(drafted(), "tea-01", section="")
    assert again(table, ARTICLE) == table


def test_a_paragraph_more_moves_nothing() -> None:
    table = drafted()
    assert rows_of(again(table, ARTICLE.replace(TEA, f"It is new.\n\n{TEA}")))["tea-01"]["paragraph"] == "1"


NEW_COFFEE = "Coffee in the afternoon shortens the sleep of many people [@drake2013; @clark2017]."


def test_a_changed_sentence_is_marked_and_its_old_words_are_in_the_note() -> None:
    row = rows_of(again(drafted(), ARTICLE.replace(COFFEE, NEW_COFFEE)))["drinks-01"]
    assert row["draft"] == "changed"
    assert row["note"] == "was: Coffee after noon shortens the sleep of many people."
    assert (row["quote"], row["claim"]) == (NEW_COFFEE, NEW_COFFEE.replace(" [@drake2013; @clark2017]", ""))


def test_a_claim_in_somebodys_words_stays_when_its_sentence_changes() -> None:
    table = edited(drafted(), "drinks-01", claim="Coffee is bad.", kind="course", note="mine")
    row = rows_of(again(table, ARTICLE.replace(COFFEE, NEW_COFFEE)))["drinks-01"]
    assert (row["claim"], row["kind"], row["note"]) == ("Coffee is bad.", "course", f"mine; was: {COFFEE}")


def test_references_newly_cited_are_added() -> None:
    table = edited(drafted(), "drinks-01", supports="drake2013 (p. 9); mine2020")
    new = ARTICLE.replace(COFFEE, NEW_COFFEE.replace("@clark2017", "but see @clark2017, p. 3"))
    row = rows_of(again(table, new))["drinks-01"]
    assert (row["supports"], row["disputes"]) == ("drake2013 (p. 9); mine2020", "clark2017 (p. 3)")


NUMBERED = """\
It is so [1]. It is not [2].

# References

1. Drake C. Tea. Sleep. 2013;5:1-2.
2. Roth T. Noise. Sleep. 2011;5:3-4.
"""


def test_numbers_that_moved_change_the_quote_and_mark_nothing() -> None:
    evidence = parse("", NUMBERED)
    table = drafted_files(evidence, evidence.claims, None, None).table.decode()
    new = NUMBERED.replace("[2]", "[3]").replace("[1]", "[2]").replace("2. R", "3. R").replace("1. D", "2. D")
    new = new.replace("\n2. D", "\n1. Clark I. Coffee. Sleep. 2017;5:3-9.\n2. D")
    now = rows_of(
        drafted_files(parse("", new), ["x"], File("claims.csv", table.encode(), "claims"), None).table.decode()
    )
    assert [row["quote"] for row in now.values()] == ["It is so [2].", "It is not [3]."]
    assert [row["note"] for row in now.values()] == ["", ""]


def test_a_reference_that_somebody_took_out_is_not_added_again() -> None:
    row = rows_of(again(edited(drafted(), "drinks-01", supports=""), ARTICLE.replace(COFFEE, NEW_COFFEE)))["drinks-01"]
    assert row["supports"] == "clark2017"


def test_what_the_article_no_longer_cites_stays_and_is_in_the_note() -> None:
    row = rows_of(again(drafted(), ARTICLE.replace(" [@drake2013]", " [@clark2017]")))["drinks-01"]
    assert row["supports"] == "drake2013; clark2017"
    assert row["note"] == f"was: {COFFEE}; no longer cited here: drake2013"


def test_a_sentence_that_begins_to_cite_is_cited() -> None:
    row = rows_of(again(drafted(), ARTICLE.replace(TEA, f"{TEA[:-1]} [@roth2011].")))["tea-01"]
    assert (row["supports"], row["basis"]) == ("roth2011", "cited")


def split() -> str:
    """A table in which a sentence is two rows."""
    rows = rows_of(drafted())
    half = {**rows["tea-01"], "claim_id": "tea-02", "claim": "Tea is cheap."}
    return written([*rows.values(), half])


def test_both_rows_of_a_split_sentence_are_kept() -> None:
    table = split()
    assert again(table, ARTICLE) == table


def test_nobody_knows_which_row_of_a_split_sentence_a_new_reference_is_for() -> None:
    rows = rows_of(again(split(), ARTICLE.replace(TEA, f"{TEA[:-1]} [@roth2011].")))
    assert [rows[key]["supports"] for key in ("tea-01", "tea-02")] == ["", ""]
    assert [rows[key]["note"].endswith("newly cited: roth2011") for key in ("tea-01", "tea-02")] == [True, True]


def test_a_row_of_a_part_of_a_sentence_is_its_row() -> None:
    table = edited(drafted(), "tea-01", quote="Tea is milder than coffee")
    assert again(table, ARTICLE) == table


GONE_TEA = ARTICLE.replace(COFFEE, "").replace(TEA, f"{TEA} It is so.")


def test_a_row_whose_sentence_is_gone_is_kept_at_the_end() -> None:
    rows = rows_of(again(edited(drafted(), "drinks-01", note="mine"), GONE_TEA))
    assert list(rows) == ["tea-01", "tea-02", "drinks-01"]
    assert (rows["drinks-01"]["draft"], rows["drinks-01"]["note"]) == ("gone", "mine; gone from the article")


def test_that_a_row_is_gone_is_said_once() -> None:
    table = edited(again(drafted(), GONE_TEA), "drinks-01", draft="")
    assert again(table, GONE_TEA) == table


def test_a_sentence_that_is_there_again_is_not_gone() -> None:
    row = rows_of(again(again(edited(drafted(), "drinks-01", note="mine"), GONE_TEA), ARTICLE))["drinks-01"]
    assert (row["draft"], row["note"]) == ("", "mine")


def test_a_row_without_a_quote_is_somebodys_own() -> None:
    table = drafted() + "mine,Drinks,A claim of my own,,,,,,,,,\n"
    assert again(table, ARTICLE) == table


def test_a_new_sentence_gets_a_row_behind_that_of_the_sentence_before() -> None:
    rows = rows_of(again(drafted(), ARTICLE.replace(COFFEE, f"First.\n\n{COFFEE} It is so [@clark2017].")))
    assert list(rows) == ["drinks-02", "drinks-01", "drinks-03", "tea-01"]
    assert [row["draft"] for row in rows.values()] == ["new", "", "new", ""]
    assert rows["drinks-03"]["supports"] == "clark2017"


def test_a_new_row_has_an_id_that_no_row_has() -> None:
    table = edited(drafted(), "tea-01", claim_id="drinks-02")
    assert list(rows_of(again(table, ARTICLE.replace(COFFEE, f"{COFFEE} It is so.")))) == [
        "drinks-01",
        "drinks-03",
        "drinks-02",
    ]


def test_the_id_of_a_row_that_was_deleted_is_not_given_again() -> None:
    table = edited(edited(drafted(), "drinks-01", claim_id="drinks-02"), "tea-01", claim_id="drinks-07")
    assert "drinks-08" in rows_of(again(table, ARTICLE.replace(COFFEE, f"{COFFEE} It is so.")))


def test_a_new_sentence_behind_a_split_one_is_behind_all_its_rows() -> None:
    assert list(rows_of(again(split(), f"{ARTICLE}\nIt is so.\n"))) == ["drinks-01", "tea-01", "tea-02", "tea-03"]


def test_a_sentence_that_is_not_asked_for_gets_no_row_but_keeps_the_one_it_has() -> None:
    new = ARTICLE.replace(COFFEE, f"{COFFEE} It is so.")
    assert again(drafted(), new, ["drinks-01"]) == drafted()


def test_a_mark_stays_until_somebody_empties_it() -> None:
    new = ARTICLE.replace(COFFEE, NEW_COFFEE)
    marked = again(drafted(), new)
    assert again(marked, new) == marked
    emptied = edited(marked, "drinks-01", draft="")
    assert again(emptied, new) == emptied


def test_columns_that_somebody_took_out_stay_out() -> None:
    rows = [
        {name: row[name] for name in ("claim_id", "cause", "claim", "quote")} for row in rows_of(drafted()).values()
    ]
    table = again(written(rows), ARTICLE.replace(COFFEE, f"{COFFEE} It is so [@clark2017]."))
    assert table.splitlines()[0] == "claim_id,cause,claim,quote,supports,basis,draft"


def test_the_fates_are_counted() -> None:
    new = f"# Drinks\n\n{NEW_COFFEE} It is so.\n\n# Noise\n\nNoise wakes people."
    fates = redrafted(drafted(), new).fates
    assert fates == {"changed": 1, "gone": 1, "new": 2}


def test_an_empty_line_is_no_row() -> None:
    assert redrafted(drafted().replace("\ntea", "\n\ntea"), ARTICLE).fates["kept"] == 2


WORDS = st.sampled_from(["tea", "coffee", "sleep", "noise", "many", "people", "wakes", "shortens", "[@drake2013]", "7"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=7).map(lambda words: f"It {' '.join(words)}.")
SECTION = st.lists(SENTENCE, max_size=4).map(" ".join)
TEXT = st.lists(SECTION, min_size=1, max_size=3).map(
    lambda sections: "".join(f"# {'ABC'[number]}\n\n{text}\n\n" for number, text in enumerate(sections))
)
HAND_MADE = ("kind", "mine", "claim", "note", "supports")


@given(TEXT, TEXT, st.data())
def test_no_edit_of_the_article_loses_what_somebody_made(before: str, after: str, data: st.DataObject) -> None:
    rows = [*rows_of(drafted(before)).values()]
    for number, row in enumerate(rows):
        row.update({"kind": "", "mine": ""})
        for column in data.draw(st.sets(st.sampled_from(HAND_MADE))):
            row[column] = f"hand{column}{number}"
    table = written(rows) if rows else "claim_id,cause,claim,quote,mine,kind\n"
    now = rows_of(again(table, after))
    for row in rows:
        for column in HAND_MADE:
            if row[column].startswith("hand"):
                assert row[column] in now[row["claim_id"]][column]


@given(TEXT, TEXT)
def test_drafting_twice_is_drafting_once(before: str, after: str) -> None:
    once = again(drafted(before), after)
    assert again(once, after) == once


@given(TEXT, TEXT)
def test_every_sentence_has_a_row(before: str, after: str) -> None:
    quotes = {row["quote"] for row in rows_of(again(drafted(before), after)).values()}
    text = " ".join(quotes)
    assert all(claim.quote in text for claim in parse(REFERENCES, after).claims.values())
