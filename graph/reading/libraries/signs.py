"""The signs by which formats of libraries are told, each a pattern; readers are imported when a file has their sign."""

from __future__ import annotations

import re

BIBTEX_SIGN = re.compile(r"^[ \t]*@\s*[\w*+./$:-]+\s*[{(]", re.MULTILINE)
CSL_JSON_SIGN = re.compile(r"\A\s*(\[\s*[{\]]|\{\s*[\"}])")
ZOTERO_SIGN = re.compile(r"\A\s*+(?:\{\s*+\"config\"\s*+:|\[?\s*+\{[^\0]{0,20000}?\"itemType\"\s*+:)")
CSL_YAML_SIGN = re.compile(
    r"^references:[ \t]*+(?:#[^\n]*+)?\s*+(?:-|\[)\s*+\{?\s*+[\w\"'-]++:\s"
    r"|\A(?>(?:\s++|#[^\n]*+\n|---[ \t]*+\n)*)-\s++(?:abstract|accessed|author|id|issued|title|type|DOI|URL):\s",
    re.MULTILINE,
)
HAYAGRIVA_SIGN = re.compile(
    r"^[^\s#:-][^\n:]*+:[ \t]*+\n(?:[ \t]*+\n|[ \t]++\S[^\n]*+\n)*?[ \t]++type:[ \t]*+[\"']?(?:anthology|anthos|article"
    r"|artwork|audio|blog|book|case|chapter|conference|entry|exhibition|legislation|manuscript|misc|newspaper|original"
    r"|patent|performance|periodical|post|proceedings|reference|report|repository|scene|thesis|thread|tweet|video|web)\b",
    re.MULTILINE | re.IGNORECASE,
)
ENDNOTE_XML_SIGN = re.compile(r"\A\s*<(?:\?xml\b|xml\b|records?\b|\w+:\w)")
PUBMED_XML_SIGN = re.compile(r"\A\s*<[^\0]{0,1000}?Pubmed(?:Article|Book)")
RIS_SIGN = re.compile(r"^[ \t]*TY {1,2}- ?\w", re.MULTILINE)
REFER_SIGN = re.compile(r"^%0 \w|^%[AT] [^\n]+\n%[A-Z0-9@] \S", re.MULTILINE)
WEB_OF_SCIENCE_SIGN = re.compile(r"\A\W*(?:FN [\s\S]{0,200}?\n)?PT[ \t][A-Z]")

HEADER_CELL = r"\"?[\w ()/.#-]{0,60}\"?"
TABLE_SIGN = re.compile(
    r"\A\ufeff?(?=[^\n]*(?<![a-z])title(?![a-z]))(?=[^\n]*(?<![a-z])(?:authors?|creators?|doi|year)(?![a-z]))"
    rf"(?:{HEADER_CELL}[,;\t])+{HEADER_CELL}[^\S\n]*(?:\n|\Z)",
    re.IGNORECASE,
)
"""The first line of a table that has titles, and what else is known of references."""

NBIB_SIGN = re.compile(r"^PMID ?- ?\d", re.MULTILINE)
MANUBOT_SIGN = re.compile(r"\Ainput_id\t")
BIBER_SIGN = re.compile(r"^[ \t]*+\\entry\{[^{}]*\}\{[^{}]*\}\{", re.MULTILINE)
BIBITEM_SIGN = re.compile(
    r"^[ \t]*+\\(?:(?:bibitem|harvarditem)(?![A-Za-z@])|bib\*?\{[^{}\n]{1,200}\}\{[A-Za-z]+\})", re.MULTILINE
)
NUMBERED = re.compile(
    r"(?P<indent>[^\S\n]*+)(?:\[(?P<a>\d{1,4})\]|\((?P<b>\d{1,4})\)|(?P<c>\d{1,3})(?:[.)](?!\d)|\t|\s{2,}+))\s*+"
)
"""How an entry of a numbered list begins."""

LIST_SIGN = re.compile(rf"^{NUMBERED.pattern}\S", re.MULTILINE)
