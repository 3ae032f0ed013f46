"""The page's modules, joined into one script."""

import re
import subprocess
from pathlib import Path

import pytest

from graph.page import WEB
from graph.page.modules import join_modules


def joined(folder: Path, main: str, **others: str) -> str:
    """Modules by name, written and joined; `main` begins at line 1 of `main.js`."""
    for name, code in {"main": main, **others}.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    return join_modules(folder / "main.js")


def test_modules_are_joined_after_what_they_need(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import { a } from "./a.js";\nimport { b } from "./b.js";\nrun(a, b);\n')
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nexport const a = b;\n')
    (tmp_path / "b.js").write_text("export function b() {}\n")
    joined = join_modules(tmp_path / "main.js")
    assert re.findall("function b|const a = b|run", joined) == ["function b", "const a = b", "run"]


def test_a_module_of_another_folder_is_joined(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "main.js").write_text('import { a } from "../two/a.js";\nrun(a);\n')
    (tmp_path / "two" / "a.js").write_text('import { b } from "./b.js";\nexport const a = b;\n')
    (tmp_path / "two" / "b.js").write_text("export const b = 1;\n")
    joined = join_modules(tmp_path / "one" / "main.js")
    assert re.findall("const b = 1|const a = b|run", joined) == ["const b = 1", "const a = b", "run"]


def test_two_modules_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "a.js").write_text("export const a = 1;\n")
    (tmp_path / "two" / "a.js").write_text("export const b = 1;\n")
    (tmp_path / "main.js").write_text('import { a } from "./a.js";\nimport { b } from "./two/a.js";\nrun(a, b);\n')
    with pytest.raises(ValueError, match=r"^two modules are called a\.js$"):
        join_modules(tmp_path / "main.js")


def test_comments_are_left_out_and_what_looks_like_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('/** Says\n * so. */\nconst a = "/** text */";\n  /** And this. */\nf(a);\n')
    assert join_modules(tmp_path / "main.js") == 'const a = "/** text */";\nf(a);\n'


def test_two_modules_may_use_the_same_name(tmp_path: Path, node: Path) -> None:
    (tmp_path / "main.js").write_text(
        'import { a } from "./a.js";\nimport { b } from "./b.js";\nconsole.log(a, b());\n'
    )
    (tmp_path / "a.js").write_text("const most = 1;\nexport const a = most;\n")
    (tmp_path / "b.js").write_text("const most = 2;\nexport function b() {\n  return most;\n}\n")
    (tmp_path / "joined.mjs").write_text(join_modules(tmp_path / "main.js"))
    done = subprocess.run([node, tmp_path / "joined.mjs"], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "1 2\n"


def test_no_module_is_left_out_and_every_form_is_joined() -> None:
    joined = join_modules(WEB / "main.js")
    assert re.findall(r"^(?:import|export)\b.*", joined, re.MULTILINE) == []
    modules = set(WEB.glob("*.js")) - {WEB / "watched.js"}  # which stands by itself
    codes = [re.sub(r"^ +", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE) for path in modules]
    assert all(code.strip()[-40:] in joined for code in codes)


def test_what_lines_begin_with_is_left_out(tmp_path: Path) -> None:
    assert joined(tmp_path, 'if (a) {\n  b(" c");\n}\n') == 'if (a) {\nb(" c");\n}\n'


@pytest.mark.parametrize("names", ["{ b, c }", "{ b, c, }", "{\n  b,\n  c,\n}", "{ $ }"])
def test_names_are_imported_in_one_line_or_in_many(tmp_path: Path, names: str) -> None:
    b = "export const b = 1;\nexport function c() {}\nexport function $() {}\n"
    assert f"const {names} = b_js;" in joined(tmp_path, f'import {names} from "./b.js";\n', b=b)


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    a = 'import { b } from "./b.js";\nexport const a = 1;\n'
    b = 'import { a } from "./a.js";\nexport const b = 1;\n'
    with pytest.raises(ValueError, match=r"import each other: .*a\.js.*b\.js|import each other: .*b\.js.*a\.js"):
        joined(tmp_path, 'import { a } from "./a.js";\nf(a);\n', a=a, b=b)


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^gone\.js is imported and is not there"):
        joined(tmp_path, 'import { a } from "./gone.js";\n')


def test_a_comment_before_code_in_its_line_takes_nothing_with_it(tmp_path: Path) -> None:
    code = "/** @type {number} */ const a = 1;\n/** B. */\nf(a);\n"
    assert joined(tmp_path, code) == "/** @type {number} */ const a = 1;\nf(a);\n"
