"""The article as it stands now, beside the claims that were made of it: what has drifted since is told by comparing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from graph.model import Evidence, File, UnusableError
from graph.reading.article_formats import PLAIN_TEXT, detect
from graph.reading.contents import is_table, seen_in
from graph.reading.text import decode
from graph.texts.quotes import ComparableText, comparable, read_article
from graph.writing import AnyPath

if TYPE_CHECKING:
    from graph.reading.articles import ArticleText, Sentence


class GivenArticle(NamedTuple):
    """An article that an audit is given: its files, its sentences, whose passages name their file, and its title.

    `text` is that of the files that are plain text, where headings and what is left out can be quoted, too.
    """

    files: tuple[File, ...]
    title: str = ""
    sentences: tuple[Sentence, ...] = ()
    text: str = ""

    @property
    def telling(self) -> list[Sentence]:
        """The sentences of which a draft makes claims."""
        from graph.reading.articles.drafting import no_claim

        return [sentence for sentence in self.sentences if not no_claim(sentence)]

    @property
    def citing(self) -> list[Sentence]:
        """Those of them with citations."""
        return [sentence for sentence in self.telling if sentence.markers]

    def comparable_texts(self, sections: Sequence[str]) -> tuple[ComparableText, ...]:
        """Its words as plain text, with the markers as written, and without; `sections` are names of headings."""
        return (
            read_article(self.text, sections),
            comparable(self.parts(lambda sentence: sentence.quote), sections),
            comparable(self.parts(lambda sentence: sentence.text), sections),
        )

    def parts(self, words: Callable[[Sentence], str]) -> Iterator[tuple[Sequence[str], str]]:
        """Headings and sentences in their order, each with the headings it stands under."""
        above: tuple[str, ...] = ()
        yield above, self.title
        for sentence in self.sentences:
            headings = sentence.passage.headings
            if headings != above:
                yield from ((headings, heading) for heading in headings if heading not in above)
                above = headings
            yield headings, words(sentence)


def read_given_article(paths: Iterable[AnyPath]) -> GivenArticle:
    """Read an article, or its parts in their order, from files of any format; places have their bare names.

    Raises OSError where a file cannot be opened, and UnusableError where it is no article.
    """
    return given_article([File(PurePath(path).name, Path(path).read_bytes(), path=os.fspath(path)) for path in paths])


def given_article(files: Iterable[File]) -> GivenArticle:
    """An article of files that are in memory."""
    from graph.reading.articles import sentences_of  # who audits a table waits for no article

    texts: list[str] = []
    found: list[File] = []
    sentences: list[Sentence] = []
    for file in files:
        article = article_text_of(file)
        passages = (replace(passage, file=passage.file or article.file) for passage in article.passages)
        sentences += sentences_of(replace(article, passages=tuple(passages)))
        texts += [decode(file.data, file.name)[0]] if is_plain(file) else []
        found += [replace(each, role="article") for each in (file, *article.parts)]
    return GivenArticle(
        files=tuple(found), title=article.about.title, sentences=tuple(sentences), text="\n".join(texts)
    )


def article_text_of(file: File) -> ArticleText:
    """What an article says, by its format; what looks like nothing else is plain text."""
    if is_table(file.data):
        raise UnusableError(f"{file.path or file.name}: is no article that can be read: it is a claims table")
    if found := detect(file):
        return found.read(file)
    if seen := seen_in(file):
        what, _, _ = seen.partition(";")  # what to do there is about claims
        raise UnusableError(f"{file.path or file.name}: is no article that can be read: {what}")
    from graph.reading.articles.plain import read_plain

    return read_plain(file)


def is_plain(file: File) -> bool:
    """Whether a file is plain text."""
    found = detect(file)
    return found is None or found.name == PLAIN_TEXT


def is_own(evidence: Evidence, article: GivenArticle | None) -> bool:
    """Whether the claims were read from the article itself, so that nothing can have drifted."""
    own = {file.data for file in evidence.files if file.role == "article"}
    return bool(own) and (article is None or all(file.data in own for file in article.files))
