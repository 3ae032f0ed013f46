"""One article as styles of BibTeX print it."""

ENTRIES = {
    "plain": r"""
Ann Lee, Bob~C. Kim, and Cee van~der Berg.
\newblock Iron and the sleep of mice.
\newblock {\em Journal of Sleep}, 3(2):1--9, May 2015.
""",
    "plainnat": r"""
A.~Lee, B.~C. Kim, and C.~van~der Berg.
\newblock Iron and the sleep of mice.
\newblock \emph{Journal of Sleep}, 3\penalty0 (2):\penalty0 1--9, 2015.
\newblock \doi{10.1000/a_b}.
""",
    "apalike": r"""
Lee, A., Kim, B.~C., and van~der Berg, C. (2015a).
\newblock Iron and the sleep of mice.
\newblock {\em Journal of Sleep}, 3(2):1--9.
""",
    "acl": r"""
Ann Lee, Bob~C. Kim, and Cee van~der Berg. 2015.
\newblock \href{https://doi.org/10.1000/a_b}{Iron and the sleep of mice}.
\newblock \emph{Journal of Sleep}, 3(2):1--9.
""",
    "IEEE": r"""
\BIBentryALTinterwordspacing
A.~Lee, B.~C. Kim, and C.~van~der Berg, ``Iron and the sleep of mice,''
  \emph{Journal of Sleep}, vol.~3, no.~2, pp. 1--9, May 2015. [Online]. Available: \url{http://a.org/b_c}
\BIBentrySTDinterwordspacing
""",
    "acm, as it was": r"""
{\sc Lee, A., Kim, B.~C., and van~der Berg, C.}
\newblock Iron and the sleep of mice.
\newblock {\em Journal of Sleep 3}, 2 (2015), 1--9.
""",
    "ACM": r"""
\bibfield{author}{\bibinfo{person}{Ann Lee}, \bibinfo{person}{Bob~C. Kim}, {and}
  \bibinfo{person}{Cee van~der Berg}.} \bibinfo{year}{2015}\natexlab{a}.
\newblock \showarticletitle{Iron and the sleep of mice}.
\newblock \bibinfo{journal}{\emph{Journal of Sleep}} \bibinfo{volume}{3}, \bibinfo{number}{2}
  (\bibinfo{year}{2015}), \bibinfo{pages}{1--9}.
\newblock
\urldef\tempurl%
\url{https://doi.org/10.1000/a_b}
\showDOI{\tempurl}
""",
    "Elsevier": r"""
\bibinfo{author}{A.~Lee}, \bibinfo{author}{B.~C. Kim}, \bibinfo{author}{C.~van~der Berg},
\newblock \bibinfo{title}{Iron and the sleep of mice},
\newblock \bibinfo{journal}{Journal of Sleep} \bibinfo{volume}{3} (\bibinfo{year}{2015}) \bibinfo{pages}{1--9}.
%Type = Article
""",
    "APS": r"""
  \BibitemOpen
  \bibfield  {author} {\bibinfo {author} {\bibfnamefont {A.}~\bibnamefont {Lee}},
  \bibinfo {author} {\bibfnamefont {B.~C.}\ \bibnamefont {Kim}},\ and\ \bibinfo {author}
  {\bibfnamefont {C.}~\bibnamefont {van~der Berg}},\ }\bibfield  {title} {\bibinfo {title} {Iron and the sleep
  of mice},\ }\href {https://doi.org/10.1000/a_b} {\bibfield  {journal} {\bibinfo {journal} {Journal of Sleep}\ }
  \textbf {\bibinfo {volume} {3}},\ \bibinfo {pages} {1--9} (\bibinfo {year} {2015})}\BibitemShut {NoStop}%
""",
    "SIAM": r"""
{\sc A.~Lee, B.~C. Kim, and C.~van~der Berg}, {\em Iron and the sleep of mice},
  Journal of Sleep, 3 (2015), pp.~1--9.
""",
    "AMS": r"""
Ann Lee, Bob~C. Kim, and Cee van~der Berg, \emph{Iron and the sleep of mice}, Journal of Sleep
  \textbf{3} (2015), no.~2, 1--9.
""",
    "Springer": r"""
\begin{barticle}
\bauthor{\bsnm{Lee}, \binits{A.}}, \bauthor{\bsnm{Kim}, \binits{B.C.}}, \bauthor{\bsnm{van~der Berg}, \binits{C.}}:
\batitle{Iron and the sleep of mice}.
\bjtitle{Journal of Sleep} \bvolume{3}(\bissue{2}), \bfpage{1}--\blpage{9} (\byear{2015})
\end{barticle}
\endbibitem
""",
    "apacite": r"""
\APACinsertmetastar {a}%
\begin{APACrefauthors}%
Lee, A., Kim, B\BPBI C.%
\BCBL {}\ \BBA {} van~der Berg, C.%
\end{APACrefauthors}%
\unskip\
\newblock
\APACrefYearMonthDay{2015}{}{}.
\newblock
{\BBOQ}\APACrefatitle {Iron and the sleep of mice} {Iron and the sleep of mice}.{\BBCQ}
\newblock
\APACjournalVolNumPages{Journal of Sleep}{3}{2}{1--9}.
\PrintBackRefs{\CurrentBib}
""",
    "INSPIRE": r"""
  A.~Lee, B.~C.~Kim and C.~van~der Berg,
  ``Iron and the sleep of mice,''
  Journal of Sleep {\bf 3} (2015), 1-9
  [erratum: Journal of Sleep {\bf 4} (2016), 5]
  doi:10.1000/a_b
""",
    "Annals of Mathematics": r"""
\bgroup\scshape{}A.~Lee\egroup{}, \bgroup\scshape{}B.~C. Kim\egroup{}, and \bgroup\scshape{}C.~van~der
  Berg\egroup{}, Iron and the sleep of mice,  \emph{Journal of Sleep} \textbf{3} (2015), 1--9.
""",
    "IOP": r"""
Lee A, Kim B~C and van~der Berg C 2015 Iron and the sleep of mice {\it Journal of Sleep} {\bf 3} 1--9
""",
    "JHEP": r"""
A.~Lee, B.C.~Kim and C.~van~der Berg, \emph{{Iron and the sleep of mice}},
  \href{https://doi.org/10.1000/a_b}{\emph{Journal of Sleep} {\bfseries 3} (2015) 1--9}
  [\href{https://arxiv.org/abs/hep-th/9711200}{{\ttfamily hep-th/9711200}}].
""",
    "ACS": r"""
Lee,~A.; Kim,~B.~C.; van~der Berg,~C. {Iron and the sleep of mice}. \emph{Journal of Sleep} \textbf{2015},
  \emph{3}, 1--9\relax
\mciteBstWouldAddEndPuncttrue
""",
    "IMS": r"""
\begin{barticle}[author]
\bauthor{\bsnm{Lee},~\bfnm{A.}\binits{A.}}, \bauthor{\bsnm{Kim},~\bfnm{B.~C.}\binits{B.~C.}} \AND
\bauthor{\bsnm{van~der Berg},~\bfnm{C.}\binits{C.}} (\byear{2015}).
\btitle{Iron and the sleep of mice}. \bjournal{Journal of Sleep} \bvolume{3} \bpages{1--9}.
\end{barticle}
\endbibitem
""",
    "biblatex": r"""
Ann Lee, Bob~C. Kim and Cee van~der Berg. ‘Iron and the sleep of mice’. In:
\emph{Journal of Sleep} 3.2 (2015), pp. 1--9. \textsc{doi}: \href{https://doi.org/10.1000/a_b}{\nolinkurl{10.1000/a_b}}.
""",
    "medicine": r"""
Lee A, Kim BC, van~der Berg C.
\newblock Iron and the sleep of mice.
\newblock Journal of Sleep. 2015;3(2):1-9.
""",
}

WORKS: dict[str, tuple[str, dict[str, str | None]]] = {
    "a talk": (
        r"""
A.~Lee.
\newblock Iron.
\newblock In B.~Kim and C.~Day, editors, {\em Proceedings of Sleep}, volume~3 of {\em LNCS}, pages 1--9, Oslo, 2015.
""",
        {"type": "inproceedings", "booktitle": "Proceedings of Sleep", "volume": "3", "year": "2015"},
    ),
    "a talk in a book in plain": (
        "Ann Lee, \\emph{Iron}, Sleep of mice (Oslo, 1998) (B.~Kim, ed.), Elm, Oslo, 2002, pp.~1--9.",
        {"type": "inproceedings", "booktitle": "Sleep of mice (Oslo, 1998)", "editor": "Kim, B.", "pages": "1\u20139"},
    ),
    "a talk in a book in quotation marks": (
        "Lee, A. 2015, `Iron and zinc', {\\em in} B.~Kim, ed., `Sleep of mice', Vol.~3 of {\\em LNCS}, pp.~1--9.",
        {"type": "inproceedings", "booktitle": "Sleep of mice", "editor": "Kim, B.", "title": "Iron and zinc"},
    ),
    "a talk without a title": (
        "A.~Lee, in {\\em Sleep} (Elm, Oslo, 2015), pp.~1--9.",
        {"type": "inproceedings", "title": None, "author": "Lee, A.", "booktitle": "Sleep"},
    ),
    "a book of a series": (
        "Ann Lee, \\emph{Iron}, Studies of Sleep, vol.~3, Elm, Oslo, 2015.",
        {"type": "book", "title": "Iron", "journal": None},
    ),
    "a book in parentheses": (
        "A.~Lee, \\emph{Iron} (Elm, Oslo, 2015).",
        {"type": "book", "publisher": "Elm", "address": "Oslo", "year": "2015"},
    ),
    "a preprint": ("Ann Lee, \\emph{Iron}, preprint, 2015.", {"type": "misc", "title": "Iron", "year": "2015"}),
    "a journal without volumes": (
        "Ann Lee, \\emph{Iron}, Sleep (2015), no.~28, 11--19.",
        {"type": "article", "journal": "Sleep", "number": "28", "pages": "11\u201319"},
    ),
    "a journal of two years": (
        "Ann Lee, \\emph{Iron}, Sleep \\textbf{3} (2014/2015), 1--9.",
        {"year": "2014", "number": None, "pages": "1\u20139"},
    ),
    "a page before the year": (
        "A.~Lee, ``Iron,'' Sleep {\\bf 83}, 337 (2015) [erratum: Sleep {\\bf 84}, 1 (2016)].",
        {"pages": "337", "number": None, "year": "2015", "note": "[erratum: Sleep 84, 1 (2016)]"},
    ),
    "a journal without a title": (
        "A.~Lee {\\it et al.} [ATLAS],\nPhys. Rev. D \\textbf{3}, 1 (2015)",
        {"title": None, "author": "Lee, A. and others", "journal": "Phys. Rev. D", "volume": "3", "pages": "1"},
    ),
    "a journal in italics without a title": (
        "A.~Lee and B.~Kim, {\\it Sleep} {\\bf B3} (2015) 1.",
        {"title": None, "author": "Lee, A. and Kim, B.", "journal": "Sleep", "volume": "B3", "year": "2015"},
    ),
    "words in quotation marks in a title": (
        "Ann Lee, \\emph{The word ``iron'' and sleep}, Sleep \\textbf{3} (2015), 1--9.",
        {"title": "The word \u201ciron\u201d and sleep", "journal": "Sleep"},
    ),
    "a journal without a title behind a block": (
        "S.~Lee,\n\\newblock Phys. Rev. Lett. {\\bf 19}, 1264 (1967).",
        {"title": None, "journal": "Phys. Rev. Lett", "volume": "19", "year": "1967"},
    ),
    "a collaboration": (
        "{\\scshape Iron} collaboration, \\emph{Sleep}, \\emph{J. Sleep} {\\bf 3} (2015) 1.",
        {"author": "Iron collaboration"},
    ),
    "a family's name of two words": (
        "L.~{Le Guillou}, A.~{Lee}, and {Iron Survey Team}.\n\\newblock Iron, 2015.",
        {"author": "Le Guillou, L. and Lee, A. and Iron Survey Team"},
    ),
    "an organisation in braces": ("{Elm AI}.\n\\newblock Iron, 2015.", {"author": "Elm AI"}),
    "a number of CoRR": (
        "A.~Lee.\n\\newblock Iron.\n\\newblock \\emph{CoRR}, abs/2407.01234, 2024.",
        {"journal": "CoRR", "eprint": "2407.01234", "year": "2024"},
    ),
    "a month before the volume": (
        "A.~Lee, ``Iron,'' {\\it Sleep}, May 2015, {\\it 9} (5), 1--9.",
        {"journal": "Sleep", "volume": "9", "number": "5", "pages": "1\u20139"},
    ),
    "a book": ("A.~Lee.\n\\newblock {\\em Iron}.\n\\newblock Elm, 2015.", {"type": "book", "title": "Iron"}),
    "a thesis": (
        "A.~Lee.\n\\newblock Iron.\n\\newblock PhD thesis, Elm, 2015.",
        {"type": "phdthesis", "school": "Elm"},
    ),
    "a report": (
        "A.~Lee.\n\\newblock Iron.\n\\newblock Technical Report 7, Elm, 2015.",
        {"type": "techreport", "institution": "Elm", "number": "7"},
    ),
    "a report of nobody": (
        "A.~Lee.\n\\newblock Iron.\n\\newblock Technical report, May 2005.",
        {"type": "techreport", "institution": None, "year": "2005"},
    ),
    "only a year": ("A.~Lee.\n\\newblock Iron, 2015.", {"title": "Iron", "year": "2015"}),
    "cut": (
        "A.~Lee and others.\n\\newblock Iron.\n\\newblock \\emph{Sleep}, 3:1, 2015.",
        {"author": "Lee, A. and others"},
    ),
    "an editor": ("B.~Kim, editor.\n\\newblock \\emph{Iron}.\n\\newblock Elm, 2015.", {"editor": "Kim, B."}),
    "an organisation": (
        "World Health Organization.\n\\newblock Iron.\n\\newblock Elm, 2015.",
        {"author": "World Health Organization"},
    ),
    "a chapter that says its parts": (
        r"""
\bibinfo{author}{A.~Lee}, \bibinfo{title}{Iron}, in: \bibinfo{editor}{B.~Kim} (Ed.),
\bibinfo{booktitle}{Sleep}, \bibinfo{publisher}{Elm}, \bibinfo{year}{2015}.
""",
        {"type": "inproceedings", "title": "Iron", "booktitle": "Sleep", "editor": "Kim, B.", "publisher": "Elm"},
    ),
    "a book that says its parts": (
        r"""
\bibfield{editor}{\bibinfo{person}{Bob Kim}} (Ed.). \bibinfo{year}{2015}.
\newblock \bibinfo{booktitle}{\emph{Iron}}. \bibinfo{publisher}{Elm}.
""",
        {"type": "book", "title": "Iron", "editor": "Kim, Bob"},
    ),
}
"""Other works, and what is known of them."""
