"""Claims from an article's sentences."""

from __future__ import annotations

import pytest

from graph.model import Claim, Evidence
from graph.reading import parse
from graph.reading.article_formats import detect
from graph.reading.articles import sentences_of
from graph.reading.articles.drafting import Shelf
from graph.reading.articles.markdown import read_markdown

REFERENCES = """\
@article{a, title = {Coffee}, author = {Drake, C and Roth, T}, year = {2013}, doi = {10.1000/A}}
@article{b, title = {Tea}, author = {Clark, I}, year = {2017}, pmid = {123}}
@article{c, title = {Noise}, author = {Roth, T}, year = {2011}, url = {https://example.org/c}}
"""


def evidence(text: str, references: str = REFERENCES) -> Evidence:
    return parse(references, text, files=["references.bib", "paper.md"])


def claim(text: str) -> Claim:
    (found,) = evidence(text).claims.values()
    return found


def cited(text: str) -> list[tuple[str, str, str]]:
    return [(each.reference, each.stance, each.locator) for each in evidence(text).citations()]


def test_a_claim_is_a_sentence_with_its_place_and_citations() -> None:
    found = claim("# Drinks\n\n# Sleep\n\n## Why not?\n\nIt *is* so\n[@a, p. 3].\n")
    assert (found.key, found.cause, found.section, found.paragraph) == (
        "why-not-01",
        "Sleep > Why not?",
        "Why not?",
        "1",
    )
    assert (found.text, found.quote) == ("It is so.", "It is so [@a, p. 3].")
    assert (str(found.place), [str(each.place) for each in found.citations]) == ("paper.md:7", ["paper.md:8"])
    assert [(each.reference, each.locator, each.basis, each.stated) for each in found.citations] == [
        ("a", "p. 3", "cited", True)
    ]


STANCES = {
    "": "supports",
    "see": "supports",
    "e.g.": "supports",
    "but see": "disputes",
    "but cf.": "disputes",
    "However, see": "disputes",
    "contra": "disputes",
    "contrary to": "disputes",
    "pace": "disputes",
    "cf.": "mentions",
    "compare": "mentions",
    "see also": "mentions",
    "reviewed in": "mentions",
    "as reviewed by": "mentions",
    "for a review see": "mentions",
}


@pytest.mark.parametrize(("prefix", "stance"), STANCES.items())
def test_a_prefix_says_the_stance(prefix: str, stance: str) -> None:
    found = claim(f"It is so [{prefix} @a].")
    assert ([each.stance for each in found.citations], found.note) == ([stance], f"{prefix} a" if prefix else "")


FOUND = {
    "key": ("@a", "a"),
    "doi": ("@doi:10.1000/a", "a"),
    "pmid": ("@pmid:123", "b"),
    "address": ("@url:https://example.org/c", "c"),
    "unknown": ("@d", "d"),
}


@pytest.mark.parametrize(("written", "key"), FOUND.values(), ids=FOUND)
def test_a_key_leads_to_a_reference(written: str, key: str) -> None:
    assert cited(f"It is so [{written}].") == [(key, "supports", "")]


def test_a_tag_leads_to_what_it_stands_for() -> None:
    assert cited("It is so [@tag:x].\n\n[@tag:x]: doi:10.1000/a\n") == [("a", "supports", "")]


@pytest.mark.parametrize(("marker", "keys"), [("[1]", "a"), ("[1-3]", "abc"), ("[3, 1]", "ca"), ("[4]", "4")])
def test_a_number_is_counted_in_the_order_of_the_list(marker: str, keys: str) -> None:
    assert "".join(key for key, _, _ in cited(f"It is so {marker}.")) == keys


def test_a_number_is_that_of_the_list_where_it_has_numbers() -> None:
    numbered = "@misc{x, title = {X}, listed = {2}}\n@misc{y, title = {Y}, listed = {1}}"
    assert [each.reference for each in evidence("It is so [1].", numbered).citations()] == ["y"]


@pytest.mark.parametrize("marker", ["[3-1]", "[1990-2015]", "[2-2]"])
def test_a_range_that_is_none_is_a_problem(marker: str) -> None:
    read = evidence(f"It is so {marker}.")
    assert [(each.rule, each.place.line, each.unread) for each in read.problems] == [("unread-citation", 1, 1)]
    assert not list(read.citations())


def test_the_list_of_the_article_itself_is_read() -> None:
    read = evidence("It is so [2].\n\n# References\n\n1. Drake C. Sleep.\n2. Clark I. Coffee.\n", references="")
    assert [(each.key, each.listed, each.title) for each in read.references.values()] == [
        ("drake", "1", "Sleep"),
        ("clark", "2", "Coffee"),
    ]
    assert [each.reference for each in read.citations()] == ["clark"]


@pytest.mark.parametrize("listed", ["", ", listed = {2}"], ids=["none", "another"])
def test_a_number_is_that_of_the_article_s_own_list_whatever_number_the_bibliography_has(listed: str) -> None:
    library = f"@misc{{drake, title = {{Noise and sleep at night}}, author = {{Drake, C}}, year = {{2013}}{listed}}}"
    entries = "\n".join(f"{number}. Drake C. Noise and sleep at night. 2013." for number in (1, 2))
    read = evidence(f"It is so [1].\n\nIt was so [2].\n\n# References\n\n{entries}\n", library)
    assert [each.reference for each in read.citations()] == ["drake", "drake"]


def test_a_reference_that_is_cited_twice_is_one_citation() -> None:
    assert cited("It is [@a, p. 3], and so [@a, p. 4].") == [("a", "supports", "p. 3; p. 4")]


def test_a_reference_in_two_stances_is_reported() -> None:
    read = evidence("It is [@a], and not [but see @a].")
    assert [each.rule for each in read.problems] == ["two-stances"]


def test_a_spoken_tag_is_a_name_or_its_key() -> None:
    assert claim("It is said by {% cite a %} and {% cite z %}.").text == "It is said by Drake and Roth 2013 and z."


def test_a_spoken_key_is_a_name() -> None:
    assert claim("As @a says, it is so.").text == "As Drake and Roth 2013 says, it is so."


def test_each_spoken_key_is_the_name_of_its_own_reference() -> None:
    assert claim("As @ab and @a say, it is so.").text == "As @ab and Drake and Roth 2013 say, it is so."


def test_a_sentence_of_spoken_keys_is_written_once() -> None:
    assert claim("@a " * 20_000).text.count("Drake and Roth 2013") == 20_000


def test_many_locators_of_a_reference_are_joined_once() -> None:
    text = " ".join(f"[@a, p. {page}]" for page in range(20_000))
    assert cited(f"It is {text}.")[0][2].count("; ") == 19_999


def test_a_range_of_names_is_no_wider_than_one_of_numbers() -> None:
    shelf = Shelf(parse("\n".join(f"@misc{{k{number}}}" for number in range(300)), "").references)
    assert [len(shelf.between("k0", last)) for last in ("k5", "k199", "k299")] == [6, 200, 0]


def test_an_item_is_a_claim_with_its_lead_in() -> None:
    read = evidence("Others are:\n\n- obesity. It grows.\n- age [@a].\n")
    assert [each.text for each in read.claims.values()] == ["Others are: obesity.", "It grows.", "Others are: age."]


def test_an_open_sentence_leads_in_and_what_joins_items_is_left() -> None:
    read = evidence("It may be\n\n- obesity,\n- sand [@a]; and\n- age.\n\nIt is so.\n\n- apart\n")
    assert [each.text for each in read.claims.values()] == [
        "It may be: obesity",
        "It may be: sand",
        "It may be: age.",
        "It is so.",
        "apart",
    ]
    assert next(each.quote for each in read.claims.values() if each.citations) == "sand [@a]"


def test_a_question_states_nothing_unless_it_cites() -> None:
    read = evidence('Is it so? It is. "Is it?" Why is it so [@a]?\n')
    assert [each.text for each in read.claims.values()] == ["It is.", "Why is it so?"]


def test_a_wide_colon_leads_in() -> None:
    read = evidence("原因如下：\n\n- 咖啡。\n\n例如：\n\n```\nx\n```\n")
    assert ([each.text for each in read.claims.values()], read.passed_over["lead-ins"]) == (["原因如下: 咖啡。"], 2)


def test_what_only_leads_to_code_or_a_table_is_no_claim() -> None:
    read = evidence("It is. It is done with:\n\n```\nx\n```\n\nSome say [@a]:\n\n| a | b |\n|---|---|\n| c | d |\n")
    assert ([each.text for each in read.claims.values()], read.passed_over["lead-ins"]) == (["It is.", "Some say:"], 1)


def test_a_link_alone_is_no_claim_and_leads_nothing_in() -> None:
    read = evidence("It is.\n\n[To the top](#top)\n\n- [One](a.html)\n- **[Two](b.html)**\n- so [it](c.html) is\n")
    assert ([each.text for each in read.claims.values()], read.passed_over["links alone"]) == (
        ["It is.", "so it is"],
        3,
    )


def test_a_word_in_brackets_is_no_claim() -> None:
    read = evidence("Tea wakes. ([pdf](zotero://open/1))\n\n[Figure]\n\n[Tea] wakes.\n")
    assert [each.text for each in read.claims.values()] == ["Tea wakes.", "[Tea] wakes."]


def test_a_role_that_leads_elsewhere_is_a_link() -> None:
    read = evidence("# Indices and tables\n\n* {ref}`genindex`\n* {doc}`tea`\n\nSee {ref}`so`. It is {term}`hot`.\n")
    assert [each.text for each in read.claims.values()] == ["See so.", "It is hot."]


def test_a_link_that_completes_its_lead_in_is_a_claim() -> None:
    read = evidence("It may be\n\n- [obesity](a.html)\n- [age](b.html)\n")
    assert [each.text for each in read.claims.values()] == ["It may be: obesity", "It may be: age"]


def test_a_linked_sentence_is_a_claim() -> None:
    assert [each.text for each in evidence("[It is so.](a.html)\n").claims.values()] == ["It is so."]


def test_an_address_alone_is_no_claim() -> None:
    read = evidence("It is.\n\n[https://example.org](https://example.org)\n")
    assert ([each.text for each in read.claims.values()], read.passed_over["web addresses"]) == (["It is."], 1)


def test_the_words_of_a_link_are_the_title_of_an_entry_without_one() -> None:
    read = evidence("It is [1].\n\n# Sources\n\n1. [Tea and sleep](https://example.org/tea)\n", "")
    (found,) = read.references.values()
    assert (found.title, found.url) == ("Tea and sleep", "https://example.org/tea")


@pytest.mark.parametrize(
    "text",
    [
        "DOI: https://doi.org/10.1/a",
        "e.g. https://a.org/1, https://a.org/2",
        "See also https://a.org and https://b.org.",
    ],
)
def test_addresses_with_what_they_are_are_no_claim(text: str) -> None:
    assert evidence(f"{text}\n").claims == {}


@pytest.mark.parametrize(
    "heading",
    [
        "Authors' contributions",
        "Conflict of interest",
        "Data sharing",
        "Ethics approval and consent",
        "Publisher\u2019s note",
    ],
)
def test_what_an_article_says_of_itself_is_no_claim(heading: str) -> None:
    assert evidence(f"# Sleep\n\n## {heading}:\n\nIt is.\n").claims == {}


@pytest.mark.parametrize(
    "heading", ["Data sharing is hampered", "Conflicts of interest among authors", "Sponsored sleep"]
)
def test_what_is_like_such_a_heading_has_claims(heading: str) -> None:
    assert evidence(f"# Sleep\n\n## {heading}\n\nIt is.\n").claims


def test_a_name_that_is_cited_may_begin_a_sentence() -> None:
    read = evidence("It is so [@a]. @b says so, as does @c. It is.")
    assert [each.text for each in read.claims.values()] == [
        "It is so.",
        "Clark 2017 says so, as does Roth 2011.",
        "It is.",
    ]


def test_what_cites_nothing_in_acknowledgements_is_no_claim() -> None:
    read = evidence("# Sleep\n\n# Acknowledgements\n\nWe thank her. It is so [@a].\n")
    assert [each.text for each in read.claims.values()] == ["It is so."]


@pytest.mark.parametrize("heading", ["Acknowledgments and Disclosure of Funding", "Danksagung", "\u81f4\u8c22"])
def test_thanks_are_no_claims_under_other_headings(heading: str) -> None:
    assert not evidence(f"# Sleep\n\n# {heading}\n\nWe thank her.\n").claims


def test_a_verdict_is_no_claim_but_what_completes_a_sentence_is() -> None:
    read = evidence("# Sleep\n\nFalse.\n\nThe claim is:\n\n- false\n")
    assert [each.text for each in read.claims.values()] == ["The claim is: false"]


@pytest.mark.parametrize("text", ["![It is so [@a].](a.png)", "| a [@a] |\n|---|", "[@a]"])
def test_a_marker_of_which_no_claim_is_made_is_reported(text: str) -> None:
    read = evidence(text)
    assert [(each.rule, each.severity, each.unread) for each in read.problems] == [("unread-citation", "info", 1)]
    assert not read.claims


LAWFUL = """\
# One

It is so [@a; @b, p. 3], see @c [p. 4]. It is not [@a; @a].

| It is [@a] |
|---|

![It is [@b; @c]](x.png)

- One: [@zzz].
- [@b]

[@c]

It is.[^1] And.[^2]

[^1]: @a.

[^2]: They say so [@b].
"""


def test_every_marker_is_a_citation_or_a_problem() -> None:
    text = LAWFUL
    article = read_markdown(evidence(text).files[1])
    read = evidence(text)
    in_claims = {(claim.place.line, each.reference) for claim in read.claims.values() for each in claim.citations}
    unread = [problem.text for problem in read.problems if problem.rule == "unread-citation"]
    for sentence in sentences_of(article):
        for marker in sentence.markers:
            for each in marker.cited:
                assert (sentence.line, each.key) in in_claims or sentence.quote in unread


def test_keys_go_on_from_file_to_file() -> None:
    read = parse("", ["# Sleep\n\nIt is.", "# Sleep\n\nIt is so."], files=["r.bib", "a.md", "b.md"])
    assert [(key, each.place.file) for key, each in read.claims.items()] == [("sleep-01", "a.md"), ("sleep-02", "b.md")]


def test_the_article_says_what_it_is_called() -> None:
    assert evidence("---\ntitle: Coffee\n---\n\nIt is.").article.title == "Coffee"


@pytest.mark.parametrize("name", ["a.md", "a.QMD", "a.Rmd", "a.markdown"])
def test_an_article_is_known_by_its_name(name: str) -> None:
    read = parse("", "It is so.", files=["references.bib", name])
    assert [file.role for file in read.files] == ["references", "article"]


@pytest.mark.parametrize("text", ["claim_id,cause,claim\na,b,c", "Claim ID;Cause;Claim\na;b;c"])
def test_a_table_is_none(text: str) -> None:
    read = parse("", text, files=["references.bib", "claims.md"])
    assert [file.role for file in read.files] == ["references", "claims"]
    assert detect(read.files[1]) is None
    assert len(read.claims) == 1


OWN_LIST = """\
<p>Tea wakes <span class="citation" data-cites="smith2010">(Smith 2010)</span>.</p>
<div id="refs" class="references">
<div id="ref-smith2010" class="csl-entry">Smith, Jane. {}. <em>Nights</em>. Press.</div></div>
"""


@pytest.mark.parametrize(
    ("year", "rule"), [("2010", "repeated-work"), ("", "repeated-work"), ("1999", "duplicate-key")], ids=str
)
def test_a_list_that_shows_the_bibliography_under_its_keys_is_the_same(year: str, rule: str) -> None:
    library = "@book{smith2010, author = {Smith, Jane}, title = {Light and nights}, year = {2010}}"
    evidence = parse(library, f"<!doctype html><html><body>{OWN_LIST.format(year)}</body></html>")
    assert evidence.references["smith2010"].fields.keys() - {"listed"} == {"author", "title", "year"}
    assert [each.rule for each in evidence.problems if each.rule != "read-from-text"] == [rule]
