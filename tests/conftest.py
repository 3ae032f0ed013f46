"""Fixtures for the tests that need a browser or Node, and how long a test of many examples may take.

No browser to be had is a failure where the variable CI is set; elsewhere the tests are skipped and the run's summary
says so in capitals. Firefox is tested where it is installed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from graph.page import write_page
from graph.reading import parse, read
from graph.reading.samples import ARCHIVE, sample_folder
from tests.browser import (
    NODE,
    ROOT,
    Axe,
    NoBrowserError,
    OpenPage,
    Tab,
    axe_violations,
    find_browser,
    launch,
    node_modules,
)
from tests.firefox import Firefox, FirefoxTab, OpenInFirefox, find_firefox, started
from tests.pages import MUCH

SKIPPED = "no browser"

# On a busy machine an example takes as long as others let it; what is slow is measured in benchmarks/. Every run draws
# other examples, so what half as many miss once is found soon after: CI draws them on each system and Python.
hypothesis.settings.register_profile("no hurry", deadline=None, max_examples=50)
hypothesis.settings.load_profile("no hurry")


@contextmanager
def needed() -> Iterator[None]:
    """Turn what cannot be had into a skip, but never in CI."""
    try:
        yield
    except NoBrowserError as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{SKIPPED}: {reason}")


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node executable, for scripts and `node --test`."""
    return NODE


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with needed():
        executable = find_browser()
    with pytest.MonkeyPatch.context() as patch:
        # The Node that comes with playwright needs libatomic, which slim systems lack.
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(NODE))
        with sync_playwright() as playwright:
            browser = launch(playwright, executable)
            yield browser
            browser.close()


@pytest.fixture(scope="session")
def usual_context(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> BrowserContext:
    """What tabs without options stand in; a page without content stays open, and with it their common process."""
    context = browser.new_context()
    empty = tmp_path_factory.mktemp("empty") / "page.html"
    empty.touch()
    context.new_page().goto(empty.as_uri())
    return context


@pytest.fixture
def open_page(browser: Browser, usual_context: BrowserContext) -> Iterator[OpenPage]:
    """Opens a file as a reader would; further options are those of playwright's `Browser.new_context`."""
    with ExitStack() as opened:

        def opener(path: Path, width: int = 1440, height: int = 900, **context_options: Any) -> Tab:
            context = usual_context
            if context_options:
                context = browser.new_context(**context_options)
                opened.callback(context.close)
            context.set_default_timeout(10_000)
            tab = Tab(context, path, width, height)
            opened.callback(tab.page.close)
            return tab.ready() if context_options.get("java_script_enabled", True) else tab

        yield opener
    usual_context.pages[0].evaluate(
        "localStorage.clear()"
    )  # the page keeps nothing; one that would, keeps it for itself


@pytest.fixture(scope="session")
def firefoxes() -> Iterator[Callable[[str], Firefox]]:
    """Starts the installed Firefox, once for light pages and once for dark ones."""
    executable = find_firefox()
    if executable is None:
        pytest.skip(f"{SKIPPED}: no Firefox is installed (a snap will not do); install one or name it in FIREFOX")
    with ExitStack() as running:
        yield cache(lambda scheme: running.enter_context(started(executable, scheme)))


@pytest.fixture
def open_in_firefox(firefoxes: Callable[[str], Firefox]) -> Iterator[OpenInFirefox]:
    """Opens a file in Firefox as a reader would."""
    with ExitStack() as opened:

        def opener(path: Path, width: int = 1440, height: int = 900, scheme: str = "light") -> FirefoxTab:
            tab = FirefoxTab(firefoxes(scheme), path, width, height)
            opened.callback(tab.close)
            return tab

        yield opener


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of the archive that comes with the package, which has something of all that lies across articles."""
    return Path(shutil.copytree(sample_folder(ARCHIVE), tmp_path / ARCHIVE))


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's page."""
    evidence = read(ROOT / "data" / "references.bib", ROOT / "data" / "claims.csv")
    return write_page(evidence, tmp_path_factory.mktemp("page") / "evidence.html")


@pytest.fixture(scope="session")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of so much evidence that its data are compressed and its lists are drawn in parts."""
    return write_page(parse(*MUCH), tmp_path_factory.mktemp("long") / "page.html")


@pytest.fixture(scope="session")
def npm() -> Path:
    """The folder with the packages from npm."""
    with needed():
        return node_modules()


@pytest.fixture(scope="session")
def axe(npm: Path) -> Axe:
    """Checks a page's accessibility with axe-core."""
    source = (npm / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    return lambda page, only=(): axe_violations(page, source, only)


def pytest_xdist_auto_num_workers() -> int:
    """With `-n auto`, one process more than processors, as the tests of the page wait for the browser."""
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the short summary mumbles: that the page was not tested."""
    reasons = [report.longrepr[2] for report in terminalreporter.getreports("skipped") if report.longrepr]
    missed = [reason for reason in reasons if SKIPPED in reason]
    if missed:
        terminalreporter.write_sep("!", f"TESTS THAT DID NOT RUN: {len(missed)}", red=True, bold=True)
        for reason in dict.fromkeys(missed):
            terminalreporter.write_line(reason)
