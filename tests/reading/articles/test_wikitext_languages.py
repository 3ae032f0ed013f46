"""Pages of other Wikipedias than the English one."""

from __future__ import annotations

import pytest

from graph.reading.articles.wikitext_languages import parameter_in_english, values_in_english
from tests.reading.articles.wikitext import article, said

SOURCES = {
    "German": "{{Literatur |Autor=Ann Lee, Jo Doe |Titel=Tee |Sammelwerk=Schlaf |Band=4 |Datum=2010 |DOI=10.1000/x}}",
    "French": "{{Article |nom1=Lee |prénom1=Ann |auteur2=Jo Doe |titre=Tee |périodique=Schlaf |tome=4 |année=2010}}",
    "Spanish": "{{cita publicación |apellidos=Lee |nombre=Ann |título=Tee |publicación=Schlaf |volumen=4 |año=2010}}",
    "Italian": "{{Cita pubblicazione |cognome=Lee |nome=Ann |titolo=Tee |rivista=Schlaf |volume=4 |anno=2010}}",
    "Portuguese": "{{citar periódico |último=Lee |primeiro=Ann |titulo=Tee |jornal=Schlaf |volume=4 |ano=2010}}",
    "Dutch": "{{Citeer journal |achternaam=Lee |voornaam=Ann |titel=Tee |tijdschrift=Schlaf |volume=4 |datum=2010}}",
    "Polish": "{{Cytuj pismo |nazwisko=Lee |imię=Ann |tytuł=Tee |czasopismo=Schlaf |wolumin=4 |rok=2010}}",
    "Russian": "{{статья |автор=Lee, Ann |заглавие=Tee |издание=Schlaf |том=4 |год=2010}}",
    "Swedish": "{{Tidskriftsref |efternamn=Lee |förnamn=Ann |titel=Tee |tidskrift=Schlaf |volym=4 |år=2010}}",
}


@pytest.mark.parametrize("language", SOURCES)
def test_a_source_is_read_field_by_field(language: str) -> None:
    (found,) = article(f"Tee.<ref>{SOURCES[language]}</ref>").references
    assert (found.type, found.title, found.fields["journal"], found.facts.year.first, found.facts.names[0].family) == (
        *("article", "Tee", "Schlaf", 2010),
        "Lee",
    )


@pytest.mark.parametrize("heading", ["Einzelnachweise", "Notes et références", "Bibliografía", "Примечания", "脚注"])
def test_a_list_of_sources_is_no_prose(heading: str) -> None:
    found = article(f"Tee.\n\n== {heading} ==\n* Lee A. Tee. Schlaf. 2010;4:3-9.\n")
    assert (said(found), len(found.listed)) == (["Tee."], 1)


@pytest.mark.parametrize("heading", ["Siehe auch", "Voci correlate", "См. также", "Ayrıca bakınız"])
def test_links_to_other_pages_are_no_prose(heading: str) -> None:
    assert said(article(f"Tee.\n\n== {heading} ==\n* [[Schlaf]]\n")) == ["Tee."]


@pytest.mark.parametrize("link", ["[[Категория:Чай]]", "[[分类:茶]]", "[[Bild:Tee.jpg|mini]]", "[[Файл:Tee.jpg]]"])
def test_categories_and_pictures_are_no_prose(link: str) -> None:
    assert said(article(f"Tee.\n\n{link}\n")) == ["Tee."]


@pytest.mark.parametrize("note", ["{{cita requerida}}", "{{Référence nécessaire|date=mai 2012}}", "{{нет АИ}}"])
def test_what_an_editor_asks_for_is_a_note(note: str) -> None:
    (marker,) = article(f"Tee{note}.").markers
    assert marker.note == "citation needed"


@pytest.mark.parametrize("name", ["Référence nécessaire", "Refnec", "référence souhaitée", "要出典範囲"])
def test_words_that_lack_a_source_are_words(name: str) -> None:
    assert said(article(f"{{{{{name}|Le thé réveille.}}}}")) == ["Le thé réveille."]


@pytest.mark.parametrize(
    ("written", "english"),
    [("auteur 2", "author2"), ("Titre", "title"), ("url texte", "url"), ("title", "title"), ("3", "3"), ("", "")],
)
def test_parameters_keep_their_numbers(written: str, english: str) -> None:
    assert parameter_in_english(written) == english


@pytest.mark.parametrize("who", ["Robert Koch-Institut", "Redaktion, Berlin"])
def test_an_organisation_is_no_list_of_people(who: str) -> None:
    assert values_in_english("internetquelle", {"autor": who}) == {"author": who}
