"""Whom something is about: the one stood on, or found by typing a name or a number."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.ids import PersonId
from app.office import Office
from app.overview.model import HitKind
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.words import ElidedLabel, IconLabel
from ui.labels import named

MOST = 4


class Who(QWidget):
    """A strip with the name, or a field with its hits; `chosen` gives a PersonId or None."""

    chosen = Signal(object)
    searched = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.person: PersonId | None = None
        self.field = TextField("person", self.tr("Hvem"), hint=self.tr("Navn eller nummer."))
        self.field.line.textEdited.connect(lambda _text: self._search())
        self.field.line.installEventFilter(self)
        self.hits = RowList(self.tr("Personer som passer"), Shape.RESULTS, whole=True)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.activated_key.connect(self._take)
        self._found = Card(flush=True)
        self._found.add(self.hits)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        self._name = ElidedLabel("", Type.BODY_STRONG)
        self._shielded = ChipLabel(Chip(ChipKind.PROTECTED))
        self.change_button = Button(
            self.tr("Bytt person"), self.clear, kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        row.addWidget(IconLabel(Icon.PERSON))
        row.addWidget(self._name, 1)
        row.addWidget(self._shielded)
        row.addWidget(self.change_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        for part in (self.field, self._found, self._strip):
            column.addWidget(part)
        self._show()

    def choose(self, person: PersonId) -> None:
        """Stand on one."""
        known = self._office.people.get(person)
        self.person = known.merged_into or person
        self._name.setText(named(known.name))
        self._shielded.setVisible(known.protection is not AddressProtection.NONE)
        self._show()
        self.chosen.emit(self.person)

    def clear(self) -> None:
        """Nobody: a name can be typed."""
        self.person = None
        self.field.set_value(None)
        self._show()
        self.chosen.emit(None)
        self.field.setFocus()

    def _show(self) -> None:
        here = self.person is not None
        self.field.setVisible(not here)
        self._strip.setVisible(here)
        self._found.hide()

    def _search(self) -> None:
        typed = self.field.text()
        hits = self._office.search.find(typed) if typed else ()
        people = [hit for hit in hits if hit.kind is HitKind.PERSON][:MOST]
        self.hits.set_rows(
            [
                Row(
                    hit.ref.id,
                    named(hit.title),
                    hit.detail,
                    icon=Icon.PERSON,
                    end_chip=Chip(ChipKind.PROTECTED) if hit.protected else None,
                )
                for hit in people
            ]
        )
        self._found.setVisible(bool(people))
        if people:
            self.hits.select_end(last=False)
        if typed and not people:
            self.field.set_hint(self.tr("Ingen treff. Personen må være registrert først."))
        else:
            self.field.set_hint(self.tr("Navn eller nummer."))
        self.searched.emit()

    def _take(self, key: object) -> None:
        if isinstance(key, int):
            self.choose(PersonId(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._found.isVisible():
                self.hits.activate()
            return True  # never saves a note about nobody
        if self._found.isVisible() and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.hits.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return False
