"""Which bibliographies a file of a project's settings names, by what the file is called: Quarto's, MyST's and others.

    >>> from graph.model import File
    >>> from graph.reading.project_settings import bibliographies_in
    >>> bibliographies_in(File("conf.py", b"bibtex_bibfiles = ['refs.bib']")).names
    ('refs.bib',)

Nothing that settings say is run: of a program (`conf.py`) what stands there literally is read.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from graph.model import File
from graph.reading.yaml_values import YamlBlock, blocks, files_behind, header_end, is_list, keys_inside, values_of

QUARTO = ("_quarto.yml", "_quarto.yaml")
QUARTO_FOLDER = ("_metadata.yml", "_metadata.yaml")
MYST = "myst.yml"
BOOKDOWN = "_bookdown.yml"
JUPYTER_BOOK = "_config.yml"
SPHINX = "conf.py"
MANUBOT = "metadata.yaml"
MADE = "references.json"
"""What Manubot makes of all that a manuscript cites, in a folder `output`."""

MOST_BYTES = 2**20
"""How much of a file of settings is read."""

BIBFILES = "bibtex_bibfiles"
"""Under which name Sphinx has its bibliographies."""


class Naming(NamedTuple):
    """The bibliographies that settings name, as written, and the line in which they stand.

    `listed` says that they are a list, be it of one. `is_unread` that something names them that only a program can
    tell. `is_project` says that the file has settings of a project at all, where its name alone does not tell.
    """

    names: tuple[str, ...] = ()
    line: int = 1
    listed: bool = False
    is_unread: bool = False
    is_project: bool = True


def bibliographies_in(file: File) -> Naming:
    """The bibliographies that a file of settings names; of any other the header is asked."""
    text = file.data[:MOST_BYTES].decode("utf-8-sig", errors="replace")
    return READERS.get(PurePath(file.name).name, in_header)("\n".join(text.splitlines()))


def output_in(file: File) -> str:
    """The folder that settings of Quarto or bookdown name for what is made; an empty string where they name none."""
    top = blocks(file.data[:MOST_BYTES].decode("utf-8-sig", errors="replace").splitlines())
    named = [*values_of(keys_inside(top.get("project")).get("output-dir")), *values_of(top.get("output_dir"))]
    return next(iter(named), "")


def in_block(block: YamlBlock | None, *, is_project: bool = True) -> Naming:
    """What stands behind the key of bibliographies."""
    line = block.line if block else 1
    return Naming(tuple(files_behind(block)), line, listed=is_list(block), is_project=is_project)


def in_yaml(text: str) -> Naming:
    """What settings of Quarto, or the metadata of Manubot, name."""
    return in_block(blocks(text.split("\n")).get("bibliography"))


def in_myst(text: str) -> Naming:
    """What the project of MyST names."""
    project = blocks(text.split("\n")).get("project")
    return in_block(keys_inside(project).get("bibliography"), is_project=project is not None)


def in_jupyter_book(text: str) -> Naming:
    """What the settings of Jupyter Book name, in its own words or in those of Sphinx."""
    top = blocks(text.split("\n"))
    block = keys_inside(keys_inside(top.get("sphinx")).get("config")).get(BIBFILES) or top.get(BIBFILES)
    return in_block(block, is_project=block is not None)


def in_header(text: str) -> Naming:
    """What the header of the first file of a book names, as bookdown has it."""
    lines = text.split("\n")
    end = header_end(lines)
    top = blocks(lines[1 : end - 1], before=1) if end else {}
    return in_block(top.get("bibliography"), is_project="bookdown" in "".join(values_of(top.get("site"))))


def in_conf(text: str) -> Naming:
    """What the settings of Sphinx name literally."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of what the program may be warned when it runs
            body = ast.parse(text if BIBFILES in text else "").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Naming(is_unread=True)
    saying = [node for node in body if BIBFILES in names_used(node)]
    if not saying:
        return Naming(is_project=False)
    last = saying[-1]
    names = literal_names(last.value) if len(saying) == 1 and isinstance(last, ast.Assign | ast.AnnAssign) else None
    return Naming(tuple(names or ()), last.lineno, listed=True, is_unread=names is None)


def names_used(node: ast.AST) -> set[str]:
    """The names that a statement has anything to do with."""
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def literal_names(value: ast.expr | None) -> list[str] | None:
    """The names in a list that stands there; None where it has to be worked out."""
    if not isinstance(value, ast.List | ast.Tuple):
        return None
    names = [each.value for each in value.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return names if len(names) == len(value.elts) else None


READERS: Mapping[str, Callable[[str], Naming]] = {
    **dict.fromkeys((*QUARTO, *QUARTO_FOLDER, MANUBOT), in_yaml),
    MYST: in_myst,
    JUPYTER_BOOK: in_jupyter_book,
    SPHINX: in_conf,
}
"""What reads each file of settings; another one is read by its header."""
