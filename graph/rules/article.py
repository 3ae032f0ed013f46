"""Rules about a table beside the article as it is now: what each has that the other lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from itertools import chain

from graph.auditing.articles import GivenArticle
from graph.auditing.rule import Noticed, rule
from graph.model import WIDER, Claim, Evidence, Place, Quantity
from graph.rules.naming import called
from graph.rules.text import beginning
from graph.support.numbers import by_key
from graph.texts.figures import Stated, all_numbers, stated_figures
from graph.texts.likeness import folded
from graph.wording import MOST_HINTS, count, did_you_mean, listing

UNNAMED_SECTIONS = frozenset(
    {"abstract", "appendix", "body", "introduction", "lead", "main", "main text", "summary", "text", "title"}
)
"""What parts of an article are called that have no heading."""


@rule("TXT505", "warning", "claims")
def unknown_section(evidence: Evidence, article: GivenArticle) -> Iterator[Noticed]:
    """The column `section` has a heading that the article lacks.

    Why:
        A reader looks there in vain, and a quote that is in the article twice is told by its section. The heading was
        changed, or misspelt in the table. Each name is noticed once, at one of its claims. "Title", "Abstract",
        "Introduction" and the like may have no heading, and an article without any is left alone.

    False alarms:
        A heading that is no heading in the file, but a picture or bold text.

    Bad:
        claim_id,cause,claim,section
        c1,Coffee,Coffee delays falling asleep.,Cofee

        --- article.txt
        On drinks

        Coffee

        Coffee delays falling asleep.

    Good:
        claim_id,cause,claim,section
        c1,Coffee,Coffee delays falling asleep.,coffee
        c2,Coffee,Coffee is a drink.,Introduction

        --- article.txt
        On drinks

        Coffee

        Coffee delays falling asleep.
    """
    headings = {folded(each): each for sentence in article.sentences for each in sentence.passage.headings}
    if headings:
        lines = {
            folded(line) for line in article.text.split("\n")
        }  # plain text may have others than those told by form
        known = UNNAMED_SECTIONS.union(headings, lines, [folded(article.title)])
        rows = by_key((claim.section, claim) for claim in evidence.claims.values() if claim.section)
        unknown = [section for section in rows if folded(section.rpartition(WIDER)[2]) not in known]
        for number, section in enumerate(unknown):
            first, others = min(rows[section], key=lambda claim: claim.key), len(rows[section]) - 1
            more = f" (as of {count(others, 'further claim')})" if others else ""
            hint = did_you_mean(section, headings.values()) if number < MOST_HINTS else ""
            message = f"{called(first)}: the article has no heading {section!r}{more}"
            yield Noticed(first, f"{message}{hint or '; correct it, or leave it empty'}", "section")


@rule("TXT506", "warning", "claims")
def uncovered_figure(evidence: Evidence, article: GivenArticle) -> Iterator[Noticed]:
    """A sentence of the article states a figure that no row of the table has.

    Why:
        Figures are what readers take with them, and this one is not audited. Looked at are shares and multiples in
        digits. A row has a figure in its columns, its text or its quote; only the rows of the sentence's section are
        asked, if there are any.

    False alarms:
        A figure of the article's own methods, or one that was left out on purpose.

    Bad:
        claim_id,cause,claim,low,unit
        c1,Coffee,20 % of coffee drinkers sleep badly.,20,%

        --- article.md
        Of those who drink coffee, 20 % sleep badly. Of those who drink tea, 12 % do.

    Good:
        claim_id,cause,claim,low,unit
        c1,Coffee,A fifth of coffee drinkers sleep badly.,20,%
        c2,Tea,12 % of tea drinkers sleep badly.,,

        --- article.md
        Of those who drink coffee, 20 % sleep badly. Of those who drink tea, 12 % do.
    """
    stating = [(each, figures) for each in article.telling if (figures := in_figures(each.text))]
    rows = by_key((folded(claim.section), claim) for claim in evidence.claims.values())
    had = {section: frozenset(chain.from_iterable(map(figures_told, claims))) for section, claims in rows.items()}
    everywhere = frozenset(chain.from_iterable(had.values()))
    missing = []
    for sentence, figures in stating:
        there = [had[name] for each in sentence.passage.headings if (name := folded(each)) in had]
        known = frozenset().union(*there) if there else everywhere
        if left := [each.words for each in figures if not known.issuperset(each.ends)]:
            missing.append((sentence, left))
    for sentence, left in missing:
        place = Place(sentence.passage.file, sentence.line, offset=sentence.column)
        share = f"{len(missing):,} of {count(len(stating), 'sentence')} with figures"
        message = f"{beginning(sentence.text)!r} states {listing(left)}, which no row has ({share})"
        yield Noticed(place, f"{message}; add a row, or fill in its figures")


def in_figures(text: str) -> list[Stated]:
    """The shares and multiples that a text states in digits."""
    found = (*stated_figures(text, "%"), *stated_figures(text, "times"))
    return [each for each in found if any(letter.isdecimal() for letter in each.words)]


def figures_told(claim: Claim) -> set[Decimal]:
    """Every number that a claim has in its columns for figures, its text or its quote."""
    columns = (getattr(claim.quantity, each.name) for each in fields(Quantity))
    return {abs(each) for each in columns if isinstance(each, Decimal)} | all_numbers(f"{claim.text} {claim.quote}")
