"""The text of a block of Markdown: words, markers, and what only looks like one."""

from __future__ import annotations

import pytest

from graph.reading.articles import Cited, Marker, sentences_of
from graph.reading.articles.inline import Inline
from graph.reading.articles.inline_scan import Line
from tests.reading.articles.markdown import article, cited, texts

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
    "comment of Obsidian": "%% [@a] %%\nIt is.",
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
    "entity in a formula": ("It is $p(x &#124; y)$ & $a & b$.", ["It is $p(x | y)$ & $a & b$."]),
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
    "tags of a note": ("#sleep #the/legs, #a-b\n\nIt is #so.", ["It is #so."]),
    "properties of a note": ("tags:: #a, [[b]]\nstatus:: a draft\n\nIt is:: so.", ["It is:: so."]),
    "what is to be done": ("- [ ] It is.\n- [x] So.", ["It is.", "So."]),
    "percent signs": ("%%\n%% of all is.\n\nIt is.", ["%% %% of all is.", "It is."]),
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


@pytest.mark.parametrize("between", [", ", "; ", " and ", ", and ", ""])
def test_what_joins_two_markers_is_no_word(between: str) -> None:
    (sentence,) = sentences_of(article(f"Tea wakes [1]{between}[2]."))
    assert sentence.text == "Tea wakes."


def test_a_tag_is_a_word_where_the_sentence_needs_one() -> None:
    read = article(
        "{% cite a %} says by {% cite b %} and {% cite c %}, so {% cite d %}. *It* {% cite e %} ({% cite f %})."
    )
    assert [marker.spoken for marker in read.markers] == [True, True, True, False, False, False]


@pytest.mark.parametrize("piece", [f"@{'a' * 400}; ", f"![{'a' * 200}](b) "])
def test_a_very_long_block_is_read_in_one_pass(piece: str) -> None:
    assert Inline(style="keys").scan([Line(1, 1, f"See {piece * 20_000}")]).runs
