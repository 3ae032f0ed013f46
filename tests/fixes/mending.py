"""How the tests of fixes mend files that exist in memory only."""

from __future__ import annotations

from functools import partial

from graph.auditing.engine import audit
from graph.auditing.settings import Settings
from graph.fixes import Fixed, fix
from graph.fixes.edits import Edit
from graph.model import File, Place

REFERENCES = "@article{drake2013, doi = {10.5664/jcsm.3170}}\n@article{clark2017, title = {Ü}}\n"
HEADER = "claim_id,cause,claim,supports,kind,basis"
TABLE = f"{HEADER}\nc1,X,Y,drake2013,,\n"


def mend(
    references: str | bytes, claims: str | bytes, settings: Settings | None = None, *, unsafe: bool = False
) -> Fixed:
    """Fix two files that exist in memory only."""
    return fix(files(references, claims), partial(audit, settings=settings or Settings()), unsafe=unsafe)


def files(references: str | bytes, claims: str | bytes) -> list[File]:
    bibliography, table = (text.encode() if isinstance(text, str) else text for text in (references, claims))
    return [File("references.bib", bibliography), File("claims.csv", table, "claims")]


def mended(references: str | bytes, claims: str | bytes, *, unsafe: bool = False) -> tuple[bytes, bytes]:
    references_after, claims_after = mend(references, claims, unsafe=unsafe).files
    return references_after.data, claims_after.data


def mended_cell(cell: str, *, unsafe: bool = False, column: str = "supports", references: str = REFERENCES) -> str:
    """The only row's last cell after fixing."""
    head = f"claim_id,cause,claim,{column}\nc1,X,Y,"
    after = mended(references, f"{head}{cell}\n", unsafe=unsafe)[1].decode()
    return after.removeprefix(head).removesuffix("\n")


def mended_entry(entry: str, claims: str = TABLE) -> str:
    return mended(entry, claims)[0].decode()


def make_edit(start: int, end: int, new: str = "") -> Edit:
    return Edit(place=Place("f", 1), start=start, end=end, new=new, code="", rule="", message="", safe=True)
