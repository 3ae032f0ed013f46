"""The page's scripts know the same of states as Python does."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any, cast

import pytest

from graph.page import WEB
from graph.page.data import BAR
from graph.support import SOURCED, STATES


@pytest.fixture(scope="module")
def states(node: Path) -> dict[str, Any]:
    """What the page's scripts know of states (`states.js`)."""
    script = f"import * as states from '{(WEB / 'states.js').as_uri()}'; console.log(JSON.stringify(states))"
    done = subprocess.run([node, "--input-type=module", "--eval", script], capture_output=True, text=True, check=True)  # noqa: S603 (our own Node)
    return cast("dict[str, Any]", json.loads(done.stdout))


def test_states_are_called_the_same_with_and_without_scripts(states: dict[str, Any]) -> None:
    words = re.findall(r"{% set words = ({.*?}) %}", (WEB / "page.html").read_text(encoding="utf-8"))
    assert [states["STATE_WORDS"]] == [json.loads(each) for each in words]


@pytest.mark.parametrize("table", ["STATE_WORDS", "REASONS"])
def test_states_have_words_in_the_order_in_which_they_are_counted(states: dict[str, Any], table: str) -> None:
    assert tuple(states[table]) == STATES


def test_every_state_has_its_place_among_the_worst(states: dict[str, Any]) -> None:
    assert sorted(states["WORST_FIRST"]) == sorted(STATES)


def test_what_rests_on_nothing_is_the_same_in_scripts(states: dict[str, Any]) -> None:
    assert set(states["NOTICES"]) == set(STATES) - SOURCED


def test_a_bar_has_the_same_parts_with_and_without_scripts(states: dict[str, Any]) -> None:
    assert [(part["look"], tuple(part["states"])) for part in states["PARTS"]] == list(BAR.items())
