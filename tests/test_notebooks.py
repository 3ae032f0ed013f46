"""The notebooks run from top to bottom in an empty folder, and carry no outputs in the repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

if TYPE_CHECKING:
    from jupyter_client.manager import KernelManager

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def load(path: Path) -> nbformat.NotebookNode:
    return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call, no-any-return]


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


@pytest.fixture(scope="module")
def kernel() -> Iterator[KernelManager]:
    """One kernel for all: to import pandas and matplotlib takes longer than a notebook."""
    from jupyter_client.manager import KernelManager

    manager = KernelManager()
    manager.start_kernel()
    yield manager
    manager.shutdown_kernel(now=True)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_in_an_empty_folder(path: Path, tmp_path: Path, kernel: KernelManager) -> None:
    from nbclient import NotebookClient

    notebook = load(path)
    afresh = nbformat.v4.new_code_cell(f"%reset -f\n%cd -q {tmp_path}")  # type: ignore[no-untyped-call]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    notebook.cells.insert(0, afresh)
    client = NotebookClient(notebook, km=kernel, timeout=120)
    try:
        client.execute()
    finally:
        if client.kc:
            client.kc.stop_channels()  # which it leaves open, as the kernel is not its own
    assert list(tmp_path.iterdir()) == []
    assert all(cell.outputs for cell in code)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_stripped(path: Path) -> None:
    cells = [cell for cell in load(path).cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in cells] == [([], None)] * len(cells)
