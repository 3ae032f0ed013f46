"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import pytest

from graph.writing import DRAFT, LONG_AGO, clear_beside, draft_beside, write_all, write_bytes, write_text

fcntl = pytest.importorskip("fcntl", reason="Windows has other rights, links and locks")

Two = list[tuple[Path, bytes]]
LEFT = DRAFT.format("0123456789abcdef")


def contents(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def broken(works: Callable[..., object], *, times: int) -> Callable[..., object]:
    """A function that works some times, and then is refused."""
    left = iter(range(times))

    def function(*arguments: object) -> object:
        if next(left, None) is None:
            raise PermissionError(13, "Permission denied")
        return works(*arguments)

    return function


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """Two files that are there, with what is to be written to them."""
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "b").write_bytes(b"old b")
    return [(tmp_path / "a", b"new a"), (tmp_path / "b", b"new b")]


def test_writes_utf_8_with_its_line_breaks(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.txt", "ö\r\n")
    assert path.read_bytes() == b"\xc3\xb6\r\n"


def test_nothing_is_left_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", broken(Path.replace, times=0))
    with pytest.raises(OSError, match=r"a\.txt"):
        write_bytes(tmp_path / "a.txt", b"new")
    assert contents(tmp_path) == {"a.txt": b"old"}


def test_a_clean_up_that_fails_does_not_hide_the_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", broken(Path.replace, times=0))
    monkeypatch.setattr(Path, "unlink", broken(Path.unlink, times=0))
    with pytest.raises(PermissionError) as caught:
        write_bytes(tmp_path / "a.txt", b"")
    assert (caught.value.filename, caught.value.__context__) == (str(tmp_path / "a.txt"), None)


def test_two_files_are_written(two: Two, tmp_path: Path) -> None:
    assert write_all(two) == [path for path, _ in two]
    assert contents(tmp_path) == {"a": b"new a", "b": b"new b"}


def test_where_the_second_move_fails_the_first_file_is_put_back(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.writing.move", fails_for(tmp_path / "b"))
    with pytest.raises(PermissionError) as caught:
        write_all(two)
    assert contents(tmp_path) == {"a": b"old a", "b": b"old b"}
    assert caught.value.__notes__ == [f"{tmp_path / 'a'} was written already and is put back as it was"]


def fails_for(refused: Path) -> Callable[[Path, Path], None]:
    """A move that works for other files."""

    def move(draft: Path, target: Path) -> None:
        if target == refused:
            raise PermissionError(13, "Permission denied")
        draft.replace(target)

    return move


def test_a_new_file_is_removed_where_the_second_cannot_be_moved(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.writing.move", fails_for(tmp_path / "b"))
    with pytest.raises(PermissionError):
        write_all([(tmp_path / "new", b""), *two])
    assert contents(tmp_path) == {"a": b"old a", "b": b"old b"}


def test_a_file_that_cannot_be_put_back_is_told(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", broken(Path.replace, times=1))
    with pytest.raises(PermissionError) as caught:
        write_all(two)
    (note,) = caught.value.__notes__
    assert note.endswith("a is written already and could not be put back: Permission denied")


def test_where_the_second_file_cannot_be_made_ready_the_first_is_not_moved(two: Two, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_all([*two, (tmp_path / "nowhere" / "c", b"")])
    assert contents(tmp_path) == {"a": b"old a", "b": b"old b"}
    assert caught.value.__notes__ == ["no file is changed"]


def test_many_write_one_file_at_a_time_and_nobody_reads_half_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    texts = [letter * 100_000 for letter in (b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"h")]

    def write(text: bytes) -> bool:
        return all(write_bytes(path, text).read_bytes() in texts for _ in range(20))

    with ThreadPoolExecutor(len(texts)) as pool:
        assert all(pool.map(write, texts))
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_processes_that_write_the_same_files_at_a_time_leave_them_whole(tmp_path: Path) -> None:
    code = "import sys; from graph.writing import write_all\n"
    code += "for _ in range(20): write_all([(name, sys.argv[1].encode() * 100_000) for name in 'ab'])"
    commands = [[sys.executable, "-c", code, letter] for letter in "12345678"]
    writers = [subprocess.Popen(command, cwd=tmp_path) for command in commands]  # noqa: S603 - our own code
    assert [writer.wait() for writer in writers] == [0] * 8
    written = contents(tmp_path)
    assert written.keys() == {"a", "b"}
    assert all(len(data) == 100_000 and len(set(data)) == 1 for data in written.values())


def test_what_a_killed_run_left_is_removed_where_there_is_nothing_to_write(tmp_path: Path) -> None:
    (tmp_path / LEFT).touch()
    clear_beside([tmp_path / "a"])
    assert contents(tmp_path) == {}


def test_what_is_moved_is_on_the_disk_and_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    for owner, name in ((os, "fsync"), (Path, "replace")):
        monkeypatch.setattr(owner, name, noted(getattr(owner, name), name, events))
    write_bytes(tmp_path / "a", b"")
    assert events == ["fsync", "replace", "fsync"]


def noted(function: Callable[..., object], name: str, events: list[str]) -> Callable[..., object]:
    """A function that writes down that it was called."""

    def noting(*arguments: object) -> object:
        events.append(name)
        return function(*arguments)

    return noting


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    code = "import os, sys; from graph.writing import write_bytes\n"
    code += "os.fsync = lambda _file: os.kill(os.getpid(), 9)\nwrite_bytes(sys.argv[1], b'half')"
    killed = subprocess.run([sys.executable, "-c", code, tmp_path / "a"], check=False)  # noqa: S603 - our own code
    assert (killed.returncode, len(contents(tmp_path))) == (-signal.SIGKILL, 1)
    write_bytes(tmp_path / "b", b"new")
    assert contents(tmp_path) == {"b": b"new"}


def test_what_another_is_writing_is_left_alone(tmp_path: Path) -> None:
    with draft_beside(tmp_path / "a", b"new a") as theirs:
        write_bytes(tmp_path / "b", b"new b")
        assert theirs.read_bytes() == b"new a"


@pytest.mark.parametrize("name", [".evidence-graph-notes.part", f"{LEFT}.txt", LEFT.upper(), LEFT[1:]])
def test_what_is_not_called_as_ours_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    write_bytes(tmp_path / "a", b"")
    assert (tmp_path / name).exists()


@pytest.mark.parametrize(
    "make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(__file__)], ids=["folder", "pipe", "link"]
)
def test_what_is_no_file_is_left_alone(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / LEFT)
    write_bytes(tmp_path / "a", b"")
    assert os.path.lexists(tmp_path / LEFT)


@pytest.mark.parametrize(("age", "stays"), [(0, True), (LONG_AGO + 60, False)])
def test_where_there_are_no_locks_age_tells(
    age: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stays: bool
) -> None:
    monkeypatch.setattr("graph.writing.fcntl", None)
    (tmp_path / LEFT).touch()
    time = (tmp_path / LEFT).stat().st_mtime - age
    os.utime(tmp_path / LEFT, (time, time))
    write_bytes(tmp_path / "a", b"")
    assert (tmp_path / LEFT).exists() == stays


def test_a_draft_that_was_removed_before_it_was_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removals = iter([Path.unlink])

    def lock(file: IO[bytes], _how: int) -> None:
        next(removals, Path.exists)(Path(file.name))

    monkeypatch.setattr(fcntl, "flock", lock)
    write_bytes(tmp_path / "a", b"new")
    assert contents(tmp_path) == {"a": b"new"}


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere/a\.txt"):
        write_bytes(tmp_path / "nowhere" / "a.txt", b"")


def test_rights_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o640)
    assert write_bytes(tmp_path / "a.txt", b"").stat().st_mode & 0o777 == 0o640


@pytest.fixture
def umask() -> Iterator[None]:
    """A umask that lets others read nothing."""
    old = os.umask(0o027)
    yield
    os.umask(old)


@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    assert write_bytes(tmp_path / "a.txt", b"").stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_private_is_so_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").touch(mode=0o600)
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda file: modes.append(os.fstat(file).st_mode & 0o777))
    write_bytes(tmp_path / "a.txt", b"")
    assert modes[0] == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    write_bytes(tmp_path / "b.txt", b"new")
    assert (tmp_path / "b.txt").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_device_is_written_to() -> None:
    assert write_bytes("/dev/null", b"x").is_char_device()


def test_links_that_go_round_in_circles_stay_and_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match=r"/a'$") as caught:
        write_bytes(tmp_path / "a", b"")
    assert (caught.value.errno, len([*tmp_path.iterdir()])) == (errno.ELOOP, 2)


def test_any_name_that_a_file_can_have_will_do(tmp_path: Path) -> None:
    assert write_bytes(tmp_path / ("a" * 255), b"x").read_bytes() == b"x"


def test_a_pipe_that_has_no_name_of_its_own_is_written_to() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as read:
        write_bytes(f"/dev/fd/{writer}", b"x")
        os.close(writer)
        assert read.read() == b"x"
