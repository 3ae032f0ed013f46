"""The samples that come with the package: real articles, each with its claims and its references."""

from __future__ import annotations

from pathlib import Path

from graph.model import Evidence, File, Role, UnusableError
from graph.reading import FILES, read_files
from graph.wording import did_you_mean, listing

PACKAGE = Path(__file__).parent.parent

SAMPLES = {
    "rls": "causes of restless legs syndrome, with sources that the text does not cite",
    "lysis": "what makes the lysis times of phage lambda scatter, with every citation marked",
    "archive": "fourteen short articles, for what lies across articles",
}
"""The names of the samples, and what is in them."""

ARCHIVE = "archive"
"""The sample that is many articles, and so no evidence of one."""


def sample(name: str = "rls") -> Evidence:
    """The evidence of a sample, to try things on: "rls" or "lysis"; no file is needed for it.

    Raises UnusableError, a ValueError, where no sample is called so, and for "archive", which is many articles.

    >>> import graph
    >>> graph.sample()
    <Evidence: 106 claims, 21 references, 35 causes, 0 problems>
    """
    folder = sample_folder(name)
    if name == ARCHIVE:
        raise UnusableError(f"the sample {name!r} is many articles; put it into a folder with `init --sample {name}`")
    roles: tuple[Role, ...] = ("references", "claims")
    return read_files([File(FILES[role], (folder / FILES[role]).read_bytes(), role) for role in roles])


def sample_files(name: str) -> list[Path]:
    """The files of a sample as they are called in its folder."""
    if name != ARCHIVE:
        return [Path(FILES[role]) for role in ("references", "claims")]
    folder = sample_folder(name)
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def sample_folder(name: str) -> Path:
    """The folder of a sample: inside the installed package, or beside it in a checkout."""
    if name not in SAMPLES:
        hint = did_you_mean(name, SAMPLES) or f"; there are {listing([*SAMPLES])}"
        raise UnusableError(f"no sample is called {name!r}{hint}")
    installed = PACKAGE / "samples"
    beside = PACKAGE.parent / ("data" if name == "rls" else f"samples/{name}")
    return installed / name if installed.exists() else beside
