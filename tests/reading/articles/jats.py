"""JATS as it is written and read: an article with a list of eight references, and links to these."""

from __future__ import annotations

from graph.model import File
from graph.reading.articles import ArticleText
from graph.reading.articles.jats import read_jats

REFS = "".join(f'<ref id="B{n}"><label>{n}</label><mixed-citation>{n}</mixed-citation></ref>' for n in range(1, 9))

ENTRY = """
<ref id="B1"><label>[7]</label><element-citation publication-type="{kind}">
<person-group person-group-type="author"><name><surname>van der Berg</surname><given-names>JA</given-names></name>
<collab>RLS Group</collab><etal/></person-group>
<person-group person-group-type="editor"><name><surname>Ed</surname></name></person-group>
<article-title>Iron and <italic>legs</italic></article-title><source>Sleep</source><year>2015a</year><volume>3</volume>
<issue>2</issue><fpage>10</fpage><lpage>14</lpage><pub-id pub-id-type="doi">10.1000/x</pub-id>
<pub-id pub-id-type="pmid">123</pub-id></element-citation></ref>"""


def file_of(body: str, refs: str = REFS, front: str = "") -> File:
    text = f"<article><front><article-meta>{front}</article-meta></front><body>{body}</body>"
    return File("a.nxml", f"{text}<back><ref-list>{refs}</ref-list></back></article>".encode(), "claims")


def article(body: str, refs: str = REFS, front: str = "") -> ArticleText:
    return read_jats(file_of(body, refs, front))


def link(number: int, text: str = "") -> str:
    return f'<xref ref-type="bibr" rid="B{number}">{text or number}</xref>'
