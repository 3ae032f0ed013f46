"""The templates with which other Wikipedias list a source -> what the English one calls them and their parameters.

As the documentation of each template says, in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian and
Swedish; most other Wikipedias use the English ones, under headings of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache


def unaccented(text: str) -> str:
    """Small letters without accents, which are written or not."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(each for each in letters if not unicodedata.combining(each))


def by_name(table: Mapping[str, str]) -> dict[str, str]:
    """What a table leads to by each of the names in it, where "_" stands for a space."""
    return {
        unaccented(name.replace("_", " ")): english for english, names in table.items() for name in names.split(" ")
    }


def one_of(names: str) -> str:
    """A pattern of any of these names."""
    return "|".join(re.escape(each.replace("_", " ")) for each in names.split(" "))


ENGLISH_TEMPLATES = by_name(
    {
        "citation": "literatur bibliographie obra_citada cita_testo citar cytuj книга bokref",
        "cite book": "ouvrage chapitre cita_libro cita_capítulo citar_livro citar_capítulo citeer_boek cytuj_książkę",
        "cite conference": "cita_conferencia cita_conferenza citar_conferência",
        "cite encyclopedia": "article_encyclopédique cita_enciclopedia",
        "cite journal": "article cita_publicación cita_pubblicazione citar_periódico citeer_journal citeer_tijdschrift "
        "cytuj_pismo статья публикация tidskriftsref",
        "cite news": "cita_noticia cita_news citar_notícia citar_jornal citeer_nieuws tidningsref",
        "cite thesis": "thèse cita_tesis cita_tesi citar_tese",
        "cite web": "internetquelle lien_web cita_web citar_web citeer_web cytuj_stronę webbref",
    }
)

ENGLISH_PARAMETERS = by_name(
    {
        "access-date": "abruf zugriff consulté_le fechaacceso accesso acessodata data_dostępu bezochtdatum "
        "дата_обращения hämtdatum",
        "archive-url": "archiv-url urlarchivo urlarchivio arquivourl archiwum архив",
        "author": "autor auteur autore автор författare",
        "chapter": "kapitel titre_chapitre capítulo capitolo rozdział",
        "date": "datum fecha data дата",
        "edition": "auflage edición edizione edição wydanie druk",
        "editor": "hrsg herausgeber curatore redaktor redacteur",
        "first": "prénom nombre nombres nome primeiro voornaam imię förnamn",
        "issue": "nummer numéro numer номер выпуск",
        "language": "sprache langue idioma lingua língua język taal язык språk",
        "last": "nom apellido apellidos cognome último sobrenome achternaam nazwisko efternamn",
        "pages": "seiten seite página páginas pagine pagina pagina's strona strony s страницы sid sidor",
        "place": "ort lieu ubicación lugar città miejsce plaats место utgivningsort",
        "publisher": "verlag éditeur editorial editore editora publicado wydawca uitgever издательство förlag utgivare",
        "quote": "zitat cita citazione citat",
        "title": "titel titre título titolo tytuł заглавие название",
        "url": "online lire_en_ligne url_texte ссылка",
        "volume": "band tome volumen wolumin tom deel том",
        "website": "site sito",
        "work": "sammelwerk werk zeitschrift périodique publicación obra rivista opera periódico jornal czasopismo "
        "tijdschrift журнал издание tidskrift tidning verk",
        "year": "jahr année año ano anno rok jaar год år",
    }
)

USES_OF_SECTIONS = by_name(
    {
        "list": "einzelnachweise anmerkungen einzelnachweise_und_anmerkungen anmerkungen_und_einzelnachweise belege "
        "références notes_et_références notes_et_reference références_et_notes sources_et_références referencias "
        "notas_y_referencias notas fonti note referências notas_e_referências noten referenties literatuur "
        "bronnen,_noten_en/of_referenties przypisy bibliografía bibliografia bibliografie bibliographie литература "
        "примечания источники referenser källor noter noter_och_referenser referencer kilder referanser litteratur "
        "reference literatura poznámky izvori referències lähteet viitteet kirjallisuutta források jegyzetek "
        "kaynakça notlar tham_khảo chú_thích referensi примітки джерела література бележки παραπομπές πηγές "
        "βιβλιογραφία مراجع المراجع منابع پانویس הערות_שוליים 脚注 参考文献 参考资料 注释 出典 참고_문헌 각주",
        "further": "weblinks weiterführende_literatur liens_externes lien_externe pour_en_savoir_plus enlaces_externos "
        "collegamenti_esterni ligações_externas externe_link externe_links linki_zewnętrzne ссылки externa_länkar "
        "eksterne_henvisninger eksterne_lenker externí_odkazy vanjske_poveznice enllaços_externs aiheesta_muualla "
        "további_információk külső_hivatkozások dış_bağlantılar legături_externe liên_kết_ngoài pranala_luar "  # noqa: RUF001 - Turkish
        "посилання външни_препратки εξωτερικοί_σύνδεσμοι وصلات_خارجية پیوند_به_بیرون קישורים_חיצוניים 外部リンク "
        "外部链接 外部連結 외부_링크",
        "links": "siehe_auch voir_aussi articles_connexes véase_también voci_correlate altri_progetti ver_também "
        "zie_ook zobacz_też см._также se_även se_også související_články povezani_članci vegeu_també katso_myös "
        "kapcsolódó_szócikkek ayrıca_bakınız vezi_și xem_thêm lihat_pula див._також вижте_също δείτε_επίσης "  # noqa: RUF001 - Turkish
        "انظر_أيضا جستارهای_وابسته ראו_גם 関連項目 参见 參見 같이_보기",
    }
)
"""What sections of other Wikipedias are for, by their headings."""

GIVEN_NAMES_FIRST = frozenset({"literatur", "internetquelle"})
"""Templates whose authors are written "Ann Lee, Jo Doe"."""

FILE_SPACES = (
    "file image datei bild fichier archivo imagen bestand immagine plik media ficheiro fil fitxer soubor datoteka kép "
    "tiedosto fișier dosya tập_tin berkas файл изображение зображення картинка слика αρχείο εικόνα ملف پرونده קובץ "
    "ファイル 画像 文件 檔案 파일"
)
CATEGORY_SPACES = (
    "category kategorie catégorie categoría categoria categorie kategoria категория категорія kategori kategorija "
    "kategória luokka thể_loại κατηγορία تصنيف رده קטגוריה カテゴリ 分类 分類 분류"
)
"""What links to pictures and categories begin with, in the languages of the largest Wikipedias."""

NUMBERED = re.compile(r"(?P<name>.*?)\s?(?P<number>\d{0,3})", re.DOTALL)


@lru_cache(maxsize=2**10)  # a page has few templates, and many of each
def in_english(template: str) -> str:
    """The name of a template as the English Wikipedia calls it; any other as it is."""
    return ENGLISH_TEMPLATES.get(unaccented(template), template)


def values_in_english(template: str, values: Mapping[str, str]) -> dict[str, str]:
    """The values of a template by the English names of its parameters, with their numbers ("auteur2" is "author2")."""
    found = {parameter_in_english(name): text for name, text in values.items()}
    people = found.get("author", "").split(", ")
    if template in GIVEN_NAMES_FIRST and len(people) > 1 and all(" " in each.strip() for each in people):
        del found["author"]
        for number, (first, _, last) in enumerate((each.strip().rpartition(" ") for each in people), start=1):
            found |= {f"last{number}": last, f"first{number}": first}
    return found


@lru_cache(maxsize=2**10)
def parameter_in_english(name: str) -> str:
    """The English name of a parameter; any other as it is."""
    parts = NUMBERED.fullmatch(name)
    english = ENGLISH_PARAMETERS.get(unaccented(parts["name"])) if parts else None
    return f"{english}{parts['number']}" if parts and english else name
