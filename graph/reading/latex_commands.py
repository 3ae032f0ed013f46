"""What LaTeX's commands mean in a text: accents, signs, what takes arguments, and what leaves nothing.

pylatexenc has the signs, some 840 of them; here is what it lacks, drops, or cannot give as text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

ACCENTS: Mapping[str, str] = {
    "`": "\N{COMBINING GRAVE ACCENT}",
    "'": "\N{COMBINING ACUTE ACCENT}",
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "~": "\N{COMBINING TILDE}",
    '"': "\N{COMBINING DIAERESIS}",
    "=": "\N{COMBINING MACRON}",
    ".": "\N{COMBINING DOT ABOVE}",
    "u": "\N{COMBINING BREVE}",
    "v": "\N{COMBINING CARON}",
    "H": "\N{COMBINING DOUBLE ACUTE ACCENT}",
    "c": "\N{COMBINING CEDILLA}",
    "k": "\N{COMBINING OGONEK}",
    "d": "\N{COMBINING DOT BELOW}",
    "b": "\N{COMBINING MACRON BELOW}",
    "r": "\N{COMBINING RING ABOVE}",
    "t": "\N{COMBINING DOUBLE INVERTED BREVE}",
    "G": "\N{COMBINING DOUBLE GRAVE ACCENT}",
    "U": "\N{COMBINING VERTICAL LINE ABOVE}",
    "h": "\N{COMBINING HOOK ABOVE}",
    "not": "\N{COMBINING LONG SOLIDUS OVERLAY}",
    "grave": "\N{COMBINING GRAVE ACCENT}",
    "acute": "\N{COMBINING ACUTE ACCENT}",
    "hat": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "widehat": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "tilde": "\N{COMBINING TILDE}",
    "widetilde": "\N{COMBINING TILDE}",
    "ddot": "\N{COMBINING DIAERESIS}",
    "bar": "\N{COMBINING MACRON}",
    "dot": "\N{COMBINING DOT ABOVE}",
    "breve": "\N{COMBINING BREVE}",
    "check": "\N{COMBINING CARON}",
    "mathring": "\N{COMBINING RING ABOVE}",
    "ocirc": "\N{COMBINING RING ABOVE}",
    "vec": "\N{COMBINING RIGHT ARROW ABOVE}",
    "polhk": "\N{COMBINING OGONEK}",
}
"""Commands that put an accent on the letter behind them; those with a name of several letters belong to math."""

ACCENTS_OF_FONTS: Mapping[int, str] = {
    18: "`",
    19: "'",
    20: "v",
    21: "u",
    22: "=",
    23: "r",
    24: "c",
    94: "^",
    95: ".",
    125: "H",
    126: "~",
    127: '"',
}
"""The accents by their numbers in TeX's own fonts (The TeXbook, appendix F, figure 1), which `\\accent` is given."""

ALONE: Mapping[str, str] = {
    "`": "`",
    "'": "\N{ACUTE ACCENT}",
    "^": "^",
    "~": "~",
    '"': '"',
    "=": "\N{MACRON}",
    ".": "\N{DOT ABOVE}",
    "c": "\N{CEDILLA}",
}
"""What an accent is on no letter."""

DOTLESS: Mapping[str, str] = {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER DOTLESS J}": "j"}
"""Letters that are written without their dot so that an accent fits on them."""

LATEX_LETTERS: Mapping[str, str] = {
    "i": "\N{LATIN SMALL LETTER DOTLESS I}",
    "j": "\N{LATIN SMALL LETTER DOTLESS J}",
    "ss": "ß",
    "SS": "ẞ",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "slash": "/",
}
"""Letters of their own, and a sign like them.

They stand within words: white space behind the command is no part of the text.
"""

SIGNS: Mapping[str, str] = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textunderscore": "_",
    "textdollar": "$",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasciigrave": "`",
    "textdegree": "°",
    "degree": "°",
    "degrees": "°",
    "deg": "°",
    "celsius": "°C",
    "textcelsius": "°C",
    "euro": "€",
    "EUR": "€",
    "texteuro": "€",
    "textnumero": "№",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "colon": ":",
    "lbrace": "{",
    "rbrace": "}",
    "lbrack": "[",
    "rbrack": "]",
    "vert": "|",
    "mid": "|",
    "space": " ",
    "quad": " ",
    "qquad": " ",
    "enspace": " ",
    "thinspace": " ",
    "newline": " ",
    "par": " ",
    "linebreak": " ",
    "sim": "~",
    "prime": "\N{PRIME}",
    "circ": "∘",
    "micro": "µ",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
    "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX",
    "LuaTeX": "LuaTeX",
    "ldots": "…",
    "dots": "…",
    "copyright": "©",
    "S": "§",
    "P": "¶",
    "pounds": "£",
    "yen": "¥",
    "ddag": "‡",
    "ddagger": "‡",
    "neg": "¬",
    "checkmark": "✓",
    "female": "♀",
    "lq": "\N{LEFT SINGLE QUOTATION MARK}",
    "rq": "\N{RIGHT SINGLE QUOTATION MARK}",
    "glqq": "„",
    "grqq": "\N{LEFT DOUBLE QUOTATION MARK}",
    "flqq": "«",
    "frqq": "»",
    "mdash": "\N{EM DASH}",
    "ndash": "\N{EN DASH}",
    "shy": "",
}
"""Signs that pylatexenc does not know, or takes for others."""

OWN_SIGNS: Mapping[str, str] = {**SIGNS, **LATEX_LETTERS}
"""What is known without pylatexenc, which nobody waits for whose text has no other command."""

NOTHING = frozenset(
    """
    it bf em rm sc sl tt sf cal itshape slshape scshape upshape bfseries mdseries rmfamily sffamily ttfamily
    normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge boldmath unboldmath
    mathversion displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits left right middle big Big
    bigg Bigg bigl bigr protect relax noindent indent nobreak allowbreak nolinebreak hfill hfil hss null strut
    leavevmode selectfont upcase locase lowercase uppercase MakeLowercase MakeUppercase makeatletter makeatother
    nocase - / @ ! mkbibemph mkbibquote xspace mbox hbox ensuremath unskip
    """.split()  # noqa: SIM905 - a list would take seventy lines
)
"""Commands that say how a text looks; the text itself stands behind them."""

ARGUMENTS: Mapping[str, tuple[int, str]] = {
    "textcolor": (2, "{1}"),
    "colorbox": (2, "{1}"),
    "fcolorbox": (3, "{2}"),
    "color": (1, ""),
    "href": (2, "{1} <{0}>"),
    "texorpdfstring": (2, "{1}"),
    "footnote": (1, "[{0}]"),
    "frac": (2, "{0}/{1}"),
    "nicefrac": (2, "{0}/{1}"),
    "sfrac": (2, "{0}/{1}"),
    "tfrac": (2, "{0}/{1}"),
    "dfrac": (2, "{0}/{1}"),
    "textfrac": (2, "{0}/{1}"),
    "enquote": (1, "\N{LEFT DOUBLE QUOTATION MARK}{0}\N{RIGHT DOUBLE QUOTATION MARK}"),
    "hspace": (1, " "),
    "vspace": (1, " "),
    "phantom": (1, ""),
    "vphantom": (1, ""),
    "hphantom": (1, ""),
    "label": (1, ""),
    "begin": (1, ""),
    "end": (1, ""),
    "raisebox": (2, "{1}"),
    "foreignlanguage": (2, "{1}"),
    "SI": (2, "{0} {1}"),
    "qty": (2, "{0} {1}"),
    "noopsort": (1, ""),
    "NOOP": (1, ""),
    "SortNoop": (1, ""),
    "SortNoOp": (1, ""),
    "printfirst": (2, "{0}"),
    "singleletter": (1, "{0}"),
    "switchargs": (2, "{1}{0}"),
}
"""Commands with so many arguments, and what becomes of these; those of all others stay one after the other.

The last ones are those that bibliographies define to be sorted otherwise than they are shown (btxdoc, section 4).
"""

ADS_JOURNALS: Mapping[str, str] = {
    "aap": "A&A",
    "aaps": "A&AS",
    "aapr": "A&A Rev.",
    "actaa": "Acta Astron.",
    "aj": "AJ",
    "ao": "Appl. Opt.",
    "apj": "ApJ",
    "apjl": "ApJ",
    "apjlett": "ApJ",
    "apjs": "ApJS",
    "apjsupp": "ApJS",
    "applopt": "Appl. Opt.",
    "apss": "Ap&SS",
    "aplett": "Astrophys. Lett.",
    "apspr": "Astrophys. Space Phys. Res.",
    "araa": "ARA&A",
    "astap": "A&A",
    "azh": "AZh",
    "baas": "BAAS",
    "bac": "Bull. astr. Inst. Czechosl.",
    "bain": "Bull. Astron. Inst. Netherlands",
    "caa": "Chinese Astron. Astrophys.",
    "cjaa": "Chinese J. Astron. Astrophys.",
    "fcp": "Fund. Cosmic Phys.",
    "gca": "Geochim. Cosmochim. Acta",
    "grl": "Geophys. Res. Lett.",
    "iaucirc": "IAU Circ.",
    "icarus": "Icarus",
    "jcap": "J. Cosmology Astropart. Phys.",
    "jcp": "J. Chem. Phys.",
    "jgr": "J. Geophys. Res.",
    "jqsrt": "J. Quant. Spec. Radiat. Transf.",
    "jrasc": "JRASC",
    "memras": "MmRAS",
    "memsai": "Mem. Soc. Astron. Italiana",
    "mnras": "MNRAS",
    "na": "New A",
    "nar": "New A Rev.",
    "nat": "Nature",
    "nphysa": "Nucl. Phys. A",
    "pasa": "PASA",
    "pasj": "PASJ",
    "pasp": "PASP",
    "physrep": "Phys. Rep.",
    "physscr": "Phys. Scr",
    "planss": "Planet. Space Sci.",
    "pra": "Phys. Rev. A",
    "prb": "Phys. Rev. B",
    "prc": "Phys. Rev. C",
    "prd": "Phys. Rev. D",
    "pre": "Phys. Rev. E",
    "prl": "Phys. Rev. Lett.",
    "procspie": "Proc. SPIE",
    "qjras": "QJRAS",
    "rmxaa": "Rev. Mexicana Astron. Astrofis.",
    "skytel": "S&T",
    "solphys": "Sol. Phys.",
    "sovast": "Soviet Ast.",
    "ssr": "Space Sci. Rev.",
    "zap": "ZAp",
}
"""The journals of astronomy, as NASA's Astrophysics Data System writes them (`aas_macros.sty`)."""

LONGEST_SIGN = 5
"""How long the signs of pylatexenc are that are wanted; others are today's date."""

NO_SIGN = re.compile(r"%|<\w")
"""What pylatexenc has of commands with arguments: places for these, or "<ref>"."""

PREFIX = re.compile("^(?:text|up)(?=[a-z])")
"""What upright Greek letters have before their names."""


def sign_of(name: str) -> str | None:
    """The text that a command without arguments stands for, if one knows it."""
    if name in OWN_SIGNS:
        return OWN_SIGNS[name]
    return signs().get(name, signs().get(PREFIX.sub("", name)))


@functools.cache
def signs() -> Mapping[str, str]:
    """Every command that stands for a text of its own."""
    from pylatexenc.latex2text import get_default_latex_context_db

    specs = get_default_latex_context_db().iter_macro_specs()
    known = {each.macroname: each.simplify_repl for each in specs}
    texts = {name: text for name, text in known.items() if isinstance(text, str) and 0 < len(text) <= LONGEST_SIGN}
    plain = {name: text for name, text in texts.items() if not NO_SIGN.search(text)}
    return {**ADS_JOURNALS, **plain, **OWN_SIGNS}
