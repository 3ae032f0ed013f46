"""Reading Markdown: passages, headings, places, notes and the list of references."""

from __future__ import annotations

import pytest

from graph.reading.articles import Cited, sentences_of
from tests.reading.articles.markdown import article, cited, texts

KINDS = {
    "table": ("| a | b |\n|---|---|\n| c [@x] | d |", "table"),
    "table without bars around it": ("a | b\n--|--\nc | d", "table"),
    "grid": ("+---+\n| a |\n+---+", "table"),
    "simple table": ("a    b\n---- ----\nc    d", "table"),
    "image": ("![It is [@x]\nso.](a.png){width=3}", "caption"),
    "badges": ("[![a](a.svg)](https://a.org) ![b](b.svg)\n[![c](c.svg)](https://c.org)", "caption"),
    "caption in HTML": ("<figcaption>It is.</figcaption>", "caption"),
    "caption over lines": ("<div class='row caption'>\n  It is.\n</div>", "caption"),
    "title of a frame": ("> <tip-title> It is </tip-title>", "caption"),
    "heading in a frame": ("> ### It is", "caption"),
    "caption of a table": (": It is so.", "caption"),
    "item": ("* It is.", "item"),
    "quotation": ("> It is.", "quotation"),
    "note": ("[^1]: It is.", "note"),
    "text": ("It is.", "text"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_a_passage_has_a_kind(text: str, kind: str) -> None:
    assert [passage.kind for passage in article(text).passages] == [kind]


def test_places_are_those_of_the_file() -> None:
    text = "# Coffee\n\n- It *is* so. They\n  say [@a] so. And\n  they [@b] do.\n"
    lines = text.split("\n")
    found = list(sentences_of(article(text)))
    assert [lines[each.line - 1][each.column - 1 :][:4] for each in found] == ["It *", "They", "And"]
    assert [(each.line, each.column, each.text) for each in article(text).markers] == [(4, 7, "[@a]"), (5, 8, "[@b]")]


def test_the_place_of_a_sentence_within_a_line_of_a_paragraph() -> None:
    found = [(each.line, each.column) for each in sentences_of(article("It is. They\nsay so. And so.\n"))]
    assert found == [(1, 1), (1, 8), (2, 9)]


def test_headings_are_a_path_without_the_title() -> None:
    text = "# Sleep\n\n## Coffee\n\n### Dose\n\nIt is.\n\n## Tea\n\nIt is not."
    read = article(text)
    assert read.about.title == "Sleep"
    assert [passage.headings for passage in read.passages] == [("Coffee", "Dose"), ("Tea",)]


@pytest.mark.parametrize(
    ("heading", "expected"), [("1.2 Tea", "Tea"), ("3) Tea", "Tea"), ("10 cups", "10 cups"), ("Tea {{ x }}", "Tea")]
)
def test_a_heading_is_without_its_number(heading: str, expected: str) -> None:
    assert article(f"# A\n\n# {heading}\n\nIt is.").passages[0].headings == (expected,)


def test_a_tag_of_manubot_stands_for_something() -> None:
    read = article("It is so [@tag:x].\n\n[@tag:x]: doi:10.1000/x\n")
    assert (read.aliases, texts("[@tag:x]: doi:10.1000/x")) == ({"tag:x": "doi:10.1000/x"}, [])


def test_a_note_stands_under_the_heading_where_it_is_called() -> None:
    found = article("# Tea\n\nIt is.[^1]\n\n# References\n\n[^1]: It is so.\n[^2]: It is not.\n")
    assert [each.headings for each in found.passages] == [("Tea",), ("Tea",), ("References",)]


def test_items_in_an_item_may_have_letters() -> None:
    found = texts("1. One\n   a. Two\n   b. Three, see\n   p. 3\n   c. Four\n2. Five, see\n   p. 4\n")
    assert found == ["One", "Two", "Three, see p. 3", "Four", "Five, see p. 4"]


def test_an_item_has_its_lead_in() -> None:
    found = list(sentences_of(article("Others are:\n\n- obesity\n- age\n\nIt is.\n\n- not led")))
    assert [(each.text, each.lead_in, each.leads) for each in found] == [
        ("Others are:", "", True),
        ("obesity", "Others are:", False),
        ("age", "Others are:", False),
        ("It is.", "", False),
        ("not led", "", False),
    ]


def test_what_is_left_out_is_counted() -> None:
    read = article("```\na\n```\n\n$$ x $$\n\n    code\n")
    assert read.left_out == {"code blocks": 2, "formulas": 1}


def test_a_marker_in_a_heading_is_reported_and_no_word_of_it() -> None:
    read = article("# Tea\n\n## Why <d-cite key='a'></d-cite>\n\nIt is [@b].")
    assert [(each.place.line, each.rule, each.severity) for each in read.problems] == [(3, "unread-citation", "info")]
    assert read.apart == (Cited("a"),)
    assert read.passages[0].headings == ("Why",)


def test_a_name_in_a_heading_that_looks_like_a_key_stays() -> None:
    assert article("# @tea/pot\n\nIt is.").about.title == "@tea/pot"


def test_the_list_of_references_is_no_prose() -> None:
    read = article("It is so [2].\n\n## References\n\n1. Drake C. Sleep.\n2. Clark I.\n   Coffee.\n")
    assert [(each.label, each.text, each.line) for each in read.listed] == [
        ("1", "Drake C. Sleep.", 5),
        ("2", "Clark I.\nCoffee.", 6),
    ]
    assert len(read.passages) == 1


@pytest.mark.parametrize(
    "heading",
    ["References and Notes", "Literaturverzeichnis", "R\u00e9f\u00e9rences", "Referencias", "3. Bibliografia:"],
)
def test_the_heading_of_the_list_may_be_in_another_language(heading: str) -> None:
    assert [each.text for each in article(f"It is so [1].\n\n# {heading}\n\n1. Kaza.").listed] == ["Kaza."]


def test_divisions_of_html_are_no_entries_of_the_list() -> None:
    text = '# References\n\n<div id="refs">\n\n<div id="ref-a">\n\nLee B. Tea. 2010.\n\n</div>\n\n</div>\n'
    assert [each.text.strip() for each in article(text).listed] == ["Lee B. Tea. 2010."]


NOTES = "Tea wakes.[^1] It is hot [^2]. So it is.[^x]\n\n[^1]: Lee B. Tea. Sleep. 2018;4:1-2.\n[^2]: Or not.\n"


def test_notes_that_are_sources_are_the_list() -> None:
    read = article(f"{NOTES}[^x]: [Hot tea](https://example.org/tea), 2 May\n")
    assert [[each.key for each in marker.cited] for marker in read.markers] == [["1"], ["x"]]
    assert [(each.label, each.text, each.title) for each in read.listed] == [
        ("1", "Lee B. Tea. Sleep. 2018;4:1-2.", ""),
        ("x", "Hot tea, 2 May https://example.org/tea", "Hot tea"),
    ]
    assert [each.text for each in sentences_of(read)] == ["Tea wakes.", "It is hot.", "So it is.", "Or not."]


@pytest.mark.parametrize(
    "more",
    [
        "[^x]: It began in 2018.\n",
        "[^x]: https://example.org\n\nIt is [@b].\n",
        "[^x]: https://example.org\n\n# Sources\n\n- B.",
    ],
    ids=["most are remarks", "it cites by keys", "it has a list"],
)
def test_other_notes_are_prose(more: str) -> None:
    assert not any(each.text.startswith("Lee") for each in article(NOTES + more).listed)


def test_a_note_without_a_text_is_an_entry_of_the_list() -> None:
    assert cited("It is.[^2][^9]\n\n## References\n\n1. Lee B.\n2. Kim C.\n") == [Cited("2")]


def test_short_notes_lead_to_the_note_of_the_work() -> None:
    notes = "[^a]: Ann Lee, *Tea* (Oslo: Elm, 2010), 12.\n\n[^b]: Lee, *Tea*, 14.\n"
    found = article(f"It is so.[^a] It is.[^b]\n\n{notes}")
    assert [each.cited for each in found.markers] == [(Cited("a", locator="12"),), (Cited("a", locator="14"),)]
    assert [each.label for each in found.listed] == ["a"]


def test_notes_lead_to_the_list() -> None:
    found = article("It is so.[^a]\n\n[^a]: Lee, *Tea*, 14.\n\n## References\n\nLee, Ann. *Tea*. Oslo: Elm, 2010.\n")
    assert [each.cited for each in found.markers] == [(Cited("1", locator="14"),)]


def test_a_line_may_begin_with_the_bar_of_a_formula() -> None:
    assert texts("It is $p(y\n| x)$ and `a ~ b\n| c`.\n") == ["It is $p(y | x)$ and a ~ b | c."]


def told(text: str) -> list[tuple[int, str]]:
    return [(each.place.line, each.message.rpartition("; ")[2]) for each in article(text).problems]


NEVER_ENDED = {
    "code": ("It is.\n\n````r\nx\n```\n\nIt was.\n", [(3, "end it with '````'")]),
    "comment": ("It is.\n\n<!-- or\n\nIt was.\n", [(3, "end it with '-->'")]),
    "with nothing behind it": ("It is.\n\n```\n\n", []),
    "in a quotation that ends": ("> ```\n> x\n\nIt is.\n", []),
}


@pytest.mark.parametrize(("text", "expected"), NEVER_ENDED.values(), ids=NEVER_ENDED)
def test_what_never_ends_is_told(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


ENTRIES = "1. Lee B. Tea. Sleep. 2018;4:1-2.\n2. Kim C. Hot. Sleep. 2019;5:3.\n"


@pytest.mark.parametrize(
    "heading",
    [
        "**References**\n",
        "**References:**\n\n",
        "References\n\n",
        "*Sources:*\n",
        "__Literatur__:\n",
        "References\n===\n",
    ],
)
def test_a_paragraph_may_be_the_heading_of_the_list(heading: str) -> None:
    found = article(f"It is [1] so [2].\n\n{heading}{ENTRIES}")
    assert [each.text[:5] for each in found.listed] == ["Lee B", "Kim C"]
    assert [each.text for each in sentences_of(found)] == ["It is so."]


@pytest.mark.parametrize(
    "text",
    [
        f"It is.\n\nSources:\n\n- sensors\n- logs of {{x}}\n\n# B\n\n{ENTRIES}",
        f"The\nreferences\n\n{ENTRIES}",
        f"- It is.\n\n  References\n\n  {ENTRIES}",
    ],
    ids=["of no sources", "in a sentence", "in an item"],
)
def test_another_paragraph_heads_no_list(text: str) -> None:
    assert article(text).listed == ()


def test_what_heads_no_list_stays_where_it_is() -> None:
    read = article("# A\n\nIt is.\n\nSources:\n\n- sensors\n- logs\n\nSo be it.\n")
    assert [each.text for each in sentences_of(read)] == ["It is.", "Sources:", "sensors", "logs", "So be it."]
    assert {each.headings for each in read.passages} == {()}


def test_bold_letters_end_a_list_whose_heading_is_a_paragraph() -> None:
    read = article(f"It is [1].\n\n**References**\n\n{ENTRIES}\n**About us**\n\nWe are.\n")
    assert (len(read.listed), [each.text for each in sentences_of(read)]) == (2, ["It is.", "We are."])


def test_an_escaped_number_is_a_marker() -> None:
    read = article(
        "It is \\[1\\] so \\[2, p. 4\\].\n\n## References\n\n\\[1\\] Lee B. Tea. 2018.\n\n\\[2\\] Kim C. 2019.\n"
    )
    assert [each.cited for each in read.markers] == [(Cited("1"),), (Cited("2", locator="p. 4"),)]
    assert [(each.label, each.text) for each in read.listed] == [("1", "Lee B. Tea. 2018."), ("2", "Kim C. 2019.")]


def test_an_entry_may_be_an_item_of_html() -> None:
    read = article('## References\n\n<ol>\n<li id="a">Lee B. Tea. 2018.</li>\n<li>Kim C. 2019.</li>\n</ol>\n')
    assert [each.text for each in read.listed] == ["Lee B. Tea. 2018.", "Kim C. 2019."]


def test_what_is_indented_in_a_frame_is_prose() -> None:
    inside = "    So be it.\n    ??? tip\n        It was.\n\n    ```\n    x\n    ```\n    Well.\n"
    assert texts(f'It is.\n\n!!! note "So"\n\n{inside}\nOr not.\n') == [
        "It is.",
        "So be it.",
        "It was.",
        "Well.",
        "Or not.",
    ]


def test_the_place_of_a_sentence_in_a_frame() -> None:
    (found,) = sentences_of(article('=== "One"\n\n    It is [@a].\n'))
    assert (found.line, found.column, found.markers[0].column) == (3, 5, 11)


def test_what_is_indented_below_the_example_of_a_frame_is_code() -> None:
    assert texts("````md\n!!! note\n    ```\n    x\n    ```\n````\n\nIt is.\n") == ["It is."]


@pytest.mark.parametrize(
    "line", ["\\bibliography", "\\full_bibliography", "/// caption", '--8<-- "a.md"', "{ .annotate }"]
)
def test_a_command_of_mkdocs_is_no_word(line: str) -> None:
    assert texts(f"It is.\n\n{line}\n") == ["It is."]


def test_a_link_within_the_site_is_no_entry() -> None:
    read = article(f"It is [1].\n\n## References\n\n{ENTRIES}\n[Back to contents](#contents)\n\n[Tea](tea.html)\n")
    assert ([each.label for each in read.listed], [each.text for each in sentences_of(read)][:1]) == (
        ["1", "2"],
        ["It is."],
    )
