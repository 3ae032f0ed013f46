"""How well the rows of a table are found again in an article that was edited: `python benchmarks/redrafting.py FOLDER`.

Of the sentences of each article a third are edited, in one way after the other; a tenth are taken out, and in the place
of each stands one of another article. For each way of editing it prints how many rows find their sentence, take another
one for it, and find none, at several thresholds of likeness.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from unittest import mock

from graph.drafts import matching
from graph.drafts.matching import Wording, match, wording_of
from graph.reading import read

THRESHOLDS = ((50, 85), (60, 75), (60, 85), (60, 95), (70, 85), (80, 85))
"""Of one heading, and of another."""

ROUNDS = 5
"""How many times each article is edited."""

Edit = Callable[[str, random.Random], str]


def other_words(text: str, chance: random.Random, share: float) -> str:
    """A text with a share of its words, but at least one, replaced."""
    words = text.split()
    for at in chance.sample(range(len(words)), max(1, round(len(words) * share))):
        words[at] = chance.choice(("which", "several", "measured", "outcome", "treatment", "because", "thereby"))
    return " ".join(words)


def another_number(text: str, chance: random.Random) -> str:
    """A text with its numbers changed, or with one at its end."""
    changed = re.sub(r"\b\d+\b", lambda _: str(chance.randrange(100)), text)
    return changed if changed != text else f"{text} (n = {chance.randrange(100)})"


def clause_more(text: str, chance: random.Random) -> str:
    """A text with a clause in front."""
    return f"{chance.choice(CLAUSES)}, {text[:1].lower()}{text[1:]}"


def clause_less(text: str, chance: random.Random) -> str:
    """A text without a third of its words, at the beginning or at the end."""
    words = text.split()
    third = len(words) // 3 or 1
    return " ".join(words[third:] if chance.random() < 1 / 2 else words[:-third])


CLAUSES = (
    "In most of the studies that we know of",
    "As others have said before us",
    "With the exception of the smallest samples",
    "Although the evidence is of low quality",
)

EDITS: dict[str, Edit] = {
    "a word": lambda text, chance: other_words(text, chance, 0),
    "a number": another_number,
    "a clause more": clause_more,
    "a third less": clause_less,
    "every fourth word": lambda text, chance: other_words(text, chance, 1 / 4),
    "every second word": lambda text, chance: other_words(text, chance, 1 / 2),
    "moved, a word": lambda text, chance: other_words(text, chance, 0),
}


def edited(rows: Sequence[Wording], foreign: Iterator[Wording], chance: random.Random) -> Iterator[tuple[str, Wording]]:
    """Each row's sentence with the way in which it was edited; one that is taken out is a foreign one."""
    ways = cycle(EDITS)
    sections = [row.section for row in rows]
    for row in rows:
        dice = chance.random()
        if dice < 1 / 3:
            way = next(ways)
            claim = EDITS[way](row.claim, chance)
            section = chance.choice(sections) if way.startswith("moved") else row.section
            yield way, row._replace(quote=EDITS[way](row.quote, chance), claim=claim, section=section)
        elif dice < 1 / 3 + 1 / 10:
            other = next(foreign)
            yield "taken out", row._replace(quote=other.quote, claim=other.claim)
        else:
            yield "", row


def counted(rows: Sequence[Wording], others: Sequence[Wording], seed: int) -> Counter[tuple[str, str]]:
    """How many rows of each way of editing were found again, wrongly or not at all."""
    chance = random.Random(seed)  # noqa: S311 - edits, not secrets
    ways, sentences = zip(*edited(rows, cycle(chance.sample(others, len(others))), chance), strict=True)
    found = match(rows, sentences)
    counts: Counter[tuple[str, str]] = Counter()
    for number, way in enumerate(ways):
        said = found.said.get(number, range(0))
        at = said[0] if said else found.became.get(number)
        right = "missed" if at is None else "right" if at == number and way != "taken out" else "wrong"
        counts[way or "as it was", right] += 1
    return counts


def articles(folder: Path) -> Iterator[list[Wording]]:
    """The sentences of each article below a folder; the Markdown files of one folder are one."""
    parts = [sorted(each.glob("*.md")) for each in sorted(folder.iterdir()) if each.is_dir()]
    whole = [[path] for path in sorted(folder.glob("*/*")) if path.suffix in {".nxml", ".qmd"}]
    for files in filter(None, (*parts, *whole)):
        yield [wording_of(claim) for claim in read([], files).claims.values()]


def main(folder: str) -> None:
    """Print the table."""
    texts = list(articles(Path(folder)))
    for here, elsewhere in THRESHOLDS:
        with mock.patch.multiple(matching, ALIKE=here, ALIKE_ELSEWHERE=elsewhere):
            total: Counter[tuple[str, str]] = Counter()
            for number, rows in enumerate(texts):
                for seed in range(ROUNDS):
                    total += counted(rows, texts[number - 1], seed)
        print(f"\n| {here} under its heading, {elsewhere} elsewhere | right | wrong | missed |\n|---|---|---|---|")
        for way in ("as it was", *EDITS, "taken out"):
            print(f"| {way} | {' | '.join(f'{total[way, each]:,}' for each in ('right', 'wrong', 'missed'))} |")


if __name__ == "__main__":
    main(sys.argv[1])
