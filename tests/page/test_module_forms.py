"""What the page's modules may say of others, and that they say nothing else."""

import re
from pathlib import Path

import pytest

from graph.archive.page import INDEX_WEB
from graph.page import WEB
from graph.page.module_forms import check_modules


def checked(folder: Path, main: str, **others: str) -> None:
    """Modules by name, written and checked; `main` begins at line 1 of `main.js`."""
    for name, code in {"main": main, **others}.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    check_modules(folder / "main.js")


@pytest.mark.parametrize("main", [WEB / "main.js", INDEX_WEB / "index.js"], ids=lambda path: path.stem)
def test_the_pages_modules_say_only_what_is_joined(main: Path) -> None:
    check_modules(main)


def test_a_text_that_goes_over_several_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^main\.js:2: 'f\(`a' has a text that goes over several lines$"):
        checked(tmp_path, "const a = `a`;\nf(`a\n  b`);\n")


def test_a_backtick_in_a_text_begins_none(tmp_path: Path) -> None:
    checked(tmp_path, 'f("`");\n')


@pytest.mark.parametrize(
    "code",
    [
        "export default 1;",
        "const a = 1;\nexport { a };",
        'export * from "./b.js";',
        'export { b } from "./b.js";',
        "export let a = 1;",
        "export var a = 1;",
        "export const { a } = {};",
        "export const [a] = [];",
        "export function* a() {}",
        "export async function* a() {}",
        "  export const a = 1;",
        "const b = 1; export const a = b;",
        "export\nconst a = 1;",
        "export  const a = 1;",
        'import * as b from "./b.js";',
        'import b from "./b.js";',
        'import b, { c } from "./b.js";',
        'import "./b.js";',
        'import { b as c } from "./b.js";',
        'import { b } from "./b.js"',
        "import { b } from './b.js';",
        'import { b } from "/b.js";',
        'import { b } from "./b-c.js";',
        'import { b } from "./b.json" with { type: "json" };',
        'import {} from "./b.js";',
        'import { b } from "./b.js"; f(b);',
        'import\n{ b } from "./b.js";',
        'import { b, // this\n} from "./b.js";',
        'f();\nimport { b } from "./b.js";',
        'const b = () => import("./b.js");',
        "const here = import.meta.url;",
    ],
)
def test_a_form_that_is_not_joined_is_refused(tmp_path: Path, code: str) -> None:
    line = next(number for number, text in enumerate(code.split("\n"), 2) if re.search("import|export", text))
    with pytest.raises(ValueError, match=rf"^a\.js:{line}: .*(import|export).* form that is not joined") as refused:
        checked(tmp_path, 'import { a } from "./a.js";\nf(a);\n', a=f"/** A. */\n{code}\n", b="export const b = 1;\n")
    assert code.split("\n")[line - 2].strip() in str(refused.value)


@pytest.mark.parametrize("code", ["const b = 1;", "const b = 1;\nexport const c = b;", "export const c = 1, b = 2;"])
def test_a_name_that_is_not_exported_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(ValueError, match=r"^main\.js:2: .*imports b, which b\.js does not export"):
        checked(tmp_path, '/** Main. */\nimport { b } from "./b.js";\nf(b);\n', b=f"{code}\n")


@pytest.mark.parametrize(
    "code",
    [
        "const a = await f();",
        "const a = f(\n  await g(),\n);",
        "if (f) {\n  await g();\n}",
        "for await (const a of b) f(a);",
        "const a = await f(async () => {});",
        "function f() {}\nawait f();",
    ],
)
def test_a_module_that_waits_at_its_top_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(ValueError, match=r"^b\.js:\d: .*await.* outside an async function"):
        checked(tmp_path, 'import { b } from "./b.js";\nf(b);\n', b=f"{code}\nexport const b = 1;\n")


@pytest.mark.parametrize("code", ["async function b() {\n  await f();\n}", "const b = async () => await f();"])
def test_an_async_function_may_wait(tmp_path: Path, code: str) -> None:
    checked(tmp_path, 'import { b } from "./b.js";\nf(b);\n', b=f"export {code}\n")


def test_the_main_module_may_wait(tmp_path: Path) -> None:
    checked(tmp_path, "await f();\n")
