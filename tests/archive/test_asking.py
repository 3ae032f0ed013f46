"""Questions of an archive from Python, and what works are called there."""

from contextlib import closing
from pathlib import Path

import pytest

from graph.archive.asking import EngineName, ask_archive
from graph.archive.auditing import audit_archive
from graph.archive.duck import write_tables
from graph.archive.store import STORE, read_store
from graph.auditing.given import Given
from graph.auditing.lists import Notice
from graph.model import UnusableError
from tests.archive.archives import CLAIMS, asked, write_files
from tests.archive.stored import entry

BIB = entry("k", "Iron deficiency and restless legs in pregnancy", "10.1000/x", more="pmid = {12345}")
OTHER = entry("s", "Caffeine and sleep in young adults after noon", "10.1000/y")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of two articles that share a work, one of which has another."""
    table = CLAIMS.replace("a2001", "k")
    files = {"a/references.bib": BIB, "a/claims.csv": table, "b/references.bib": BIB + OTHER, "b/claims.csv": table}
    into = tmp_path_factory.mktemp("results")
    audit_archive(write_files(tmp_path_factory.mktemp("root"), files), into)
    return into


@pytest.mark.parametrize("name", ["10.1000/X", "https://doi.org/10.1000/x", "12345", "pmid:12345", "iron pregnancy"])
def test_a_work_is_called_by_what_it_is_known_by(results: Path, name: str) -> None:
    assert [row["article"] for row in ask_archive(results, "falls-with", name)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("Doe 2001", "may be 2 works: Doe 2001, Iron"), ("nothing", "no work is called"), ("10.1000/z", "no work")],
)
def test_a_name_that_no_work_or_several_have_is_one_line(results: Path, name: str, message: str) -> None:
    with pytest.raises(UnusableError, match=message):
        ask_archive(results, "falls-with", name)


def test_an_unknown_question_proposes_another(results: Path) -> None:
    with pytest.raises(UnusableError, match="did you mean 'carriers'"):
        ask_archive(results, "carrier")


def test_a_question_that_is_about_no_work_says_so(results: Path) -> None:
    with pytest.raises(UnusableError, match="leave 'Doe' out"):
        ask_archive(results, "carriers", "Doe")


def test_a_list_stands_in_the_place_of_the_archives_own_and_changes_nothing(results: Path) -> None:
    before = (results / STORE).read_bytes()
    notices = {"doi:10.1000/x": Notice("retraction", "2020-01-01", "Error")}
    assert [row["key"] for row in ask_archive(results, "retracted", retractions=notices)] == ["k", "k"]
    assert (results / STORE).read_bytes() == before


JOURNAL = entry("j", "A paper on something", more="journal = {The Sleep & Coffee}, issn = {1234-5678}")


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
@pytest.mark.parametrize("listed", ["sleep and coffee", "12345678"])
def test_a_list_of_journals_is_asked_at_once(tmp_path: Path, engine: EngineName, listed: str) -> None:
    root = write_files(tmp_path / "root", {"a/references.bib": JOURNAL, "a/claims.csv": CLAIMS.replace("a2001", "j")})
    audit_archive(root, tmp_path)
    with closing(read_store(str(tmp_path))) as store:
        write_tables(store, tmp_path)
    rows = ask_archive(tmp_path, "listed-journals", journals=[listed], engine=engine)
    assert [(row["article"], row["appeared_in"]) for row in rows] == [("a", "The Sleep & Coffee")]


def test_a_journal_on_the_list_of_an_audit_is_a_finding(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"a/references.bib": JOURNAL, "a/claims.csv": CLAIMS.replace("a2001", "j")})
    audit_archive(root, tmp_path, given=Given(journals=frozenset({"sleep and coffee"})))
    assert asked(tmp_path, "SELECT file, line FROM findings WHERE code = 'ARC106'") == [("a/references.bib", 1)]


def test_a_folder_without_results_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="archive audit"):
        ask_archive(tmp_path, "worst")
