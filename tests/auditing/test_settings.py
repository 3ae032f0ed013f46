"""Settings: what an audit is asked to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.auditing.choosing import choose, meant, severities
from graph.auditing.engine import audit
from graph.auditing.settings import Settings, find_settings, read_settings
from graph.model import Article, Severity, UnusableError
from graph.reading import parse
from graph.reading.limits import Limits
from graph.rules import RULES

CLAIMS = "claim_id,cause,claim\nc1,Drinks > Coffee,It keeps awake.\nc2,Noise,It wakes.\n"


def read(text: str, folder: Path) -> Settings:
    path = folder / "evidence-graph.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def chosen(**settings: object) -> set[str]:
    return {rule.name for rule in choose(RULES, Settings(**settings))[0]}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", Settings()),
        ('select = ["CLM"]', Settings(select=("CLM",))),
        ('extend-select = ["ALL"]', Settings(extend_select=("ALL",))),
        ('[ignore]\nCLM003 = "one is enough"', Settings(ignore={"CLM003": "one is enough"})),
        ('[severity]\nGRF = "info"', Settings(severity={"GRF": "info"})),
        ('[causes.Noise]\nGRF402 = "obvious"', Settings(causes={"Noise": {"GRF402": "obvious"}})),
        ('profile = "medrs"', Settings(profile="medrs")),
        ("as-of = 2026-01-31", Settings(as_of=date(2026, 1, 31))),
        ('as-of = "2026-01-31"', Settings(as_of=date(2026, 1, 31))),
        ('fail-on = "never"', Settings(fail_on="never")),
        ('[article]\ntitle = " Rest\\n less "', Settings(about=Article(title="Rest less"))),
        ('[article]\nurl = "https://example.org/a"', Settings(about=Article(url="https://example.org/a"))),
        ("[article]\ndate = 2026-01-31", Settings(about=Article(date="2026-01-31"))),
        ('[article]\ndate = "2026-01"', Settings(about=Article(date="2026-01"))),
        ("[article]\ndate = 2026", Settings(about=Article(date="2026"))),
        ("[article]", Settings()),
        ("[limits]\nfile = 500\ndepth = 9", Settings(limits=Limits(file=500, depth=9))),
    ],
)
def test_each_key(text: str, settings: Settings, tmp_path: Path) -> None:
    assert read(text, tmp_path) == settings


@pytest.mark.parametrize("key", ["article", "retractions", "journals", "texts", "baseline"])
def test_paths_are_relative_to_the_file(key: str, tmp_path: Path) -> None:
    assert getattr(read(f'{key} = "lists/a.txt"', tmp_path), key) == str(tmp_path / "lists" / "a.txt")


def test_the_text_of_an_article_that_has_a_title_is_named_beside_it(tmp_path: Path) -> None:
    settings = read('[article]\ntitle = "T"\ntext = "lists/a.txt"', tmp_path)
    assert (settings.article, settings.about.title) == (str(tmp_path / "lists" / "a.txt"), "T")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("slect = []", "unknown key 'slect'; did you mean 'select'?"),
        ('only = "cited"', "unknown key 'only'; write it under [files]"),
        ('title = "T"', "unknown key 'title'; write it under [article]"),
        ("[tool.evidence-graph]", "unknown key 'tool'; in a file of its own the settings stand without [tool."),
        ('select = "CLM"', "select must be a list of rules"),
        ('[ignore]\nCLM003 = ""', "ignore: CLM003 needs a reason"),
        ("ignore = []", "ignore must be a table"),
        ('[severity]\nGRF = "bad"', "severity.GRF is 'bad'; use error or warning or info"),
        ('profile = "mine"', "profile is 'mine'; use medrs or primary"),
        ("[limits]\nfile = 0", "limits.file is 0; write a whole number from 1 on"),
        ("[limits]\ndepth = 101", "limits.depth is 101; write a whole number from 1 to 100"),
        ("[limits]\nrows = 1", "unknown key 'limits.rows'"),
        ('as-of = "soon"', "as-of is 'soon'; write a date"),
        ("article = 1", "article must be the name of a file"),
        ("[article]\ntext = 1", "article.text must be the name of a file"),
        ("[article]\ntitel = 1", "unknown key 'article.titel'; did you mean 'title'?"),
        ('[article]\ntitle = " "', "article.title must be a text"),
        ('[article]\nurl = "javascript:alert(1)"', "article.url is 'javascript:alert(1)'; write an address"),
        ('[article]\ndate = "May"', "article.date is 'May'; write a date such as 2026-01-31, 2026-01 or 2026"),
        ('[article]\ndate = "2026-13"', "article.date is '2026-13'"),
        ("= 1", "no TOML"),
    ],
)
def test_what_is_wrong_is_one_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableError) as caught:
        read(text, tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / 'evidence-graph.toml'}: {message}")
    assert "\n" not in str(caught.value)


def test_a_project_without_our_table_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "evidence-graph.toml").touch()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_settings(tmp_path / "inner") == tmp_path / "evidence-graph.toml"


@pytest.mark.parametrize("word", ["CLM001", "clm001", "uncited-claim"])
def test_a_rule_has_several_names(word: str) -> None:
    assert [rule.code for rule in meant(word, RULES)] == ["CLM001"]


def test_the_beginning_of_a_code_means_all_that_begin_so() -> None:
    assert {rule.code[:3] for rule in meant("GRF", RULES)} == {"GRF"}


def test_preview_rules_must_be_selected() -> None:
    previews = {rule.name for rule in RULES if rule.preview}
    assert not previews & chosen()
    assert previews <= chosen(select=("ALL",))


def test_rules_of_a_profile_are_run_under_it_only() -> None:
    medrs = {rule.name for rule in RULES if rule.profile == "medrs"}
    assert medrs <= chosen(profile="medrs")
    assert not medrs & chosen(select=("ALL",))


def test_severities_are_changed() -> None:
    settings = Settings(select=("CLM001",), severity={"CLM": "info"})
    assert {each.severity for each in audit(parse("", CLAIMS), settings).findings} == {"info"}


@pytest.mark.parametrize("most", ["CLM001", "uncited-claim"])
def test_the_most_specific_severity_wins(most: str) -> None:
    levels: dict[str, Severity] = {most: "info", "CLM0": "warning", "CLM": "error", "ALL": "error"}
    for words in (levels, dict(reversed(levels.items()))):
        found = severities(RULES, Settings(severity=words))
        assert (found["CLM001"], found["CLM002"], found["GRF401"]) == ("info", "warning", "error")


def test_all_covers_the_rules_of_the_profile() -> None:
    found = severities(RULES, Settings(severity={"ALL": "info"}, profile="medrs"))
    assert {rule.code for rule in RULES if rule.profile == "medrs"} <= found.keys()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Settings(causes={"Noise": {"CML": "x"}}), "no rule is meant by 'CML'"),
        (
            Settings(severity={"uncited-clam": "info"}),
            "no rule is meant by 'uncited-clam'; did you mean 'uncited-claim'?",
        ),
        (Settings(causes={"Nose": {"CLM": "x"}}), "causes: no cause is called 'Nose'; did you mean 'Noise'?"),
        (Settings(causes={"Zzz": {}}), "causes: no cause is called 'Zzz'; write it as claims.csv does"),
    ],
)
def test_a_word_that_means_nothing_is_an_error(settings: Settings, message: str) -> None:
    with pytest.raises(UnusableError) as caught:
        audit(parse("", CLAIMS), settings)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_cause_is_not_missed_where_claims_could_not_be_read() -> None:
    settings = Settings(causes={"Light": {"CLM": "x"}})
    assert audit(parse("", f"{CLAIMS}c3,Light,\n"), settings).findings


def test_a_cause_is_written_in_several_ways(tmp_path: Path) -> None:
    text = '[causes]\n" Drinks  >  Coffee" = {CLM001 = "a"}\n"Drinks > Coffee" = {CLM002 = "b"}'
    assert read(text, tmp_path).causes == {"Drinks > Coffee": {"CLM001": "a", "CLM002": "b"}}


def test_a_project_whose_tool_is_no_table_is_passed_over(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text("tool = 1\n", encoding="utf-8")
    assert find_settings(tmp_path) != project
    assert read_settings(project) == Settings()


def test_our_own_part_of_a_project_must_be_a_table(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text("[tool]\nevidence-graph = true\n", encoding="utf-8")
    assert find_settings(tmp_path) == project
    with pytest.raises(UnusableError, match=r"pyproject.toml: tool.evidence-graph must be a table"):
        read_settings(project)


def test_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert read('\ufeffselect = ["CLM"]', tmp_path).select == ("CLM",)


def test_a_rule_is_ignored_for_a_cause_and_its_narrower_ones() -> None:
    settings = Settings(select=("CLM001",), causes={"Drinks": {"CLM": "they are not medicine"}})
    report = audit(parse("", CLAIMS), settings)
    assert [each.subject for each in report.findings] == ["claim:c2"]
    assert [(each.by, each.reason) for each in report.suppressed] == [("settings", "they are not medicine")]


@pytest.mark.parametrize(
    ("wide", "narrow", "reason"),
    [({"CLM": "a"}, {"CLM001": "b"}, "b"), ({"CLM": "a"}, {"GRF": "b"}, "a"), ({}, {"CLM": "a", "CLM001": "b"}, "a")],
)
def test_what_is_said_of_a_narrower_cause_and_first_is_the_reason(
    wide: dict[str, str], narrow: dict[str, str], reason: str
) -> None:
    settings = Settings(select=("CLM001",), causes={"Drinks": wide, "Drinks > Coffee": narrow})
    assert [each.reason for each in audit(parse("", CLAIMS), settings).suppressed] == [reason]


@pytest.mark.parametrize("key", ["select", "extend_select"])
def test_a_text_in_place_of_words_is_no_list_of_letters(key: str) -> None:
    with pytest.raises(UnusableError, match=f"^{key} is the text 'CLM'; write a tuple of words: "):
        audit(parse("", CLAIMS), Settings(**{key: "CLM"}))  # type: ignore[arg-type]


def test_a_text_in_place_of_a_date_is_told_so() -> None:
    with pytest.raises(UnusableError, match=r"^as_of is '2026-01-31'; give a date of Python's"):
        audit(parse("", CLAIMS), Settings(as_of="2026-01-31"))  # type: ignore[arg-type]
