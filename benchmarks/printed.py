"""How well lists of references are read that BibTeX has printed, style by style.

    ./run python benchmarks/printed.py FILE.bib [STYLE ...]

Each entry of a bibliography is printed by `bibtex` in each style (those that TeX finds of the list below, if none is
named), read back, and compared with the entry itself, field by field. Behind what is right, of how many, stand titles
as they are read without the signs of the style, as a line of text. TeX must be installed; it makes no difference to
anything else here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.model import Reference
from graph.reading.bibtex import parse_references
from graph.reading.library_formats import join_references
from graph.reading.listed.entry import Entry, read_entry_text
from graph.reading.printed.items import as_line_of_text, items
from graph.texts.forms import words

STYLES = (
    "plain abbrv unsrt alpha apalike acm ieeetr siam plainnat abbrvnat unsrtnat plainurl IEEEtran splncs04 amsplain "
    "amsalpha elsarticle-num elsarticle-num-names elsarticle-harv ACM-Reference-Format apsrev4-2 apsrmp4-2 aipnum4-2 "
    "naturemag apacite chicago vancouver jneurosci aomalpha natdin dcu agsm kluwer aer mnras aasjournal angew rsc"
)
FIELDS = ("title", "author", "year", "journal", "booktitle", "volume", "pages", "doi")


def printed(bibliography: Path, style: str, folder: Path) -> str:
    """A bibliography as BibTeX prints all of it in a style; the empty text where that is not installed."""
    if not of_tex("kpsewhich", f"{style}.bst", folder):
        return ""
    lines = (r"\citation{*}", rf"\bibstyle{{{style}}}", rf"\bibdata{{{bibliography.stem}}}")
    (folder / f"{style}.aux").write_text("\n".join(lines), encoding="utf-8")
    of_tex("bibtex", style, folder)
    return (folder / f"{style}.bbl").read_text(encoding="utf-8", errors="replace")


def of_tex(program: str, name: str, folder: Path) -> bytes:
    """What a program of TeX says of a file."""
    return subprocess.run([program, name], cwd=folder, capture_output=True, check=False).stdout  # noqa: S603 - TeX's own


def values(reference: Reference) -> Mapping[str, object]:
    """What is compared of a reference, so that dashes, case and small slips of printing do not count."""
    facts = reference.facts
    texts = {
        name: words(reference.fields.get(name, "").replace("\N{EN DASH}", " ").replace("-", " ")) for name in FIELDS
    }
    names = tuple(words(name.short) for name in facts.names) if "author" in reference.fields else ()
    doi = facts.doi.folded if facts.doi else ""
    return {**texts, "author": names, "year": facts.year.first, "doi": doi}


def right(expected: Mapping[str, object], read: Reference | None, field: str) -> bool:
    """Whether a field was read as it is; of a list of authors that is cut what is there."""
    found = values(read)[field] if read else None
    cut = bool(read and read.et_al and field == "author" and found)
    whole = expected[field]
    return found == (whole[: len(found)] if cut and isinstance(whole, tuple) and isinstance(found, tuple) else whole)


def as_lines(text: str) -> Iterator[tuple[str, Reference]]:
    """The entries of a printed list as lines of text."""
    return ((item.key, read_entry_text(Entry(1, lines=[as_line_of_text(item)]), "a.bbl")[0]) for item in items(text))


def row(style: str, text: str, known: Mapping[str, Reference]) -> Iterator[str]:
    """How much of each field is right, of how many, and how many titles without the signs of the style."""
    read, plain = join_references([(text, "a.bbl")]).references, dict(as_lines(text))
    expected = {key: values(each) for key, each in known.items() if key in read}
    yield style
    for field in FIELDS:
        of = [key for key, each in expected.items() if each[field]]
        yield f"{sum(right(expected[key], read[key], field) for key in of)}/{len(of)}"
    yield str(sum(right(each, plain.get(key), "title") for key, each in expected.items()))


def main() -> None:
    """Print a row a style."""
    bibliography = Path(sys.argv[1])
    known, _ = parse_references(bibliography.read_text(encoding="utf-8"))
    print("".join(f"{name:>{22 if name == 'style' else 10}}" for name in ("style", *FIELDS, "as a line")))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / bibliography.name).write_bytes(bibliography.read_bytes())
        for style in sys.argv[2:] or STYLES.split():
            if text := printed(bibliography, style, folder):
                style_, *others = row(style, text, known)
                print(f"{style_:>22}" + "".join(f"{each:>10}" for each in others))


if __name__ == "__main__":
    main()
