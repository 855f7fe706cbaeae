"""Where a file outside the program is put: asked each time, written whole or told."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.errors import FileProblem

SHEET = "Excel-ark (*.xlsx)"
TABLE = f"{SHEET};;CSV, åpnes i Excel (*.csv)"


def ask_where(parent: QWidget, title: str, name: str, kinds: str = SHEET) -> Path | None:
    """The place the officer chooses, with the ending of `name`; None for leaving.

    Where `kinds` has several, the ending is that of the kind chosen, or of what was typed.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    if not chosen:
        return None
    typed = Path(chosen).suffix.lower()
    known = {one.rpartition("*")[2].rstrip(")") for one in kinds.split(";;")}
    usual = kind.rpartition("*")[2].rstrip(")") if kind else Path(name).suffix
    if len(known) == 1 or usual not in known:
        usual = Path(name).suffix
    elif typed in known and typed != Path(name).suffix:
        usual = typed
    return Path(chosen).with_suffix(usual)


def write(path: Path, content: bytes) -> None:
    """Write the file; FileProblem disk_refused."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FileProblem("disk_refused") from error
