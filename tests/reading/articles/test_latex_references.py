"""Reading LaTeX: the references that an article itself has, and the bibliographies that it names."""

from __future__ import annotations

import pytest

from graph.model import File
from graph.reading.articles import ArticleText, sentences_of
from graph.reading.articles.latex import read_latex


def article(text: str) -> ArticleText:
    return read_latex(File("paper.tex", text.encode()))


def test_the_list_of_references_is_read_with_its_keys() -> None:
    text = (
        "So \\cite{a}.\n\\begin{thebibliography}{9}\n\\bibitem[Kaza(2018)]{a}\nKaza A. Le{\\tiny gs}.\n\n"
        "\\bibitem{b} Allen.\n\\end{thebibliography}\nAfter."
    )
    assert [(each.label, each.text, each.line) for each in article(text).listed] == [
        ("a", "Kaza A. Legs.", 3),
        ("b", "Allen.", 6),
    ]
    assert [each.text for each in sentences_of(article(text))] == ["So.", "After."]


def test_entries_that_signs_part_are_references() -> None:
    entry = (
        "\\bibitem[{{Lee}}(2015)]%\n {{{key}}}\n{who}.\n\\newblock {title}.\n\\newblock {{\\em Sleep}}, 3:1, 2015.\n\n"
    )
    entries = entry.format(key="a", who="A. Lee", title="Iron") + entry.format(key="b", who="\\bysame", title="Legs")
    found = article(f"So \\cite{{a}}.\n\\begin{{thebibliography}}{{9}}\n{entries}\\end{{thebibliography}}\nAfter.")
    assert [(each.key, each.title, each.authors, each.place.line) for each in found.references] == [
        ("a", "Iron", ("Lee, A.",), 3),
        ("b", "Legs", ("Lee, A.",), 9),
    ]
    assert [each.text for each in sentences_of(found)] == ["So.", "After."]


@pytest.mark.parametrize(
    ("defined", "written"),
    [
        ("\\newcommand{\\js}{J. Sleep}", "\\js\\ {\\bf 3} (2015) 1."),
        ("\\def\\js{{\\em J. Sleep}}", "\\js {\\bf 3} (2015) 1."),
        ("\\def\\js#1#2#3{J. Sleep {\\bf #1} (#2) #3}", "\\js{3}{2015}{1}."),
        ("\\providecommand{\\bibinfo}[2]{#2}", "\\bibinfo{journal}{J. Sleep} {\\bf \\bibinfo{volume}{3}}."),
    ],
)
def test_commands_for_words_mean_these_in_an_entry(defined: str, written: str) -> None:
    entry = f"\\bibitem{{a}} A. Lee, {written}"
    found = article(f"{defined}\nSo \\cite{{a}}.\n\\begin{{thebibliography}}{{9}}\n{entry}\n\\end{{thebibliography}}")
    assert [(each.fields["journal"], each.fields["volume"]) for each in found.references] == [("J. Sleep", "3")]


def test_entries_of_amsrefs_are_references() -> None:
    entries = "\\begin{biblist}\n\\bib{a}{book}{author={Lee, Ann}, title={Iron}, date={2015}}\n\\end{biblist}"
    found = article(f"So \\cite{{a}}.\n\\begin{{bibdiv}}\n{entries}\n\\end{{bibdiv}}\nNext.")
    assert [(each.key, each.title, each.place.line) for each in found.references] == [("a", "Iron", 4)]
    assert [each.text for each in sentences_of(found)] == ["So.", "Next."]


@pytest.mark.parametrize("text", ["\\bib", "\\bib{a}", "\\bib{a}{b}", "\\bib{a}{b c}{title={x}}"])
def test_another_command_of_that_name_is_no_entry(text: str) -> None:
    found = article(f"So it is, {text}, all the same.")
    assert (list(found.references), len(list(sentences_of(found)))) == ([], 1)


def test_entries_make_any_environment_the_list_of_references() -> None:
    found = article("So \\cite{a}.\n\\begin{refs}\n\\bibitem{a} A. Uthor, 2001.\n\\end{refs}\nNext.")
    assert [(each.label, each.text) for each in found.listed] == [("a", "A. Uthor, 2001.")]
    assert [each.text for each in sentences_of(found)] == ["So.", "Next."]


def test_a_bibliography_in_the_article_is_read() -> None:
    bib = "\\begin{filecontents*}[overwrite]{\\jobname.bib}\n@book{a,\n title = {Tea}}\n\\end{filecontents*}\n"
    found = article(f"{bib}\\documentclass{{article}}\\addbibresource{{\\jobname.bib}}\\bibliography{{b}}")
    assert [(each.key, each.title, each.place.line) for each in found.references] == [("a", "Tea", 2)]
    assert found.bibliographies == ("b.bib",)


def test_bibliographies_are_named_as_files() -> None:
    text = "\\addbibresource[label=x]{a.bib}\\bibliography{b,c.bib}"
    assert article(text).bibliographies == ("a.bib", "b.bib", "c.bib")


def test_an_entry_has_the_addresses_of_its_links() -> None:
    entry = "\\bibitem{a} Lee B. \\href {https://doi.org/10.1/a\\_b} {\\emph{J. Sleep}}, 2010."
    listed = f"\\begin{{thebibliography}}{{9}}{entry}\\end{{thebibliography}}"
    read = article(f"It is \\href{{https://a.org}}{{so}} \\cite{{a}}.\n{listed}")
    assert [each.text for each in read.listed] == ["Lee B. J. Sleep, 2010. https://doi.org/10.1/a_b"]
    assert [each.text for each in sentences_of(read)] == ["It is so."]
