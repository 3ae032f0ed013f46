"""The names that answer for a reference."""

from __future__ import annotations

import pytest

from graph.references.names import Name
from graph.rules.authors import fault_in_name
from tests.rules.running import findings, found


@pytest.mark.parametrize(
    ("author", "message"),
    [
        ("Drake, Christopher; Roth, Thomas", "'Drake, Christopher; Roth, Thomas' is read as one name; write 'and' for"),
        ("Drake C; Roth T", "for each semicolon"),
        ("Drake, C., Roth, T., Owens, J.", "write 'and' between people"),
        ("Drake C, Roth T", "write 'and' between people"),
        ("Christopher Drake, Thomas Roth, Judith Owens", "write 'and' between people"),
        ("Smith, J. & Jones, K.", "write 'and' between people"),
    ],
)
def test_several_people_in_one_name(author: str, message: str) -> None:
    (finding,) = findings("joined-authors", f"@article{{a, author = {{{author}}}}}")
    assert message in finding.message
    assert finding.place.column == "author"


@pytest.mark.parametrize(
    "name", [Name("al.", "et"), Name("Drake", "C et alii"), Name("others."), Name(literal="others"), Name("et al")]
)
def test_what_cuts_a_list_is_no_name(name: Name) -> None:
    assert "write 'and others'" in fault_in_name(name)


@pytest.mark.parametrize(
    "author",
    [
        "Drake, C and Roth, T",
        "Drake, Jr., Christopher",
        "Drake, III, Christopher",
        "Garcia Lopez, Maria Jose",
        "Drake C, Thomas",
        "Sj&ouml;gren, Hans",
        "{Department of Food; Geneva, New York, Rome}",
        "World Health Organization, Geneva, Switzerland",
        "Etal, Al",
    ],
)
def test_one_name(author: str) -> None:
    assert found("joined-authors", f"@article{{a, author = {{{author}}}}}") == []


def test_a_long_list_is_cut_in_the_message() -> None:
    (message,) = found("joined-authors", f"@article{{a, author = {{{'; '.join(['Drake, C'] * 40)}}}}}")
    assert len(message) < 250


@pytest.mark.parametrize(("letters", "shown"), [(80, "b'"), (81, "b ...'")])
def test_a_name_that_just_fits_is_shown_whole(letters: int, shown: str) -> None:
    (message,) = found("joined-authors", f"@article{{a, author = {{A;{'b' * (letters - 2)}}}}}")
    assert message.partition(" is read")[0].endswith(shown)


def test_editors_are_people_too() -> None:
    (finding,) = findings("joined-authors", "@book{a, editor = {Drake, C; Roth, T}}")
    assert finding.place.column == "editor"
