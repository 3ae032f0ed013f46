"""What is noticed of an archive as a whole: each sort of finding with its code, as `docs/archive.md` lists them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from graph.auditing.settings import Settings
from graph.model import Finding, Place, Severity


class ArchiveRule(NamedTuple):
    """A sort of finding about an archive: its code and name, how much it matters, what it notices, and why."""

    code: str
    name: str
    severity: Severity
    title: str
    why: str


ARCHIVE_RULES: tuple[ArchiveRule, ...] = (
    ArchiveRule(
        "ARC001",
        "unread-article",
        "error",
        "An article could not be read.",
        "Nothing is known of it, so it counts neither as good nor as bad.",
    ),
    ArchiveRule(
        "ARC002",
        "names-alike",
        "warning",
        "The names of two articles differ in case only, or not at all once letters are written in one way.",
        "On some systems they are one file, and a reader takes one for the other.",
    ),
    ArchiveRule(
        "ARC003",
        "unknown-article",
        "warning",
        "articles.csv names an article that the archive does not have.",
        "What it says of it, its date for example, is lost.",
    ),
    ArchiveRule(
        "ARC004",
        "malformed-list",
        "warning",
        "Something in articles.csv, or in the table of all articles, cannot be read as it is meant.",
        "An article without a date cannot be compared with the notices of retractions.",
    ),
    ArchiveRule(
        "ARC005",
        "passed-over",
        "info",
        "Files that look like articles are not read as ones of their own.",
        "They may have been meant as articles.",
    ),
    ArchiveRule(
        "ARC006",
        "link-passed-over",
        "info",
        "A link leads to a folder or out of the archive, and is not followed.",
        "It may go round in circles, or lead to what is not the archive's.",
    ),
    ArchiveRule(
        "ARC007",
        "unreadable-folder",
        "error",
        "A folder could not be looked into.",
        "The articles in it are missing from all numbers.",
    ),
    ArchiveRule(
        "ARC008",
        "unused-references",
        "info",
        "References of a library that several articles share are cited by none of them.",
        "They may be left over, or their articles may be missing.",
    ),
    ArchiveRule(
        "ARC101",
        "retracted",
        "error",
        "An article cites what was retracted; a concern or a correction, and a notice after the article, is a warning.",
        "Whatever rests on it rests on something that its own journal took back.",
    ),
    ArchiveRule(
        "ARC102",
        "contradictions",
        "warning",
        "The intervals of two articles do not overlap, or one refutes the wording that the other sources.",
        "A reader of both learns two things of which one is wrong; in no article alone can it be seen.",
    ),
    ArchiveRule(
        "ARC103",
        "doi-clash",
        "warning",
        "References of two articles have one DOI, PMID or arXiv number, and unlike titles.",
        "Most of these were copied into the wrong entry: a reader is led to another work, and so is every other list.",
    ),
    ArchiveRule(
        "ARC104",
        "repeated",
        "info",
        "A claim stands in several articles in the same words, and they do not rest on the same works.",
        "What one of them rests on may bear out the others, or throw doubt on them.",
    ),
    ArchiveRule(
        "ARC105",
        "unobeyed-decision",
        "warning",
        "A decision about two works, in works.csv, cannot be obeyed.",
        "Somebody has looked, and what they found out is without effect.",
    ),
    ArchiveRule(
        "ARC106",
        "listed-journals",
        "warning",
        "An article cites a journal that is on the user's list.",
        "Whoever made the list does not trust the journal.",
    ),
)

BY_NAME = {each.name: each for each in ARCHIVE_RULES}


def noticed_in_archive(
    name: str, place: Place, message: str, subject: str = "", severity: Severity | None = None
) -> Finding:
    """A finding of the rule of this name; `subject` is what it is about, such as "article:a/b"."""
    found = BY_NAME[name]
    severe = severity or found.severity
    return Finding(code=found.code, rule=name, severity=severe, place=place, subject=subject, message=message)


def for_articles(settings: Settings) -> Settings:
    """The settings without the words that mean rules about archives, which no article knows."""
    own = tuple(word for word in settings.select if not rules_meant(word))
    ignore = {word: why for word, why in settings.ignore.items() if not rules_meant(word)}
    if settings.select and not own:
        ignore["ALL"] = "not selected"
    return replace(
        settings,
        select=own,
        extend_select=tuple(word for word in settings.extend_select if not rules_meant(word)),
        ignore=ignore,
        severity={word: level for word, level in settings.severity.items() if not rules_meant(word)},
        causes={
            cause: {word: why for word, why in said.items() if not rules_meant(word)}
            for cause, said in settings.causes.items()
        },
    )


def said_of_rule(rule: ArchiveRule, settings: Settings) -> Severity | None:
    """How severe the settings have a rule about archives; none where they do not ask for it."""
    words = {word for word in (*settings.select, *settings.ignore, *settings.severity) if rule.code in coded(word)}
    if (settings.select and words.isdisjoint(settings.select)) or words.intersection(settings.ignore):
        return None
    levels = [level for word, level in settings.severity.items() if word in words]
    return levels[-1] if levels else rule.severity


def coded(word: str) -> set[str]:
    """The codes of the rules about archives that a word means, ALL among the words."""
    return {each.code for each in (ARCHIVE_RULES if word.upper() == "ALL" else rules_meant(word))}


def rules_meant(word: str) -> list[ArchiveRule]:
    """The rules about archives that a word means: a name, a code, or the start of one."""
    upper = word.upper()
    return [each for each in ARCHIVE_RULES if each.name == word.lower() or (upper and each.code.startswith(upper))]
