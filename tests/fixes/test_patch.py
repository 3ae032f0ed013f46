"""What fixes would change, as a diff."""

from __future__ import annotations

import pytest

from graph.fixes.patch import diff
from graph.model import File
from tests.fixes.mending import REFERENCES, TABLE, files


def test_the_diff_has_the_names_as_given_and_some_lines_around() -> None:
    before = [File("./my refs.bib", b""), File("c.csv", b"1\r\n2\n3\n4\nold\n5\n6\n7\n8")]
    after = [before[0], File("c.csv", b"1\r\n2\n3\n4\nnew\n5\n6\n7\n8")]
    assert diff(before, after) == "--- c.csv\n+++ c.csv\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 5\n 6\n 7\n"


@pytest.mark.parametrize(("second", "hunks"), [(1, 1), (7, 1), (8, 2)])
def test_changes_near_each_other_share_a_hunk(second: int, hunks: int) -> None:
    lines = [f"{number}\n" for number in range(9)]
    changed = [f"{number}{'!' if number in {0, second} else ''}\n" for number in range(9)]
    before, after = ([File("f", "".join(each).encode())] for each in (lines, changed))
    assert diff(before, after).count("@@ -") == hunks


def test_of_changed_lines_the_old_ones_come_first() -> None:
    assert diff([File("f", b"a\nb\nc\n")], [File("f", b"A\nB\nc\n")]).splitlines()[3:] == ["-a", "-b", "+A", "+B", " c"]


def test_the_diff_tells_the_encoding_and_a_missing_last_line_break() -> None:
    before, after = [File("f", "é,\u200b".encode("utf-8-sig"))], [File("f", "é,".encode())]
    expected = (
        "--- f\tUTF-8 with a byte order mark\n+++ f\tUTF-8\n@@ -1,1 +1,1 @@\n"
        "-\\ufeffé,\\u200b\n\\ No newline at end of file\n+é,\n\\ No newline at end of file\n"
    )
    assert diff(before, after) == expected


def test_the_diff_is_safe_on_a_terminal() -> None:
    before, after = [File("a\x1b[2Jb", b"\x1b[31mold\t\\t\x07\n")], [File("a\x1b[2Jb", b"\x1b[31mnew\t\\t\x07\n")]
    shown = diff(before, after)
    assert all(each.isprintable() or each in "\n\t" for each in shown)
    assert "+\\x1b[31mnew\t\\t\\x07" in shown


def test_nothing_to_show_is_no_diff() -> None:
    assert diff(files(REFERENCES, TABLE), files(REFERENCES, TABLE)) == ""
