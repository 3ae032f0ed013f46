"""An archive as Parquet for a cluster: a row an article with its files in it, and articles read back from there.

    name, title, date, url, desk, files: list of (path, role, shared, content)

The machines of a cluster do not share a disk, so each row holds all that `article_rows` wants to know; a library that
several articles share is in each of their rows.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from graph.archive.found import Archive, FoundArticle, article_name
from graph.archive.rows import Packed
from graph.archive.store import writable
from graph.model import Article, NotInstalledError, Role, UnusableError
from graph.writing import remove, write_bytes

PACKED_BYTES = 2**26
"""How much of articles' files is in one file of Parquet, unless one article alone has more."""

PARQUET_PART = "part-{:05}.parquet"
IS_PARQUET_PART = re.compile(r"part-\d{5,}\.parquet")

CALLED = ("title", "date", "url")
KNOWN_ROLES: frozenset[str] = frozenset(get_args(Role))


def arrow() -> Any:
    """The library of Arrow; NotInstalledError, with the cure, where it is not there."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise NotInstalledError("Parquet needs pyarrow: pip install 'evidence-graph[parquet]'") from None
    return pa


def packed_schema() -> Any:
    """The columns of a packed archive, as Arrow has them."""
    pa = arrow()
    file = pa.struct([("path", pa.string()), ("role", pa.string()), ("shared", pa.bool_()), ("content", pa.binary())])
    return pa.schema([*((name, pa.string()) for name in ("name", *CALLED, "desk")), ("files", pa.list_(file))])


def pack(articles: Iterable[Packed], folder: str | os.PathLike[str]) -> int:
    """Write articles into the Parquet files of a folder, and say how many they are; older parts there are replaced.

    Raises NotInstalledError where pyarrow is missing, and OSError where a file cannot be written.
    """
    schema, articles_in_all = packed_schema(), 0
    written: list[Path] = []
    Path(folder).mkdir(parents=True, exist_ok=True)
    for part in in_parts(articles):
        path = Path(folder, PARQUET_PART.format(len(written)))
        written.append(write_bytes(path, as_parquet([*map(packed_row, part)], schema)))
        articles_in_all += len(part)
    for path in set(packed_parts(folder)) - set(written):
        remove(path)
    return articles_in_all


def in_parts(articles: Iterable[Packed]) -> Iterator[list[Packed]]:
    """Articles in lots, none of which has more than `PACKED_BYTES`."""
    part: list[Packed] = []
    size = 0
    for each in articles:
        weight = sum(map(len, each.contents.values()))
        if part and size + weight > PACKED_BYTES:
            yield part
            part, size = [], 0
        part.append(each)
        size += weight
    if part:
        yield part


def packed_row(article: Packed) -> dict[str, Any]:
    """An article as a row."""
    files = [
        {"path": writable(path), "role": role, "shared": path in article.shared, "content": article.contents[path]}
        for path, role in article.files.items()
    ]
    about = {name: getattr(article.about, name) for name in CALLED}
    return {"name": article.name, **about, "desk": article.desk, "files": files}


def as_parquet(rows: Sequence[Mapping[str, Any]], schema: Any) -> bytes:
    """Rows as a file of Parquet."""
    pa = arrow()
    file = io.BytesIO()
    pa.parquet.write_table(pa.Table.from_pylist(rows, schema), file, compression="zstd")
    return file.getvalue()


def packed_parts(folder: str | os.PathLike[str]) -> list[Path]:
    """The files of a packed archive, in their order."""
    return sorted(path for path in Path(folder).iterdir() if IS_PARQUET_PART.fullmatch(path.name))


def unpack(root: str | os.PathLike[str]) -> Iterator[Packed]:
    """The articles of a packed archive: of a file of Parquet, or of a folder that `pack` wrote.

    Raises NotInstalledError where pyarrow is missing, and UnusableError for what is no packed archive.
    """
    pa = arrow()
    path = Path(root)
    for part in [path] if path.is_file() else packed_parts(path):
        try:
            file = pa.parquet.ParquetFile(part)
            if missing := [name for name in packed_schema().names if name not in file.schema_arrow.names]:
                raise UnusableError(f"{part}: no packed archive, it lacks the column {missing[0]!r}; pack it again")
            for batch in file.iter_batches(batch_size=64):
                yield from unpacked(batch)
        except (pa.ArrowException, OSError) as error:
            raise UnusableError(f"{part}: cannot be read as Parquet ({said_first(error)}); pack it again") from None


def said_first(error: Exception) -> str:
    """What an error says first."""
    return str(error).partition("\n")[0]


def unpacked(batch: Any) -> Iterator[Packed]:
    """The articles of a batch of rows."""
    for row in batch.to_pylist():
        files = [each for each in row["files"] or () if each["role"] in KNOWN_ROLES]
        yield Packed(
            name=row["name"],
            contents={each["path"]: each["content"] or b"" for each in files},
            files={each["path"]: each["role"] for each in files},
            about=Article(**{name: row[name] or "" for name in CALLED}),
            shared=tuple(each["path"] for each in files if each["shared"]),
            desk=row["desk"] or "",
        )


def is_packed(root: str | os.PathLike[str]) -> bool:
    """Whether a root is a packed archive: a file of Parquet, or a folder with parts of one."""
    path = Path(root)
    return path.suffix == ".parquet" if path.is_file() else path.is_dir() and any(packed_parts(path))


def packed_archive(root: str | os.PathLike[str]) -> Archive:
    """A packed archive as one on the disk would be found, with all of its files in memory."""
    archive = Archive(os.fspath(root))
    archive.articles += (
        FoundArticle(
            name=article_name(each.name),
            files={path: role for path, role in each.files.items() if role != "references"},
            libraries=tuple(path for path, role in each.files.items() if role == "references"),
            shared=each.shared,
            contents=each.contents,
            about=each.about,
            desk=each.desk,
        )
        for each in unpack(root)
    )
    return archive
