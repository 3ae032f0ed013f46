"""What fixes would change, as a unified diff to look at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from graph.fixes.edits import LINE_BREAK, read_text
from graph.model import File
from graph.wording import printable

CONTEXT = 3
"""The lines around a change that a unified diff shows."""


def diff(before: Sequence[File], after: Sequence[File]) -> str:
    """The files' changes as a unified diff; what a terminal would not show as it is, is written as an escape.

    A fix never adds or removes a line, so that lines can be compared one by one.
    """
    return "".join(f"{line}\n" for old, new in zip(before, after, strict=True) for line in file_diff(old, new))


def file_diff(old: File, new: File) -> Iterator[str]:
    """The lines of the diff of one file, with the encodings where they differ."""
    texts = read_text(old), read_text(new)
    if old.data == new.data or not (texts[0] and texts[1]):
        return
    recoded = texts[0].called != texts[1].called
    for mark, file, text in (("---", old, texts[0]), ("+++", new, texts[1])):
        yield f"{mark} {printable(file.name)}" + (f"\t{text.called}" if recoded else "")
    yield from hunks(*(split_lines(text.text) for text in texts if text))


def line_diff(before: File, after: File) -> str:
    """The change of one file as a unified diff, of whose lines there may be more than before, or fewer."""
    texts = read_text(before), read_text(after)
    if before.data == after.data or not (texts[0] and texts[1]):
        return ""
    old, new = (split_lines(text.text) for text in texts if text)
    name = printable(before.name) if before.data else "/dev/null"
    return "".join(f"{line}\n" for line in unified_diff(old, new, name, printable(after.name), n=CONTEXT, lineterm=""))


def split_lines(text: str) -> list[str]:
    """The lines as they are shown."""
    lines = ["\t".join(printable(part) for part in line.split("\t")) for line in LINE_BREAK.split(text)]
    if lines[-1]:
        return [*lines[:-1], f"{lines[-1]}\n\\ No newline at end of file"]
    return lines[:-1]


def hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The changed lines with some lines around them; changes that are near each other share a hunk."""
    changed = [number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    start = 0
    for position, number in enumerate(changed):
        if number == changed[-1] or changed[position + 1] - number > 2 * CONTEXT + 1:
            first, last = max(changed[start] - CONTEXT, 0), min(number + CONTEXT + 1, len(old))
            yield f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@"
            yield from hunk(old[first:last], new[first:last])
            start = position + 1


def hunk(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines of one hunk: of changed lines that follow each other, first the old ones and then the new ones."""
    pending: list[str] = []
    for before, after in zip(old, new, strict=True):
        if before != after:
            yield f"-{before}"
            pending.append(f"+{after}")
        else:
            yield from pending
            pending.clear()
            yield f" {before}"
    yield from pending
