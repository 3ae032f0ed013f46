"""Rows that stand as columns: as dictionaries, a hundred thousand claims are made only to be taken apart again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Generic, Protocol, TypeVar

AnyRow = TypeVar("AnyRow")
Value_co = TypeVar("Value_co", covariant=True)


class Values(Protocol[Value_co]):
    """What a column is: a value for the number of each row."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Value_co: ...


class ColumnTable(Generic[AnyRow]):
    """Rows of one kind, a `TypedDict` each, which are made when they are looked at; columns are of equal length."""

    def __init__(self, columns: Mapping[str, Values[Any]]) -> None:
        self.columns = columns
        self.length = len(next(iter(columns.values())))

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, number: int) -> AnyRow:
        row: Any = {name: column[number] for name, column in self.columns.items()}
        return row  # type: ignore[no-any-return] # it has the names of such a row

    def __iter__(self) -> Iterator[AnyRow]:
        return map(self.__getitem__, range(self.length))

    def column(self, name: str) -> Any:
        """All values of a name."""
        return self.columns[name]


class ColumnParts(Generic[AnyRow]):
    """The rows of a table in lists, one after another: so many in each, such as the citations of each claim."""

    def __init__(self, rows: ColumnTable[AnyRow], counts: Sequence[int]) -> None:
        self.rows, self.counts = rows, counts
        self.begins = [0, *accumulate(counts)]

    def __len__(self) -> int:
        return len(self.counts)

    def __getitem__(self, number: int) -> list[AnyRow]:
        return [self.rows[each] for each in range(self.begins[number], self.begins[number + 1])]
