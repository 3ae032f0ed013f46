"""Text that was read in another encoding than it was written in, and what it should be."""

from __future__ import annotations

import re

ENTITY_REFERENCE = re.compile(r"&(?:#\d{2,6}|#x[\da-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")
"""How HTML writes a character that stands for something else."""

LOST_LETTER = re.compile(r"(?<![\w?])[A-Za-z\u00c0-\u024f]+\?[a-z\u00df-\u024f]{2,}(?![\w?=])")
"""A word with a question mark in its middle, as a program writes for a letter that it does not have."""


def as_windows(byte: int) -> str:
    """What Windows-1252 takes a byte for; the five that it lacks stay as in Latin-1."""
    raw = bytes([byte])
    return raw.decode("cp1252" if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "latin-1")


BYTES = {as_windows(byte): byte for byte in range(0x80, 0x100)} | {chr(byte): byte for byte in range(0x80, 0xA0)}
TAIL = "[" + "".join(re.escape(letter) for letter, byte in BYTES.items() if byte < 0xC0) + "]"  # noqa: PLR2004 - UTF-8
FIRST_OF_TWO, FIRST_OF_THREE = "\u00c2\u00c3\u00c4\u00c5\u00ce\u00cf", "\u00e2\u00ef"
TWICE_DECODED = re.compile(f"[{FIRST_OF_TWO}]{TAIL}|[{FIRST_OF_THREE}]{TAIL}{{2}}")
"""The bytes of one character in UTF-8, each taken for a letter: of Latin, Greek, and signs such as dashes."""

MAX_GARBLINGS = 3
"""How often text may have been garbled."""


def repaired(text: str) -> str:
    """Text with what was garbled as it should be: "SjÃ¶gren" is "Sjögren", "&amp;" is "&"; for the rest as it is."""
    for _ in range(MAX_GARBLINGS):
        better = html_decoded(TWICE_DECODED.sub(lambda match: decoded_once(match.group()), text))
        if better == text:
            break
        text = better
    return text


def html_decoded(text: str) -> str:
    """Text with the characters that HTML's entities stand for."""
    if "&" not in text:
        return text
    from html import unescape

    return ENTITY_REFERENCE.sub(lambda match: unescape(match.group()), text)


def decoded_once(letters: str) -> str:
    """The character whose bytes in UTF-8 were taken for these letters, or the letters."""
    try:
        return bytes(map(BYTES.__getitem__, letters)).decode()
    except UnicodeDecodeError:
        return letters


def may_be_garbled(text: str) -> bool:
    """Whether a text has a sign that all have in which a word is garbled."""
    return "&" in text or "?" in text or (not text.isascii() and has_twice_decoded(text))


def has_twice_decoded(text: str) -> bool:
    """Whether a text has bytes of UTF-8 that were taken for letters.

    Each first letter is looked for by itself, ten times as fast as a pattern looks for any of them.
    """
    for first in FIRST_OF_TWO + FIRST_OF_THREE:
        at = text.find(first)
        while at >= 0:
            if TWICE_DECODED.match(text, at):
                return True
            at = text.find(first, at + 1)
    return False


def garbled_word(text: str) -> tuple[str, str]:
    """The first word that is garbled, and what it should be, if that is certain; two empty strings where none is."""
    if not may_be_garbled(text):
        return "", ""
    for word in re.split(r"[ \t\n]+", text):  # a space that does not break may be half of a letter
        if not may_be_garbled(word) or "://" in word:
            continue
        if (better := repaired(word)) != word:
            return word, better
        if "/" not in word and (lost := LOST_LETTER.search(word)):
            return lost.group(), ""
    return "", ""
