"""Texts that mean something to a format, one after the other everywhere in the evidence."""

from tests.page.test_hostile import HOSTILE as TO_PAGES
from tests.reports.reports import HOSTILE as TO_REPORTS

HOSTILE = [
    *TO_PAGES,
    *TO_REPORTS,
    "a\ud800b",
    "\r\n x \t",
    "%41 %",
    "ends in \\",
    'say "\\n" \\N',
    "a about cause:b",
    "1. item\n- item\n    code",
    'lifestyle: "high"; style a:#b;',
    "%%{init: 1}%%",
    "$$x$$ **b** [x](y)",
    "end",
]
