"""What a spreadsheet makes of a cell: a formula, a date, a rounded number, an error."""

from __future__ import annotations

import re

from graph.wording import printable

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")  # noqa: RUF001 - spreadsheets take full-width signs for the same
"""How a cell begins that a spreadsheet takes for a formula (OWASP ASVS 5.0, 1.2.10); a negative number is none."""

ERROR_VALUE = re.compile(r"#(N/A|NV|[A-ZÀ-Þ/0]{3,}[!?])")
"""#REF!, #DIV/0!, #N/A, and what they are called elsewhere: #BEZUG!, #NOMBRE?"""

MADE_MONTH = re.compile(r"\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
"""What a spreadsheet makes of 1-2 or 3/1 where no number is meant."""

MADE_NUMBER = re.compile(r"\d+([.,]\d+)?E[+-]?\d+", re.IGNORECASE)
MADE_DATE = re.compile(
    r"\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d-\d\d.*"
    r"|\d{1,2}[- ][A-Za-z]{3}([- ]\d{2,4})?|[A-Za-z]{3}-\d{1,2}"
)


def harmless(text: str) -> str:
    """A cell that a spreadsheet takes for text: an apostrophe stands before what could start a formula.

    OWASP ASVS 5.0, 1.2.10. A cell that begins with an apostrophe gets a second, so that one can always be taken away.
    """
    text = printable(text)
    return f"'{text}" if FORMULA.match(text) or text.lstrip().startswith("'") else text
