"""A little evidence, and the page of it, for the tests that only look."""

import pytest

from graph.auditing.engine import audit
from graph.model import Evidence
from graph.page import render_page
from graph.page.contract import PageData
from graph.page.data import page_data
from graph.reading import parse
from tests.pages import LITTLE


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    return parse(*LITTLE)


@pytest.fixture(scope="session")
def text(evidence: Evidence) -> str:
    return render_page(evidence)


@pytest.fixture(scope="session")
def data(evidence: Evidence) -> PageData:
    return page_data(evidence, audit(evidence))
