"""Where the pages of articles are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive.page.paths import is_page_path, page_paths

PLAIN = ["a", "neurology/parkinson", "PMC123", "2024.05-a_b", "été/größe", "鉄"]
ODD = [
    "",
    ".",
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "a//b",
    "a/./b",
    ".hidden",
    "con",
    "NUL.txt",
    "com1",
    "ends.",
    "ends-",
    "evidence.html",
    "sub/Evidence.HTML",
    "x" * 61,
    "a b",
    "a\nb",
    "a:b",
    "-x",
    "=cmd",
    "C:\\x",
    "\udcff",
    "\N{RIGHT-TO-LEFT OVERRIDE}a",
]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_name_is_its_own_path(name: str) -> None:
    assert page_paths([name]) == {name: f"articles/{name}/evidence.html"}


@pytest.mark.parametrize("name", ODD)
def test_any_other_name_has_a_path_that_can_be_anywhere(name: str) -> None:
    (path,) = page_paths([name]).values()
    folder = path.removeprefix("articles/").removesuffix("/evidence.html")
    assert is_page_path(path)
    assert folder
    assert all(part and part == part.strip(". ") for part in folder.split("/"))
    assert not set(folder) & set('\\:*?"<>|\n\0 ')


def test_names_that_differ_in_case_only_have_paths_of_their_own() -> None:
    paths = page_paths(["Iron/a", "iron/a"])
    assert len({path.casefold() for path in paths.values()}) == 2


@given(st.lists(st.text(max_size=300), unique=True, max_size=6))
def test_no_two_paths_are_the_same_and_none_is_long(names: list[str]) -> None:
    paths = page_paths(names)
    assert len({path.casefold() for path in paths.values()}) == len(names)
    assert all(len(path.encode(errors="replace")) < 250 for path in paths.values())


@given(st.text())
def test_no_path_leads_out_of_the_folder(name: str) -> None:
    assert is_page_path(page_paths([name])[name])


@pytest.mark.parametrize("path", ["articles/../a/evidence.html", "/articles/a/evidence.html", "articles/a.txt", "a"])
def test_what_is_no_path_of_a_page_is_told(path: str) -> None:
    assert not is_page_path(path)
