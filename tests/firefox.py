"""Drives an installed Firefox by the protocol WebDriver BiDi, https://w3c.github.io/webdriver-bidi/.

Playwright drives only a Firefox that it has patched itself, which is not the one that readers have.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from websockets.sync.client import ClientConnection, connect

from tests.browser import NoBrowserError

INSTALLED = ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox")

# Firefox itself turns off updates, telemetry and first-run pages where it is driven. Here is what it leaves, a proxy
# that is none (as with Chromium, what cannot be reached can make no test pass or fail), and no colours halfway to
# others. A value stands as in user.js.
PREFERENCES = {
    "network.proxy.type": "1",
    "network.proxy.http": '"127.0.0.1"',
    "network.proxy.http_port": "9",
    "network.proxy.ssl": '"127.0.0.1"',
    "network.proxy.ssl_port": "9",
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
    "browser.startup.homepage_override.mstone": '"ignore"',
    "datareporting.policy.dataSubmissionEnabled": "false",
    "ui.prefersReducedMotion": "1",
}
SCHEMES = {"dark": "0", "light": "1"}
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

# Firefox reports a violation of the policy in words of its own; this says it as the tests in Chromium do.
WATCH = """() => addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    console.error(`violates the policy: ${effectiveDirective}: ${blockedURI} ${sample}`))"""


def find_firefox() -> Path | None:
    """The Firefox that the variable FIREFOX names, else an installed one, else none."""
    if named := os.environ.get("FIREFOX"):
        if found := shutil.which(named):
            return Path(found)
        raise NoBrowserError(f"the variable FIREFOX is {named!r}, which is no program; name one or unset it")
    found_ones = (Path(path) for path in map(shutil.which, INSTALLED) if path)
    return next((path for path in found_ones if not is_snap(path)), None)


def is_snap(executable: Path) -> bool:
    """Whether a program is a snap, which sees no folder in /tmp, or a script that starts one."""
    with executable.open("rb") as file:
        return executable.is_relative_to("/snap") or b"/snap/" in file.read(4096)


@contextmanager
def started(executable: Path, scheme: str) -> Iterator[Firefox]:
    """A Firefox in which pages are `light` or `dark`, with a profile of its own."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        wanted = PREFERENCES | {"layout.css.prefers-color-scheme.content-override": SCHEMES[scheme]}
        lines = [f'user_pref("{name}", {value});\n' for name, value in wanted.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        log = profile / "stderr.txt"
        options = ("--headless", "--no-remote", "--remote-debugging-port=0", "--profile")
        command: list[str | Path] = [executable, *options, profile]
        with log.open("wb") as errors:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)  # noqa: S603 (as installed)
        try:
            # A thread that sends pings draws from `random`, which Hypothesis would take for a strategy that does.
            with connect(f"{address_in(log)}/session", max_size=None, proxy=None, ping_interval=None) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()
            process.wait(20)


def address_in(log: Path) -> str:
    """Where Firefox listens, which it says a moment after its start."""
    for _ in range(300):
        if found := LISTENING.search(log.read_text(encoding="utf-8", errors="replace")):
            return found[1]
        time.sleep(0.1)
    raise NoBrowserError(f"Firefox does not listen; it said:\n{log.read_text(encoding='utf-8', errors='replace')}")


def value_of(remote: dict[str, Any]) -> Any:
    """A value of JavaScript, as the protocol describes it, in Python; None for what JSON has not."""
    if remote["type"] == "array":
        return [value_of(each) for each in remote["value"]]
    if remote["type"] == "object":
        return {name: value_of(each) for name, each in remote["value"]}
    return remote["value"] if remote["type"] in ("string", "number", "boolean") else None


class Firefox:
    """A running Firefox: commands go to it, and what it reports is kept."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._sent = 0
        self.events: list[dict[str, Any]] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self.send("script.addPreloadScript", functionDeclaration=WATCH)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command."""
        self._sent += 1
        self._connection.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while (answer := json.loads(self._connection.recv(30))).get("id") != self._sent:
            self.events.append(answer)
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result


class FirefoxTab:
    """A page opened from a file, and a record of everything that a quiet and closed page does not do."""

    def __init__(self, firefox: Firefox, path: Path, width: int, height: int) -> None:
        self._firefox = firefox
        self._url = path.resolve().as_uri()
        self._context = firefox.send("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.setViewport", viewport={"width": width, "height": height})
        firefox.events.clear()
        self._send("browsingContext.navigate", url=self._url, wait="complete")
        self.settled("!document.getElementById('data') || document.documentElement.matches('.live')")

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._firefox.send(method, context=self._context, **parameters)

    def close(self) -> None:
        self._send("browsingContext.close")

    def incidents(self) -> list[str]:
        """Console errors, uncaught exceptions, requests beside the file itself, violations of the policy."""
        time.sleep(0.05)  # what was caused just now is reported a moment later
        self._firefox.send("session.status")
        return [line for event in self._firefox.events if (line := self._incident(event["method"], event["params"]))]

    def _incident(self, method: str, found: dict[str, Any]) -> str:
        if method == "log.entryAdded":
            return f"{found['type']}: {found['text']}" if found["level"] == "error" else ""
        address = found["request"]["url"]
        own = address.partition("#")[0] == self._url or address.startswith("data:")  # its font for arrows, among others
        return "" if own else f"request: {address}"

    def evaluate(self, script: str) -> Any:
        """The value of a script's last expression, or what it promises."""
        target = {"context": self._context}
        done = self._firefox.send("script.evaluate", expression=script, target=target, awaitPromise=True)
        if done["type"] == "exception":
            raise RuntimeError(done["exceptionDetails"]["text"])
        return value_of(done["result"])

    def settled(self, question: str) -> bool:
        """Whether an expression becomes true within two seconds."""
        for _ in range(40):
            if self.evaluate(f"Boolean({question})"):
                return True
            time.sleep(0.05)
        return False

    def text(self, selector: str) -> str:
        """What an element says."""
        return str(self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText"))

    def go(self, address: str) -> None:
        """Go to a state of the page."""
        self.evaluate(f"location.hash = {json.dumps(address)}")
        time.sleep(0.1)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: letters, or names as in KEYS."""
        for key in keys:
            actions = [{"type": each, "value": KEYS.get(key, key)} for each in ("keyDown", "keyUp")]
            self._send("input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def click(self, x: float, y: float) -> None:
        """Click at a place in the window."""
        actions = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._send("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    def screenshot(self) -> bytes:
        """The window, as a PNG."""
        return base64.b64decode(self._send("browsingContext.captureScreenshot")["data"])


class OpenInFirefox(Protocol):
    """What the fixture `open_in_firefox` gives: opens a file in a tab of its own."""

    def __call__(self, path: Path, width: int = 1440, height: int = 900, scheme: str = "light") -> FirefoxTab: ...
