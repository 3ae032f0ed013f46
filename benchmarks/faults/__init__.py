"""Kinds of faults that people and programs make in bibliographies and claims tables, each made on purpose.

A kind changes files in one place, says which entry or row that is, and names the rules that should notice it. One that
finds nothing to spoil in the files does nothing. What a rule needs besides (an article, texts of sources, lists) is
made from the data at hand, without a fault.
"""

from faults import (  # noqa: F401 - they add their kinds to KINDS
    article,
    causes,
    citations,
    designs,
    exceptions,
    figures,
    libraries,
    manuscripts,
    quotes,
    references,
    tables,
    wording,
)
from faults.files import Files, Made, files_of
from faults.kinds import KINDS, Kind

__all__ = ["KINDS", "Files", "Kind", "Made", "files_of"]
