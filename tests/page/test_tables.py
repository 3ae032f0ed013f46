"""Rows that stand as columns."""

from graph.page.tables import ColumnParts, ColumnTable

LETTERS: ColumnTable[dict[str, object]] = ColumnTable({"letter": ["a", "b", "c"], "number": [1, 2, 3]})


def test_a_row_has_what_each_column_has_there() -> None:
    assert LETTERS[1] == {"letter": "b", "number": 2}


def test_all_rows_are_made_one_after_another() -> None:
    assert [row["number"] for row in LETTERS] == [1, 2, 3]


def test_a_table_without_rows_is_false() -> None:
    assert not ColumnTable({"letter": []})


def test_parts_have_as_many_rows_as_they_are_given() -> None:
    parts = ColumnParts(LETTERS, [2, 0, 1])
    assert [[row["letter"] for row in parts[number]] for number in range(len(parts))] == [["a", "b"], [], ["c"]]
