"""What is read of articles: `python benchmarks/articles.py FOLDER` prints a row for each of them, and one for all.

The ends of sentences are compared with the ends of lines, which is fair to articles that are written a sentence a line,
as Manubot's are; for others no F1 is printed. A line that ends in the middle of a sentence is joined to the next one,
and one that holds two sentences counts against what is found: `--differences` prints each of them. The parts of
documents of Word and OpenDocument that end in .xml are read as such documents.

`python benchmarks/articles.py ARTICLE --table claims.csv --bibliography references.bib` compares what is read of an
article with the table and the bibliography that somebody made of it by hand.
"""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.model import Evidence, File
from graph.reading import read, read_files
from graph.reading.article_formats import detect
from graph.reading.articles import ArticleText, masked, sentences_of
from graph.texts.forms import words
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


def ends_in(lines: Sequence[str], rendition: str) -> tuple[str, set[int], set[int]]:
    """A paragraph's text in a rendition, where its lines end, and the ends of sentences that are found."""
    rendered = [AT_END.sub(rendition, line) for line in sentence_lines(lines)]
    ends = {sum(len(line) + 1 for line in rendered[: number + 1]) - 1 for number in range(len(rendered))}
    text = " ".join(rendered)
    return text, ends, {end for _, end in sentence_spans(text)}


def ends_found(paragraphs: Sequence[Sequence[str]], rendition: str) -> Counter[str]:
    """How many ends of sentences are right, there, and found."""
    counts: Counter[str] = Counter()
    for lines in paragraphs:
        _, ends, found = ends_in(lines, rendition)
        counts.update(right=len(ends & found), there=len(ends), found=len(found))
    return counts


def f1(counts: Counter[str]) -> str:
    """The harmonic mean of precision and recall."""
    return f"{2 * counts['right'] / (counts['there'] + counts['found']):.3f}"


def row(*cells: object) -> None:
    """Print a row of a table."""
    print("| " + " | ".join(map(str, cells)) + " |")


PARTS = (
    (b"wordprocessingml", "word/document.xml", ".docx"),
    (b"opendocument", "content.xml", ".odt"),
)
"""What the parts of documents have in them, what they are called there, and how the documents end."""


def article_file(path: Path) -> File:
    """An article on the disk; a part of a document becomes one."""
    data = path.read_bytes()
    for sign, part, suffix in PARTS if path.suffix == ".xml" else ():
        if sign in data:
            whole = io.BytesIO()
            with zipfile.ZipFile(whole, "w") as archive:
                archive.writestr(part, data)
            return File(path.name + suffix, whole.getvalue(), "claims")
    return File(path.name, data, "claims")


COUNTED = ("markers", "citations", "problems", "sentences")


@dataclass
class Read:
    """What is read of one article or of all."""

    counts: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    scores: list[Counter[str]] = field(default_factory=lambda: [Counter() for _ in RENDITIONS])

    def add(self, other: Read) -> None:
        """Add what is read of another one."""
        self.counts.update(other.counts)
        self.keys |= other.keys
        for mine, theirs in zip(self.scores, other.scores, strict=True):
            mine.update(theirs)

    def show(self, name: str) -> None:
        """Print the row."""
        scores = (f1(score) if score else "-" for score in self.scores)
        row(name, *(self.counts[each] for each in COUNTED), len(self.keys), *scores)


def read_article(file: File, article: ArticleText) -> Read:
    """What is read of an article."""
    evidence = read_files([file])
    cited = [citation.reference for citation in evidence.citations()]
    counts = Counter(
        markers=sum(1 for _ in article.markers),
        citations=len(cited),
        problems=sum(problem.unread for problem in evidence.problems if problem.rule == "unread-citation"),
        sentences=sum(1 for _ in sentences_of(article)),
    )
    found = Read(counts, set(cited))
    if is_a_sentence_a_line(article):
        paragraphs = list(prose(article))
        found.scores = [ends_found(paragraphs, rendition) for rendition in RENDITIONS.values()]
    return found


def is_a_sentence_a_line(article: ArticleText) -> bool:
    """Whether an article has lines, and most of them end as a sentence does."""
    lines = [line for each in prose(article) for line in each]
    return article.by_line and sum(map(is_whole, lines)) >= LEAST_LINES * max(1, len(lines))


def articles_in(folder: Path) -> Iterator[tuple[File, ArticleText]]:
    """The articles of a folder, each as its name says what it is."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        file = article_file(path)
        found = detect(file)
        if found and Path(file.name).suffix.casefold() in found.suffixes:
            yield file, found.read(file)


def show_articles(folder: Path) -> None:
    """Print the numbers of each article in a folder."""
    row("file", *COUNTED, "references cited", *(f"F1 {name}" for name in RENDITIONS))
    row(*["---"] * (6 + len(RENDITIONS)))
    total = Read()
    for file, article in articles_in(folder):
        found = read_article(file, article)
        found.show(file.name)
        total.add(found)
    total.show("all")


def show_differences(folder: Path) -> None:
    """Print where the ends of sentences and of lines differ, with what stands before and behind."""
    for file, article in articles_in(folder):
        for lines in prose(article) if is_a_sentence_a_line(article) else ():
            for name, rendition in RENDITIONS.items():
                text, ends, found = ends_in(lines, rendition)
                for end in sorted(ends ^ found):
                    what = "line goes on" if end in found else "not found"
                    print(f"{file.name}: {name}: {what}: {text[max(0, end - 50) : end]!r} {text[end : end + 20]!r}")


SHARES = {"a third": 1 / 3, "half": 1 / 2, "all": 1}
"""Which share of a claim's words a sentence may have; a table says in other words what the article says."""


def show_compared(path: Path, table: str, bibliography: str) -> None:
    """Print what a draft of an article and a table that was made of it by hand have in common."""
    draft, curated = read([], path), read(bibliography, table)
    for heading, number in Counter(claim.cause for claim in draft.claims.values()).items():
        print(f"{number:5}  {heading}")
    titles = {words(each.title) for each in curated.references.values() if each.title}
    own = [words(each.title) for each in draft.references.values() if each.title]
    print(f"claims: {len(draft.claims)} drafted, {len(curated.claims)} in the table")
    print(f"causes: {len(draft.causes)} drafted, {len(curated.causes)} in the table")
    print(f"references: {len(draft.references)} drafted, {len(curated.references)} in the bibliography")
    print(f"titles: {len(own)} drafted, {sum(title in titles for title in own)} of them as in the bibliography")
    shares = list(covered(draft, curated))
    for name, least in SHARES.items():
        print(
            f"claims of the table with {name} of their words in one drafted sentence: {sum(s >= least for s in shares)}"
        )
    print(f"citations: {sum(1 for _ in draft.citations())} drafted, {sum(1 for _ in curated.citations())} in the table")


def covered(draft: Evidence, curated: Evidence) -> Iterator[float]:
    """For each claim of the table the largest share of its words that a sentence of the draft has."""
    sentences = [set(words(claim.text)) for claim in draft.claims.values()]
    for claim in curated.claims.values():
        own = set(words(claim.text))
        yield max(len(own & sentence) for sentence in sentences) / len(own)


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="a folder of articles; with --table an article")
    parser.add_argument("--differences", action="store_true", help="print each end that differs")
    parser.add_argument("--table", help="the table that was made of the article by hand")
    parser.add_argument("--bibliography", default="data/references.bib", help="and the bibliography")
    given = parser.parse_args()
    if given.table:
        show_compared(given.path, given.table, given.bibliography)
    elif given.differences:
        show_differences(given.path)
    else:
        show_articles(given.path)


if __name__ == "__main__":
    main()
