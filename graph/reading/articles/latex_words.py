"""What the commands and environments of LaTeX mean for a reader of prose: tables for the module `latex`."""

from __future__ import annotations

from graph.reading.articles import PassageKind
from graph.texts.sentences import word_set

HEADING_LEVELS = {
    name: level
    for level, name in enumerate(
        ("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph")
    )
}

NOT_PROSE = {
    **dict.fromkeys(
        word_set(
            "verbatim Verbatim BVerbatim LVerbatim SaveVerbatim lstlisting minted Highlighting alltt code filecontents "
            "CodeInput CodeOutput Sinput Soutput Schunk"
        ),
        "code blocks",
    ),
    **dict.fromkeys(
        word_set(
            "equation align gather multline eqnarray displaymath math alignat flalign xalignat dmath IEEEeqnarray"
        ),
        "formulas",
    ),
    **dict.fromkeys(word_set("tikzpicture picture pgfpicture forest circuitikz"), "drawings"),
    "algorithmic": "algorithms",
    "comment": "",
}
"""Environments that are left out, and what they count as; a comment is nothing at all."""

WRITTEN_AS_IS = {name for name, what in NOT_PROSE.items() if what in {"code blocks", ""}}
"""What looks like a citation in these is none."""

KINDS_OF_ENVIRONMENTS: dict[str, PassageKind] = {
    **dict.fromkeys(
        word_set(
            "itemize enumerate description compactitem compactenum compactdesc inparaitem inparaenum asparaenum "
            "tightemize easylist"
        ),
        "item",
    ),
    **dict.fromkeys(word_set("quote quotation displayquote displaycquote verse"), "quotation"),
    **dict.fromkeys(
        word_set(
            "figure wrapfigure SCfigure sidewaysfigure subfigure table wraptable sidewaystable subtable teaserfigure "
            "marginfigure margintable algorithm listing"
        ),
        "caption",
    ),
    **dict.fromkeys(
        word_set(
            "tabular tabularx tabulary longtable array supertabular xtabular tblr longtblr tablenotes deluxetable"
        ),
        "table",
    ),
}
"""What the passages of an environment are; in any other they are what they are around it."""

HEADED = {
    "abstract": "Abstract",
    "acknowledgements": "Acknowledgements",
    "acknowledgments": "Acknowledgments",
    "acks": "Acknowledgments",
}
"""Environments, and commands, that stand under a heading which they bring themselves."""

LISTS_OF_REFERENCES = frozenset({"thebibliography", "CSLReferences"})

SILENT_ENVIRONMENTS = frozenset({"keyword", "keywords", "IEEEkeywords", "CCSXML"})

ARGUMENTS_OF_ENVIRONMENTS = {
    **dict.fromkeys(word_set("tabular longtable array supertabular xtabular tblr longtblr deluxetable"), 1),
    **dict.fromkeys(word_set("tabularx tabulary wrapfigure wraptable CSLReferences list"), 2),
    **dict.fromkeys(word_set("minipage multicols adjustbox thebibliography spacing subfigure subtable textblock"), 1),
    "tabular*": 2,
}
"""How many arguments in braces an environment has that are no words."""

SILENT_ARGUMENTS = {
    **dict.fromkeys(
        word_set(
            "label includegraphics usepackage RequirePackage documentclass vspace hspace color textcolor colorbox "
            "hypersetup bibliographystyle bstctlcite citation index pagestyle thispagestyle hypertarget hyperlink "
            "cmidrule scalebox raisebox parbox multirow hyphenation graphicspath newtheorem theoremstyle newcounter "
            "stepcounter refstepcounter newlength newif vskip todo pdfbookmark foreignlanguage selectlanguage tikzset "
            "lstset captionsetup geometry sisetup includeonly rowcolor noalign usetikzlibrary "
            "hskip phantom glsresetall linespread markright "
            "enlargethispage includepdf includesvg bibliographyunit crefname missingfigure"
        ),
        1,
    ),
    **dict.fromkeys(
        word_set(
            "setlength addtolength setcounter addtocounter fontsize rule resizebox multicolumn newenvironment "
            "renewenvironment DeclareMathOperator definecolor markboth Crefname newacronym setkeys altaffiltext "
            "defcitealias"
        ),
        2,
    ),
    "rotatebox": 1,
    "addcontentsline": 3,
    "titleformat": 5,
    "titlespacing": 4,
}
"""How many arguments in braces of a command are no words; those behind them are."""

ABOUT_AUTHORS = word_set(
    "author thanks affil affiliation email institute institution address authorrunning titlerunning orcid "
    "correspondingauthor authornote keywords subjclass dedicatory ead orcidlink fntext cortext corref fnref "
    "shorttitle shortauthors inst department city country state postcode running altaffilmark altaffiliation "
    "collaboration IEEEauthorblockN IEEEauthorblockA IEEEcompsocitemizethanks IEEEmembership emailAdd tnotetext"
)
"""Commands whose argument is about the article, not of it."""

FOOTNOTES = frozenset({"footnote", "footnotetext", "endnote", "endnotetext", "sidenote", "marginpar", "marginnote"})
CAPTIONS = frozenset({"caption", "subcaption", "captionof", "tablecaption"})
INCLUDING = frozenset({"input", "include", "subfile", "subfileinclude", "import", "subimport", "loadglsentries"})
BIBLIOGRAPHIES = frozenset({"bibliography", "addbibresource", "addglobalbib", "nobibliography"})
DEFINING = word_set(
    "newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd def gdef edef xdef NewDocumentCommand "
    "RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand DeclareCiteCommand"
)
CODE_COMMANDS = frozenset({"verb", "lstinline", "mintinline", "Verb"})
STRUCTURAL = frozenset({*HEADING_LEVELS, *FOOTNOTES, *CAPTIONS, *HEADED, "begin", "end", "item", "bibitem"})
"""What these mean is known, whatever an author redefines them to."""
