"""The links of an entry of a list of references."""

from __future__ import annotations

import pytest

from graph.reading.articles.listed_links import with_addresses
from tests.reading.articles.markdown import article

ENTRIES = {
    "address": ("Lee B. [doi](https://doi.org/10.1/a_(b))", "Lee B. doi https://doi.org/10.1/a_(b)", ""),
    "title": ("Lee B, [Tea wakes](https://a.org). Elm.", "Lee B, Tea wakes. Elm. https://a.org", "Tea wakes"),
    "title in italics": ("Lee B. [*Tea* wakes](https://a.org)", "Lee B. Tea wakes https://a.org", "Tea wakes"),
    "what says where": ("Lee B. [Full text](https://a.org)", "Lee B. Full text https://a.org", ""),
    "a search": ("Lee B. [A b c](https://scholar.google.com/x)", "Lee B. A b c", ""),
    "written out": ("Lee B. [https://a.org/b](https://a.org/b)", "Lee B. https://a.org/b", ""),
    "without how to get there": ("Lee B. Tea. [a.org/b](https://www.a.org/b/)", "Lee B. Tea. https://www.a.org/b/", ""),
    "a title of one word": ("Elm. [Sleep](https://a.org). May.", "Elm. Sleep. May. https://a.org", "Sleep"),
    "a word that is none": ("Lee B. Tea. [Scopus](https://a.org)", "Lee B. Tea. Scopus https://a.org", ""),
    "authors": ("[Lee B, Wu C, et al](https://a.org); Tea.", "Lee B, Wu C, et al; Tea. https://a.org", ""),
    "a number": ("Lee B. [PMC free article: PMC1](https://a.org)", "Lee B. PMC free article: PMC1 https://a.org", ""),
    "in the site": ("Lee B. [Tea wakes us](tea.md)", "Lee B. Tea wakes us", ""),
}


@pytest.mark.parametrize(("entry", "text", "title"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_has_the_addresses_of_its_links(entry: str, text: str, title: str) -> None:
    (found,) = article(f"# Sources\n\n- {entry}").listed
    assert (found.text, found.title) == (text, title)


def test_an_entry_may_have_a_name_that_links_lead_to() -> None:
    read = article('It is [[2]](#b).\n\n# References\n\n<a id="a"></a>1. Lee B.\n<a name="b"></a>2. Kim C.\n')
    assert [(each.label, each.text) for each in read.listed] == [("1", "Lee B."), ("2", "Kim C.")]


def test_words_that_are_an_address_are_written_as_it_is() -> None:
    links = [("elm.org/tea\u2026", "https://elm.org/tea/hot")]
    assert with_addresses("Tea. elm.org/tea\u2026", links) == ("Tea. https://elm.org/tea/hot", "")
