"""A store as large as is asked for, of the rows of a small one under other names: to be asked, without an audit.

Every copy has its articles, references and works for itself, as works are shared by a few; causes, figures that are
compared and statements of many articles are those of all copies. Findings, which no question asks, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from graph.archive.store import STORE, open_store, whole
from graph.archive.tables import ARCHIVE_TABLES, SQL_NAMES

OWN_NUMBERS = {"article", "identity", "lowest", "title"}
"""The numbers that every copy has for itself; those of causes and of what is compared are of all."""


def repeat_store(small: Path, into: Path, times: int) -> None:
    """Write so many copies of a store's articles into a new one."""
    with closing(open_store(str(into), "repeated")) as store:
        store.execute("ATTACH ? AS small", (str(small / STORE),))
        with whole(store):
            for copy in range(times):
                for statement in statements(copy):
                    store.execute(statement)


def statements(copy: int) -> Iterator[str]:
    """What puts one copy into the store."""
    for table, columns in ARCHIVE_TABLES.items():
        if table != "findings":
            cells = ", ".join(cell(table, name, kind, copy) for name, kind in columns.items())
            name = SQL_NAMES[table]
            yield f"INSERT INTO {name} SELECT {cells} FROM small.{name} WHERE article <> 0"  # noqa: S608 - our own names
    yield f"INSERT INTO desks SELECT {own_number('article', copy)}, desk FROM small.desks"  # noqa: S608 - as above


def cell(table: str, column: str, kind: type, copy: int) -> str:
    """What stands in a column of a copy."""
    if (table, column) == ("articles", "name"):
        return f"'{copy:04}/' || name"
    if column == "wording":
        return f"CASE WHEN text LIKE 'Statement %' THEN wording ELSE {own_number(column, copy)} END"
    return own_number(column, copy) if kind is int and column in OWN_NUMBERS else column


def own_number(column: str, copy: int) -> str:
    """A number with its last bits turned over by that of the copy: the lowest of several remains the lowest."""
    return f"({column} | {copy}) - ({column} & {copy})"
