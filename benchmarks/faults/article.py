"""Faults in what a table has from its article: quotes, sections, and what has changed since."""

from __future__ import annotations

import re
from random import Random

from faults.files import Files, Made
from faults.kinds import claim, ensure, keys_in, kind, lower_first, one_of, plain_title, some_rows, swapped

FIGURE = re.compile(r"\d[\d.]* ?(?:%|percent|per cent|times)")
ADDED = (
    "A later study looked at {} {}.",
    "The same was found for {} {}.",
    "Not everybody agrees, as work on {} shows {}.",
    "For more about this, {} may be read {}.",
)
COUNTED = (
    "In a new survey, {} % of those asked had it.",
    "Those over sixty have it {} times as often.",
    "About {} percent got better within a year.",
    "In another country it is {}%.",
)


def with_article(files: Files) -> None:
    """Write the article that the table is of, a sentence to a line, and quote in each row its own sentence."""
    lines: list[str] = []
    sections: list[str] = []
    for row in files.rows:
        if row.get("section", "") not in ("", *sections[-1:]):
            sections.append(row["section"])
            lines += ["", f"# {row['section']}", ""]
        row["quote"] = with_marker(row["claim"], keys_in(row.get("supports", "")))
        lines.append(row["quote"])
    ensure(files, "quote")
    files.article = "\n".join(lines)


def with_marker(text: str, keys: list[str]) -> str:
    """A sentence with a marker that cites keys."""
    marker = f" [{'; '.join(f'@{key}' for key in keys)}]" if keys else ""
    return f"{text.strip().rstrip('.')}{marker}."


def insert(files: Files, random: Random, sentence: str) -> None:
    """Put a sentence behind one of the article's."""
    lines = files.article.split("\n")
    after = random.choice([number for number, line in enumerate(lines) if line.endswith(".")])
    lines.insert(after + 1, sentence)
    files.article = "\n".join(lines)


@kind("quote-not-found", of="claims", prepare=with_article)
def quote_with_a_word_changed(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "quote") if len(files.rows[each]["quote"].split()) > 5]
    if not numbers:
        return None
    number = random.choice(numbers)
    words = files.rows[number]["quote"].split()
    files.rows[number]["quote"] = " ".join([*words[:2], "hardly", *words[3:]])
    return claim(files, number)


@kind("quote-not-found", of="claims", prepare=with_article)
def sentence_reworded_in_the_article(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "quote") if len(files.rows[each]["quote"].split()) > 5]
    if not numbers:
        return None
    number = random.choice(numbers)
    words = files.rows[number]["quote"].split()
    words.insert(random.randrange(2, 5), random.choice(("clearly", "in most cases", "as it seems,", "still")))
    files.article = files.article.replace(files.rows[number]["quote"], " ".join(words))
    return claim(files, number)


@kind("unknown-section", of="claims", prepare=with_article)
def section_that_the_article_lacks(files: Files, random: Random) -> Made | None:
    numbers = some_rows(files, "section")
    if not numbers:
        return None
    number = random.choice(numbers)
    old = files.rows[number]["section"]
    files.rows[number]["section"] = random.choice((f"{old} and others", swapped(old, random), f"On {old.lower()}"))
    return claim(files, number)


@kind("uncovered-sentence", of="claims", prepare=with_article)
def cited_sentence_added_to_the_article(files: Files, random: Random) -> Made | None:
    entry = one_of([each for each in files.entries if len(plain_title(each).split()) > 3], random)
    if entry is None:
        return None
    sentence = random.choice(ADDED).format(lower_first(plain_title(entry)), f"[@{entry.key}]")
    insert(files, random, sentence)
    return Made(words=(sentence,))


@kind("uncovered-sentence", of="claims", prepare=with_article)
def row_of_a_cited_sentence_lost(files: Files, random: Random) -> Made | None:
    numbers = some_rows(files, "supports", "quote")
    if not numbers:
        return None
    row = files.rows.pop(random.choice(numbers))
    return Made((f"cause:{row['cause']}",), words=(row["quote"],))


@kind("uncovered-figure", of="claims", prepare=with_article)
def sentence_with_a_figure_added_to_the_article(files: Files, random: Random) -> Made | None:
    sentence = random.choice(COUNTED).format(random.choice((random.randint(3, 97), f"{random.uniform(2, 60):.1f}")))
    insert(files, random, sentence)
    return Made(words=(sentence,))


@kind("uncovered-figure", of="claims", prepare=with_article)
def row_with_a_figure_lost(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "claim") if FIGURE.search(files.rows[each]["claim"])]
    if not numbers:
        return None
    row = files.rows.pop(random.choice(numbers))
    return Made((f"cause:{row['cause']}",), words=(row["quote"],))


@kind("uncovered-figure", of="claims", prepare=with_article)
def figure_changed_in_the_article(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "claim") if FIGURE.search(files.rows[each]["claim"])]
    if not numbers:
        return None
    number = random.choice(numbers)
    by = random.randint(2, 30)
    old = files.rows[number]["quote"]
    new = FIGURE.sub(lambda figure: re.sub(r"\d+", lambda digits: str(int(digits[0]) + by), figure[0], count=1), old)
    files.article = files.article.replace(old, new)
    return Made((f"claim:{files.rows[number]['claim_id']}",), words=(new,))


@kind("several-claims", of="claims", prepare=with_article)
def two_cited_sentences_made_one(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "supports", "section") if cites_on(files, each)]
    if not numbers:
        return None
    number = random.choice(numbers)
    row, other = files.rows[number], files.rows.pop(number + 1)
    joint = random.choice((", and {}.", ", while {}.", "; {}.", ", but {}.", "; however, {}.", ", whereas {}."))
    quote, text = (row[name].rstrip(".") + joint.format(lower_first(other[name])) for name in ("quote", "claim"))
    files.article = files.article.replace(f"{other['quote']}\n", "").replace(row["quote"], quote)
    keys = [*keys_in(row["supports"]), *keys_in(other["supports"])]
    row |= {"quote": quote, "claim": text, "supports": "; ".join(dict.fromkeys(keys))}
    return Made((f"claim:{row['claim_id']}", f"cause:{other['cause']}"))


def cites_on(files: Files, number: int) -> bool:
    """Whether the next row is of the same section and cites something else."""
    row, other = files.rows[number], files.rows[number + 1] if number + 1 < len(files.rows) else {}
    keys = (set(keys_in(each.get("supports", ""))) for each in (row, other))
    return bool(other.get("supports")) and other["section"] == row["section"] and set.isdisjoint(*keys)


def marked(files: Files) -> None:
    """Say of every citation that the article marks it."""
    ensure(files, "basis")
    for row in files.rows:
        row["basis"] = "cited" if row.get("supports") else row.get("basis", "")


@kind("no-intext-citations", of="claims", prepare=marked)
def basis_filled_down(files: Files, random: Random) -> Made | None:
    for row in files.rows:
        row["basis"] = "inferred" if row["basis"] else ""
    return Made()


@kind("no-intext-citations", of="claims", prepare=marked)
def column_of_the_basis_lost(files: Files, random: Random) -> Made | None:
    files.columns.remove("basis")
    return Made()
