"""How an archive was read, as its store keeps it."""

from datetime import date

import pytest

from graph.archive.again import MATTER
from graph.archive.origin import KEPT_SETTINGS, settings_as_text, settings_from
from graph.auditing.settings import Settings
from graph.reading.limits import Limits

SETTINGS = [
    Settings(),
    Settings(select=("CLM",), extend_select=("GRF",), ignore={"REF205": "old"}, severity={"CLM001": "info"}),
    Settings(causes={"Iron": {"CLM001": "known"}}, profile="medrs", as_of=date(2026, 1, 2)),
    Settings(only="cited", section=("Results",), exclude=("drafts",), limits=Limits(entries=5)),
]


@pytest.mark.parametrize("settings", SETTINGS)
def test_settings_are_kept_as_they_are(settings: Settings) -> None:
    assert settings_from(settings_as_text(settings)) == settings


def test_all_settings_are_kept_that_have_a_part_in_what_is_found() -> None:
    assert {*KEPT_SETTINGS, "limits"} == {*MATTER, "exclude"}  # which articles there are changes none of them
