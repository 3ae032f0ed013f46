"""What templates show in a text, where that is words: the few that stand inside of sentences."""

from __future__ import annotations

import re

from graph.texts.sentences import word_set

FIRST = word_set(
    "abbr angbr as_written em font_color kbd lang_display mvar noitalic noitalics nobold nobr nowrap pslink resize "
    "small smaller sc smallcaps strong sub sup tooltip tt var vr visible_anchor vanchor mono italic_title sic keypress "
    "linktext ill interlanguage_link link-interwiki ship_name section_link angle_bracket bracket citation_needed_span "
    "cnspan dubious_span référence_nécessaire réf._nécessaire citation_nécessaire refnec référence_souhaitée refsou "
    "senza_fonte citazione_necessaria 要出典範囲"
)
"""Templates that show their first argument."""

SECOND = word_set("lang transl transliteration color colour script")
"""Templates that show their second argument."""

SIGNS = {
    "!": "|",
    "'": "'",
    "--": "\N{EN DASH}",
    "=": "=",
    "circa": "ca. ",
    "c.": "ca. ",
    "em dash": "\N{EM DASH}",
    "emdash": "\N{EM DASH}",
    "en dash": "\N{EN DASH}",
    "endash": "\N{EN DASH}",
    "mdash": "\N{EM DASH}",
    "nbsp": " ",
    "ndash": "\N{EN DASH}",
    "snd": " \N{EN DASH} ",
    "spaced en dash": " \N{EN DASH} ",
    "spaced ndash": " \N{EN DASH} ",
    "spnd": " \N{EN DASH} ",
    "thin space": " ",
    "thinsp": " ",
    "zwj": "",
}
"""Templates that are signs, with a word behind some."""

BEFORE_FIRST = {
    "as of": "as of ",
    "c.": "ca. ",
    "circa": "ca. ",
    "doi": "doi:",
    "isbn": "ISBN ",
    "pmc": "PMC",
    "pmid": "PMID ",
    "url": "",
}
"""Templates that show their first argument behind a word."""

CONVERSIONS = word_set("convert cvt")

RANGES = word_set("to and or by - \N{EN DASH} to(-) x")
"""What stands between the two values of a conversion."""

NOTES = {
    "better source needed": "better source needed",
    "by whom": "by whom?",
    "bron?": "citation needed",
    "carece de fontes": "citation needed",
    "cita requerida": "citation needed",
    "citation nécessaire": "citation needed",
    "citation needed": "citation needed",
    "citation needed span": "citation needed",
    "citazione necessaria": "citation needed",
    "clarify": "clarification needed",
    "cn": "citation needed",
    "cnspan": "citation needed",
    "disputed inline": "disputed",
    "dubious": "dubious",
    "fact": "citation needed",
    "fakt": "citation needed",
    "failed verification": "failed verification",
    "medcn": "medical citation needed",
    "medical citation needed": "medical citation needed",
    "needs update inline": "needs update",
    "non-primary source needed": "non-primary source needed",
    "нет аи": "citation needed",
    "original research inline": "original research?",
    "page needed": "page needed",
    "primary source inline": "non-primary source needed",
    "refnec": "citation needed",
    "refsou": "citation needed",
    "référence nécessaire": "citation needed",
    "référence souhaitée": "citation needed",
    "réf. nécessaire": "citation needed",
    "self-published inline": "self-published source",
    "self-published source": "self-published source",
    "senza fonte": "citation needed",
    "synthesis inline": "improper synthesis?",
    "unreliable medical source": "unreliable medical source?",
    "unreliable source": "unreliable source?",
    "unreliable source?": "unreliable source?",
    "update inline": "needs update",
    "verify source": "verification needed",
    "verification needed": "verification needed",
    "when": "when?",
    "which": "which?",
    "who": "who?",
    "来源请求": "citation needed",
    "來源請求": "citation needed",
    "要出典": "citation needed",
    "要出典範囲": "citation needed",
}
"""What editors say of a sentence, and what a reader sees of it in brackets."""

QUOTES = word_set("quote blockquote cquote quotation bquote") | {"block quote", "poem quote", "quote box"}
"""Templates that are a passage of their own, which is their first argument or `text`."""

NOTE_TEMPLATES = word_set("efn efn-ua efn-lr efn-la refn notetag #tag:ref footnote")
"""Templates that are a note; some of them are the source itself."""

LISTS_OF_NOTES = re.compile(
    r"reflist(?:-talk)?|refs|references|notelist.*|notes|ref ?list|refbegin|refend"
    r"|r[e\u00e9]f[e\u00e9]rences|listaref|reflista|przypisy|\u043f\u0440\u0438\u043c\u0435\u0447\u0430\u043d\u0438\u044f|appendix|refer\u00eancias"
)
"""Templates in which notes stand that are called elsewhere."""


def number_of_shown(name: str) -> str:
    """Which argument a template shows; an empty string where none is known."""
    plain = name.replace(" ", "_")
    if plain in FIRST or name in BEFORE_FIRST:
        return "1"
    if plain in SECOND:
        return "2"
    return "1" if re.fullmatch(r"lang-[a-z-]{2,10}", plain) else ""
