"""A field for a scanned paper: chosen from the machine, read when it is kept."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.core.errors import FileProblem
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.field import Field
from ui.kit.icons import Icon
from ui.kit.words import ElidedLabel

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


class ScanField(Field):
    """A scanned paper or a picture; None until chosen."""

    def __init__(self, name: str, label: str, *, optional: bool = True) -> None:
        hint = "PDF, PNG eller JPEG. Lagres på saken."
        super().__init__(name, label, optional=optional, hint=hint)
        self._path: Path | None = None
        self._box = QWidget()
        row = QHBoxLayout(self._box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        self.button = Button("Velg fil …", self._choose, icon=Icon.FOLDER, size=ButtonSize.SMALL)
        self._shown = ElidedLabel("Ingen fil er valgt")
        row.addWidget(self.button)
        row.addWidget(self._shown, 1)
        self._place(self._box, self.button)
        self.button.setAccessibleName(f"Velg fil: {label}")
        self._settled()

    def value(self) -> object:
        return self._path

    def set_value(self, value: object) -> None:
        self._path = value if isinstance(value, Path) else None
        self._shown.setText(self._path.name if self._path else "Ingen fil er valgt")
        self._settled()

    def _choose(self) -> None:
        kinds = "Skannet papir (*.pdf *.png *.jpg *.jpeg)"
        path, _ = QFileDialog.getOpenFileName(self, self.label.text(), "", kinds)
        if path:
            self.set_value(Path(path))
            self.changed.emit(self.name)


def scanned(path: object) -> tuple[bytes, str] | None:
    """What lies in the chosen file, with its kind; None for none. FileProblem sheet_unreadable."""
    if not isinstance(path, Path):
        return None
    try:
        return path.read_bytes(), MEDIA_TYPES.get(path.suffix.casefold(), "")
    except OSError:
        raise FileProblem("sheet_unreadable") from None
