"""The types of the page's data in TypeScript."""

from typing import Any

import pytest

from graph.model import Stance
from graph.page import WEB, contract
from graph.page.typescript import interface, type_name, typescript


def test_the_types_of_the_page_are_written_from_those_of_python() -> None:
    assert (WEB / "data.d.ts").read_text(encoding="utf-8") == typescript()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (str, "string"),
        (float, "number"),
        (list[int], "number[]"),
        (dict[str, bool], "Record<string, boolean>"),
        (list[list[str]], "string[][]"),
        (Stance, "Stance"),
        (list[contract.ClaimData], "ClaimData[]"),
    ],
)
def test_a_type_is_written_in_typescript(kind: Any, text: str) -> None:
    assert type_name(kind) == text


@pytest.mark.parametrize(
    ("table", "member"),
    [
        (contract.MapNode, "  causes?: number;\n"),
        (contract.MapNode, "  id: string;\n"),
        (contract.QuantityData, "  unit?: string;\n"),
    ],
)
def test_only_what_may_be_missing_has_a_question_mark(table: type, member: str) -> None:
    assert member in interface(table)
