"""What is read of articles: `python benchmarks/articles.py FOLDER` prints a row for each of them, and one for all.

The ends of sentences are compared with the ends of lines, which is fair to articles that are written a sentence a line,
as Manubot's are; for others no F1 is printed. A line that ends in the middle of a sentence is joined to the next one,
and one that holds two sentences counts against what is found.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.model import File
from graph.reading import read_files
from graph.reading.articles import ArticleText, Marker, masked, sentences_of
from graph.reading.articles.formats import detect
from graph.texts.sentences import MASK, sentence_spans

LINE_END = re.compile(r"[.!?][\"')\]}]*\Z")
LEAST_LINES = 0.9
"""Which share of its lines must end as a sentence does in an article that is written a sentence a line."""

AT_END = re.compile(rf"\s*(?P<marks>{MASK}(?:\s*{MASK})*)(?P<stop>[.!?])\Z")
RENDITIONS = {
    "as written": r"\g<0>",
    "[1].": r" \g<marks>\g<stop>",
    "¹.": r"\g<marks>\g<stop>",
    ". [1]": r"\g<stop> \g<marks>",
    ".¹": r"\g<stop>\g<marks>",
    ".[1][2]": r"\g<stop>\g<marks>\g<marks>",
}
"""How markers may stand, before the full stop and behind it."""


def prose(article: ArticleText) -> Iterator[list[str]]:
    """The lines of each paragraph, with masks for markers."""
    for passage in article.passages:
        if passage.kind == "text":
            yield [" ".join(line.split()) for line in masked(passage.runs)[0].split("\n") if line.strip()]


def is_whole(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    bare = line.rstrip(f" {MASK}")
    return bool(LINE_END.search(re.sub(rf"\s*{MASK}", "", line))) and not bare.endswith("et al.")


def sentence_lines(lines: Sequence[str]) -> list[str]:
    """Lines, with those that end in the middle of a sentence joined to the next one."""
    joined = [""]
    for line in lines:
        joined[-1] = f"{joined[-1]} {line}".strip()
        if is_whole(line):
            joined.append("")
    return [line for line in joined if line]


def ends_found(paragraphs: Sequence[Sequence[str]], rendition: str) -> Counter[str]:
    """How many ends of sentences are right, there, and found."""
    counts: Counter[str] = Counter()
    for lines in paragraphs:
        rendered = [AT_END.sub(rendition, line) for line in sentence_lines(lines)]
        ends = {sum(len(line) + 1 for line in rendered[: number + 1]) - 1 for number in range(len(rendered))}
        found = {end for _, end in sentence_spans(" ".join(rendered))}
        counts.update(right=len(ends & found), there=len(ends), found=len(found))
    return counts


def f1(counts: Counter[str]) -> str:
    """The harmonic mean of precision and recall."""
    return f"{2 * counts['right'] / (counts['there'] + counts['found']):.3f}"


def row(*cells: object) -> None:
    """Print a row of a table."""
    print("| " + " | ".join(map(str, cells)) + " |")


def main(folder: str) -> None:
    """Print the numbers of each article in a folder."""
    row(
        "file",
        "markers",
        "citations",
        "problems",
        "sentences",
        "references cited",
        *(f"F1 {name}" for name in RENDITIONS),
    )
    row(*["---"] * (6 + len(RENDITIONS)))
    totals: list[Counter[str]] = [Counter() for _ in RENDITIONS]
    keys: set[str] = set()
    numbers: Counter[str] = Counter()
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        file = File(path.name, path.read_bytes(), "claims")
        found = detect(file)
        if not found or path.suffix.casefold() not in found.suffixes:
            continue
        article, evidence = found.read(file), read_files([file])
        cited = [citation.reference for citation in evidence.citations()]
        counts = {
            "markers": sum(isinstance(run, Marker) for passage in article.passages for run in passage.runs),
            "citations": len(cited),
            "problems": sum(problem.unread for problem in evidence.problems),
            "sentences": len(list(sentences_of(article))),
        }
        paragraphs = list(prose(article))
        lines = [line for each in paragraphs for line in each]
        fair = bool(lines) and sum(map(is_whole, lines)) >= LEAST_LINES * len(lines)
        scores = [ends_found(paragraphs, rendition) for rendition in RENDITIONS.values()] if fair else []
        row(path.name, *counts.values(), len(set(cited)), *(map(f1, scores) if fair else "-" * len(RENDITIONS)))
        numbers.update(counts)
        keys.update(cited)
        for total, score in zip(totals, scores, strict=False):
            total.update(score)
    row("all", *numbers.values(), len(keys), *(f1(total) if total else "-" for total in totals))


if __name__ == "__main__":
    main(sys.argv[1])
