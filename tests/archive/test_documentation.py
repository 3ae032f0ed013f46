"""What docs/archive-questions.md says of works and questions."""

from pathlib import Path

from graph.archive.documentation import archive_document

ROOT = Path(__file__).parent.parent.parent


def test_the_document_is_the_one_that_the_questions_make() -> None:
    assert (ROOT / "docs" / "archive-questions.md").read_text(encoding="utf-8") == archive_document()
