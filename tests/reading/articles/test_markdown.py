"""Reading Markdown: passages, markers, places."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.articles import ArticleText, Cited, Marker, sentences_of
from graph.reading.articles.markdown import read_markdown


def article(text: str) -> ArticleText:
    return read_markdown(File("paper.md", text.encode()))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(article(text))]


def cited(text: str) -> list[Cited]:
    return [each for marker in article(text).markers for each in marker.cited]


CITED = {
    "one": ("It is so [@a].", [Cited("a")]),
    "two": ("It is so [@a; @b].", [Cited("a"), Cited("b")]),
    "comma between": ("It is so [@a, @b].", [Cited("a"), Cited("b")]),
    "page": ("It is so [@a, p. 3].", [Cited("a", locator="p. 3")]),
    "pages and words": ("It is so [@a, pp. 33-35 and passim].", [Cited("a", locator="pp. 33-35", suffix="and passim")]),
    "bare number": ("It is so [@a, 33].", [Cited("a", locator="33")]),
    "prefix": (
        "It is so [see @a, p. 3; but see @b].",
        [Cited("a", prefix="see", locator="p. 3"), Cited("b", prefix="but see")],
    ),
    "without author": ("Smith says so [-@a].", [Cited("a")]),
    "spoken": ("@a says so.", [Cited("a")]),
    "spoken with a page": ("@a [p. 3] says so.", [Cited("a", locator="p. 3")]),
    "doi": ("It is so [@doi:10.1371/journal.pbio.1002195].", [Cited("doi:10.1371/journal.pbio.1002195")]),
    "doi with parentheses": (
        "It is so [@doi:10.1016/S0022-2836(05)80360-2].",
        [Cited("doi:10.1016/S0022-2836(05)80360-2")],
    ),
    "address": ("It is so [@url:https://example.org/a/].", [Cited("url:https://example.org/a/")]),
    "braces": ("It is so [@{https://example.org/?a=b,c}].", [Cited("https://example.org/?a=b,c")]),
    "over a line break": ("It is so [@a;\n@b].", [Cited("a"), Cited("b")]),
    "in an item": ("- It is so [@a].", [Cited("a")]),
    "in a quotation": ("> It is so [@a].", [Cited("a")]),
    "in a link's text": ("[It is so [@a]](https://example.org).", [Cited("a")]),
    "in a note of citations": ("It is so.[^1]\n\n[^1]: See @a, and @b.", [Cited("a"), Cited("b")]),
    "numbers": ("It is so [1, 3-5].", [Cited("1"), Cited("3", last="5")]),
    "superscript": ("It is so.^1,2^", [Cited("1"), Cited("2")]),
    "role": ("It is so {cite}`a`.", [Cited("a")]),
    "role of several": ("It is so {cite:p}`a,b`.", [Cited("a"), Cited("b")]),
    "role with words": (
        "It is so {cite:p}`{see}a{p. 3}, b{and so on}`.",
        [Cited("a", prefix="see", locator="p. 3"), Cited("b", suffix="and so on")],
    ),
    "role of a note": ("It is so {footcite:t}`a`.", [Cited("a")]),
    "role in a division": ("```{note}\nIt is so {cite}`a`.\n```", [Cited("a")]),
    "tag of Jekyll": ("It is so {% cite a b %}.", [Cited("a"), Cited("b")]),
    "tag of Jekyll with its words": (
        "It is so {% cite a --file x -A --locator 'p. 3' --prefix see %}.",
        [Cited("a", prefix="see", locator="p. 3")],
    ),
    "tag that is a link": (
        "In {% cite_details a --text our work %} and {% cite_details b %}.",
        [Cited("a"), Cited("b")],
    ),
    "tag that begins a line": ("It is\n{% cite a %} so.", [Cited("a")]),
    "tag alone": ("It is so\n{% fullcite a %}\n", [Cited("a")]),
    "tag with a name in quotes": ('It is so {% cite "a" %}.', [Cited("a")]),
    "tag in the title of an image": ('It is ![so](x.png "So {% cite a %}") here.', [Cited("a")]),
    "shortcode of Hugo": ('It is so {{< cite "a" >}}.', [Cited("a")]),
    "shortcode with a page": ('It is so {{< cite 1 "p. 2175" >}}.', [Cited("1", locator="p. 2175")]),
    "shortcode with names": ("It is so {{% cite key=a style=apa %}}.", [Cited("a")]),
    "element of Distill": ('It is so <d-cite key="a, b"></d-cite>.', [Cited("a"), Cited("b")]),
    "element that closes itself": (
        "It is so <d-cite key='a'/> and <dt-cite bibtex-key=\"b\"/>.",
        [Cited("a"), Cited("b")],
    ),
    "command of LaTeX": ("It is so \\citep[see][p. 3]{a,b}.", [Cited("a", prefix="see"), Cited("b", locator="p. 3")]),
    "page of a note": ("It is so [[@a]].", [Cited("a")]),
    "note of citations in the sentence": ("It is so^[See @a.].", [Cited("a")]),
    "footnote of Distill": ("It is so<d-footnote>See <d-cite key='a'/>.</d-footnote>.", [Cited("a")]),
    "in an item of a frame": ("> 1. It is so [@a].", [Cited("a")]),
    "linked numbers": (
        "It is <sup>[1](#r1)</sup> so [[2]](#r2)<sup><a href='#r3'>3</a></sup>.",
        [Cited("1"), Cited("2"), Cited("3")],
    ),
    "superscript in HTML": ("It is so.<sup>3</sup>", [Cited("3")]),
}


@pytest.mark.parametrize(("text", "expected"), CITED.values(), ids=CITED)
def test_a_marker_is_read(text: str, expected: list[Cited]) -> None:
    assert cited(text) == expected


NOT_CITED = {
    "address": "Write to smith@example.org.",
    "escaped": "It is so \\@a.",
    "figure": "It is shown in @fig-a and [@tbl:b].",
    "code": "Write `[@a]`.",
    "fenced code": "```\n[@a]\n```",
    "tildes": "~~~ r\n[@a]\n~~~",
    "comment": "It is so <!-- [@a] -->.",
    "long comment": "<!--\n[@a]\n\n[@b]\n-->",
    "formula": "$x_{@a}$ is so.",
    "displayed formula": "$$\n[@a]\n$$",
    "header": "---\ntitle: A [@a]\n---\n",
    "raw LaTeX": "\\begin{equation}\n[@a]\n\\end{equation}",
    "raw HTML": "<script>\n[@a]\n</script>",
    "a tag of another kind": "{% include cite a %} {% nocite b %}",
    "code in a template": "{% highlight r %}\n[@a]\n\n[@b]\n{% endhighlight %}",
    "code in a frame": "> It is.\n> ```\n> [@a]\n> ```",
    "a figure that is linked": "It is in Figure [1](#fig1).",
    "a macro about citing": "It is \\citestyle{a}.",
    "another role": "It is so {ref}`a`.",
    "fenced code in a division": "````{note}\n```python\n[@b]\n```\n````",
    "number in an article with roles": "It is so {cite}`a`. It is [1, 2].",
    "number in an article with keys": "It is so [@a]. In [0, 1] it is.",
    "raised number in an article with keys": "It is so [@a]. ^10^B is.",
}


@pytest.mark.parametrize("text", NOT_CITED.values(), ids=NOT_CITED)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    own = Cited("a") if "[@a]." in text or "{cite}" in text else None
    assert [each for each in cited(text) if each != own] == []


WORDS = {
    "emphasis": ("*It* is **so**, _they_ say.", ["It is so, they say."]),
    "a product is none": ("2 * 3 is snake_case_here.", ["2 * 3 is snake_case_here."]),
    "link": ("[It](https://example.org/a_(b)) is <https://example.org>.", ["It is https://example.org."]),
    "raised and lowered": ("PM~2.5~ per m^3^.", ["PM2.5 per m3."]),
    "entity": ("A &lt; B &amp; C.", ["A < B & C."]),
    "tag": ("It is <em>so</em>.", ["It is so."]),
    "escape": ("\\[eye\\] It is.", ["[eye] It is."]),
    "marker": ("It is [@a] so [@b].", ["It is so."]),
    "marker in parentheses": ("It is so ([@a]).", ["It is so."]),
    "spoken": ("As @a says.", ["As @a says."]),
    "comment": ("It <!-- not --> is.", ["It is."]),
    "formula inside a sentence": ("It is\n\n", ["It is"]),
    "a formula does not end it": ("It is\n$$\nx\n$$\nso.", ["It is so."]),
    "nor one between blank lines": ("It is\n\n\\[\nx\n\\]\n\nso.", ["It is so."]),
    "a formula may be the end": ("It is\n\n$$x$$\n\nSo be it.", ["It is", "So be it."]),
    "nor does another heading's go on": ("It is\n\n# B\n\n$$x$$\n\nso it is.", ["It is", "so it is."]),
    "heading": ("# Coffee {#c}\n\nIt is.\n\nTea\n---\n\nIt is not.", ["It is.", "It is not."]),
    "rule": ("It is.\n\n---\n\nIt is not.", ["It is.", "It is not."]),
    "division": ("::: note\nIt is.\n:::", ["It is."]),
    "division of MyST": (
        "It is.\n\n:::{tip}\nSo be it.\n:::\n```{note} It\n:class: x\nIt is so.\n```\nOr not.",
        ["It is.", "So be it.", "It is so.", "Or not."],
    ),
    "target of MyST": ("(design)=\n# Design\n\nIt is.\n(so)=\nSo be it.", ["It is.", "So be it."]),
    "role": ("As {ref}`the design <design>` and {eq}`energy` say.", ["As the design and energy say."]),
    "item over lines": ("- It is\n  so.\n- It is not.", ["It is so.", "It is not."]),
    "paragraph of an item": ("1. It is.\n\n   It is so.\n\nIt is not.", ["It is.", "It is so.", "It is not."]),
    "year at the start of a line": ("It began in\n2017. It ended.", ["It began in 2017.", "It ended."]),
    "indented code": ("It is.\n\n    x = 1\n", ["It is."]),
    "attributes of kramdown": ("It is{: .a} so.\n{: .b}\n\n> It is.\n{: .c}", ["It is so.", "It is."]),
    "contents of kramdown": ("1. TOC\n{:toc}\n\nIt is.", ["It is."]),
    "words of a tag": ("{% tool [Sort](a/b/1.0) %} is {% icon x %} so.", ["Sort is so."]),
    "tag over lines": ("{%\n include figure.html\n caption='50 % of it.'\n%}\n\nIt is.", ["It is."]),
    "words of a tag that is a link": ("In {% cite_details a, our work %} it is.", ["In our work it is."]),
    "tag in the middle": ("It is so {% cite a %}, they say ({% cite b %}).", ["It is so, they say."]),
    "links to pages": ("A [[page|of a page]] and [[Page]] and ![[p.png]] ==are==.", ["A of a page and Page and are."]),
    "index in brackets": ("It is so in l[[n]].", ["It is so in l[[n]]."]),
    "note in the sentence": ("It is^[Or not [really].] so.", ["It is so.", "Or not [really]."]),
    "note of Distill": ("It is<d-footnote>Or not.</d-footnote> so.", ["It is so.", "Or not."]),
    "frame": ("> [!NOTE] A title\n> It is.\n> - So.\n> > Or so.", ["A title", "It is.", "So.", "Or so."]),
    "frame far in a frame": (">         > It is.\n>         {: .a}\n> So.", ["It is.", "So."]),
    "quotation behind an item": ("- It is.\n> So.\n> Or so.", ["It is.", "So.", "Or so."]),
    "code in a frame": ("> It is.\n> ```\n> x\n> ```\n>\n> So.\n\nIt was.", ["It is.", "So.", "It was."]),
    "a fence in a frame that is not closed": ("> ```\n> x\n\nIt was.", ["It was."]),
    "heading of HTML": ("<h2 id='a'>Tea</h2>\n\nIt is.", ["It is."]),
    "header of TOML": ('+++\ntitle = "Tea"\n+++\n\nIt is.', ["It is."]),
    "template": ("{% for a in b %}\nIt {{ x }} is.", ["It is."]),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_words_are_as_a_reader_sees_them(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


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


@pytest.mark.parametrize(("heading", "expected"), [("1.2 Tea", "Tea"), ("3) Tea", "Tea"), ("10 cups", "10 cups")])
def test_a_heading_is_without_its_number(heading: str, expected: str) -> None:
    assert article(f"# A\n\n# {heading}\n\nIt is.").passages[0].headings == (expected,)


def test_the_header_says_title_date_and_bibliographies() -> None:
    read = article(
        '---\ntitle: "Coffee: why"\ndate: 2026-01-31\nbibliography: [a.bib, "b.bib"]\n---\n\n# Sleep\n\nIt is.'
    )
    assert (read.about.title, read.about.date, read.bibliographies) == ("Coffee: why", "2026-01-31", ("a.bib", "b.bib"))
    assert read.passages[0].headings == ("Sleep",)


@pytest.mark.parametrize("header", ["bibliography: a.bib", "bibliography:\n  - a.bib", "bibliography:\n- 'a.bib'"])
def test_a_bibliography_is_named_in_any_form(header: str) -> None:
    assert article(f"---\n{header}\n---\n").bibliographies == ("a.bib",)


def test_a_tag_of_manubot_stands_for_something() -> None:
    read = article("It is so [@tag:x].\n\n[@tag:x]: doi:10.1000/x\n")
    assert (read.aliases, texts("[@tag:x]: doi:10.1000/x")) == ({"tag:x": "doi:10.1000/x"}, [])


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


def test_each_marker_is_in_one_sentence() -> None:
    text = "[@a] It is so [@b]. [@c] And it [@d]\nis [@e]."
    read = article(text)
    assert [marker for each in sentences_of(read) for marker in each.markers] == list(read.markers)


def test_a_quote_has_the_markers_as_written() -> None:
    assert [each.quote for each in sentences_of(article("It *is* so\n[@a; @b]."))] == ["It is so [@a; @b]."]


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "@a" * 20_000, "[@a;" * 20_000, "`" * 20_000, " " * 50_000 + "x", "[a](" * 9_000]
    + [each * 9_000 for each in ("^[", "{% cite a ", "<d-footnote>", "> > ", "[[a", "[1](#", "<a href='#")],
)
def test_a_hostile_text_is_read(text: str) -> None:
    assert all(isinstance(marker, Marker) for marker in article(text).markers)


def test_divisions_of_html_are_no_entries_of_the_list() -> None:
    text = '# References\n\n<div id="refs">\n\n<div id="ref-a">\n\nLee B. Tea. 2010.\n\n</div>\n\n</div>\n'
    assert [each.text.strip() for each in article(text).listed] == ["Lee B. Tea. 2010."]


def test_a_title_in_quotation_marks_may_have_two_lines() -> None:
    assert article("---\ntitle: \"'Tea': and\n  sleep\"\n---\n\nTea wakes.\n").about.title == "'Tea': and sleep"


def test_a_title_is_as_a_reader_sees_it() -> None:
    assert article("---\ntitle: '`mRNA` and *E. coli*'\n---\n\nTea wakes.\n").about.title == "mRNA and E. coli"


@pytest.mark.parametrize("between", [", ", "; ", " and ", ", and ", ""])
def test_what_joins_two_markers_is_no_word(between: str) -> None:
    (sentence,) = sentences_of(article(f"Tea wakes [1]{between}[2]."))
    assert sentence.text == "Tea wakes."


@pytest.mark.parametrize(
    ("abstract", "places"),
    [
        ("abstract: |\n  Tea is *hot* [@lee2010].\n\n  So is it.", [(3, 3), (5, 3)]),
        ('abstract: "Tea is hot [@lee2010].\n  So is it."', [(2, 12), (3, 3)]),
        ("abstract: Tea is hot [@lee2010]. So is it.", [(2, 11), (2, 34)]),
    ],
)
def test_the_abstract_in_a_header_is_prose(abstract: str, places: list[tuple[int, int]]) -> None:
    read = article(f"---\n{abstract}\ntitle: Tea\n---\nThen this.\n\n# Milk\n\nAnd this.")
    sentences = list(sentences_of(read))
    assert [(each.text, each.passage.headings) for each in sentences] == [
        ("Tea is hot.", ("Abstract",)),
        ("So is it.", ("Abstract",)),
        ("Then this.", ()),
        ("And this.", ("Milk",)),
    ]
    assert [(each.line, each.column) for each in sentences][:2] == places


def test_the_title_stands_below_an_abstract_in_the_header() -> None:
    read = article("---\nabstract: It is hot.\n---\n# Tea\n\n## Green\n\nSo is this.")
    assert read.about.title == "Tea"
    assert [each.headings for each in read.passages] == [("Abstract",), ("Green",)]


def test_a_header_in_toml_says_title_date_and_bibliographies() -> None:
    read = article('+++\ntitle = "Tea"\ndate = 2026-01-31\nbibliography = ["a.bib"]\n+++\n\nIt is.')
    assert (read.about.title, read.about.date, read.bibliographies) == ("Tea", "2026-01-31", ("a.bib",))


def test_a_tag_is_a_word_where_the_sentence_needs_one() -> None:
    read = article(
        "{% cite a %} says by {% cite b %} and {% cite c %}, so {% cite d %}. *It* {% cite e %} ({% cite f %})."
    )
    assert [marker.spoken for marker in read.markers] == [True, True, True, False, False, False]


def test_a_marker_in_a_heading_is_reported_and_no_word_of_it() -> None:
    read = article("# Tea\n\n## Why <d-cite key='a'></d-cite>\n\nIt is [@b].")
    assert [(each.place.line, each.rule, each.severity) for each in read.problems] == [(3, "unread-citation", "info")]
    assert read.apart == (Cited("a"),)
    assert read.passages[0].headings == ("Why",)


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


ENTRIES = {
    "address": ("Lee B. [doi](https://doi.org/10.1/a_(b))", "Lee B. doi https://doi.org/10.1/a_(b)", ""),
    "title": ("Lee B, [Tea wakes](https://a.org). Elm.", "Lee B, Tea wakes. Elm. https://a.org", "Tea wakes"),
    "title in italics": ("Lee B. [*Tea* wakes](https://a.org)", "Lee B. Tea wakes https://a.org", "Tea wakes"),
    "what says where": ("Lee B. [Full text](https://a.org)", "Lee B. Full text https://a.org", ""),
    "a search": ("Lee B. [A b c](https://scholar.google.com/x)", "Lee B. A b c", ""),
    "written out": ("Lee B. [https://a.org/b](https://a.org/b)", "Lee B. https://a.org/b", ""),
    "in the site": ("Lee B. [Tea wakes us](tea.md)", "Lee B. Tea wakes us", ""),
}


@pytest.mark.parametrize(("entry", "text", "title"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_has_the_addresses_of_its_links(entry: str, text: str, title: str) -> None:
    (found,) = article(f"# Sources\n\n- {entry}").listed
    assert (found.text, found.title) == (text, title)


def test_a_name_in_a_heading_that_looks_like_a_key_stays() -> None:
    assert article("# @tea/pot\n\nIt is.").about.title == "@tea/pot"


def test_an_entry_may_have_a_name_that_links_lead_to() -> None:
    read = article('It is [[2]](#b).\n\n# References\n\n<a id="a"></a>1. Lee B.\n<a name="b"></a>2. Kim C.\n')
    assert [(each.label, each.text) for each in read.listed] == [("1", "Lee B."), ("2", "Kim C.")]
