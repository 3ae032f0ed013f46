"""The title of a publication, with its subtitle and without."""

from __future__ import annotations

import re
from functools import lru_cache

SUBTITLE = re.compile(r"[:?!.]\s+|\s[-\u2013\u2014]+\s|\s\((?=[^()]*\)?$)")
OF_ANOTHER = re.compile(
    r"\b(?:part|vol(?:ume)?|chapter|protocol|comment(?:ary|s)?|reply|response|rebuttal|letter|erratum|corrigendum"
    r"|correction|editorial|supplement|appendix|[ivx]+|\d+)\b"
)
"""What a subtitle has in small letters that makes two publications of one title."""


@lru_cache(maxsize=2**12)  # an archive asks again
def main_title(title: str) -> str:
    """A title without its subtitle; what follows may also say that it is another publication (a reply, part 2)."""
    main, *rest = SUBTITLE.split(title, maxsplit=1)
    return title if rest and OF_ANOTHER.search(rest[0].lower()) else main
