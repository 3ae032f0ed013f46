"""Word as it is written and read: paragraphs of runs, and fields that cite."""

from __future__ import annotations

import html
import io
import json
import zipfile

from graph.model import File
from graph.reading.articles import ArticleText
from graph.reading.articles.word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Teil"><w:name w:val="Teil"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
</w:styles>"""


def archive(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, text in parts.items():
            written.writestr(name, text)
    return data.getvalue()


def docx(body: str, **parts: str) -> bytes:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    others = {f"word/{name}.xml": text for name, text in parts.items()}
    return archive({"word/document.xml": document, "word/styles.xml": STYLES, **others})


def article(body: str, **parts: str) -> ArticleText:
    return read_word(File("a.docx", docx(body, **parts)))


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{html.escape(text)}</w:instrText></w:r>"


def word_field(text: str, shown: str, data: str = "") -> str:
    """A field whose code is split over three runs."""
    parts = code(text[:9]) + code(text[9:20]) + code(text[20:])
    return mark("begin", data) + parts + mark("separate") + run(shown) + mark("end")


def csl(*items: dict[str, object]) -> str:
    return "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": items})


DRAKE: dict[str, object] = {
    "id": 46,
    "itemData": {"title": "Caffeine", "author": [{"family": "Drake"}], "issued": {"date-parts": [[2013]]}},
}
ROTH: dict[str, object] = {
    "id": 47,
    "prefix": "see",
    "locator": "12",
    "label": "page",
    "itemData": {"title": "Sleep", "author": [{"family": "Roth"}], "issued": {"date-parts": [[2011]]}},
}
