"""Where a file outside the program is put: asked each time, written whole or told."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.errors import FileProblem

SHEET = "Excel-ark (*.xlsx)"


def ask_where(parent: QWidget, title: str, name: str, kinds: str = SHEET) -> Path | None:
    """The place the officer chooses, with the ending of `name`; None for leaving."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen).with_suffix(Path(name).suffix) if chosen else None


def write(path: Path, content: bytes) -> None:
    """Write the file; FileProblem disk_refused."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FileProblem("disk_refused") from error
