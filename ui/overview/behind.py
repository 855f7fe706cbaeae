"""The cases behind a number: every one of them by name, and each can be opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.office import Office
from app.overview.model import Hit
from ui.kit import fonts
from ui.kit.chips import Chip, ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import named, title_word
from ui.navigation import Navigator, Place, way_to

TALL = 420


class BehindDialog(Dialog):
    """Lists what a number counts; Enter goes to one of them."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        title: str,
        refs: Sequence[Ref],
        parent: QWidget | None = None,
    ) -> None:
        counted = plural(len(refs), "sak eller person", "saker og personer")
        words = f"{counted} i tallet. Trykk Enter for å åpne." if refs else "Ingen i tallet."
        super().__init__(title, words, leave="Lukk", parent=parent)
        self._navigator = navigator
        self.rows = RowList(title, Shape.RESULTS)
        self.rows.set_rows([_row(hit) for hit in office.search.named(refs)])
        self.rows.setMinimumHeight(fonts.px(TALL if refs else 0))
        self.rows.activated_key.connect(self._open)
        self.rows.setVisible(bool(refs))
        self.add(self.rows)
        self.rows.select_end(last=False)
        if refs:  # Enter opens, as the words say; it would be on the way out
            self.rows.setFocus()

    def _open(self, ref: object) -> None:
        if isinstance(ref, Ref):
            self.accept()
            self._navigator.open_ref(ref)
        elif isinstance(ref, Place):
            self.accept()
            self._navigator.open(ref.page, ref.ref, ref.task)


def _row(hit: Hit) -> Row:
    chip = Chip(ChipKind.PROTECTED) if hit.protected else None
    detail = " · ".join(part for part in (title_word(hit.kind), hit.detail) if part)
    return Row(way_to(hit), named(hit.title), detail, end_chip=chip, action="Åpne")
