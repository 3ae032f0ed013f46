"""The sections of a page of wikitext."""

from __future__ import annotations

from tests.reading.articles.wikitext import ROTH, article


def test_what_is_only_recommended_is_a_group_of_its_own() -> None:
    found = article(f"So.\n== Further reading ==\n* {ROTH}\n* Brown T. Hares. 1999.")
    groups = [each.group for each in found.references], [each.group for each in found.listed]
    assert groups == (["further-reading"], ["further-reading"])


def test_headings_are_a_path_and_the_title_is_what_is_bold_first() -> None:
    found = article("{{Infobox}}\n'''Hares''' are.\n== Causes ==\n=== Iron ===\nSo.\n== Ends ==\nSo.")
    assert found.about.title == "Hares"
    assert [each.headings for each in found.passages] == [(), ("Causes", "Iron"), ("Ends",)]
