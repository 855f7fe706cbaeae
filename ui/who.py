"""Whom something is about: the one stood on, or found by typing a name or a number."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.ages import minor
from app.core.ids import DwellingId, PersonId
from app.office import Office
from app.overview.model import HitKind
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.field import Field
from ui.kit.fields import Line, TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.words import ElidedLabel, IconLabel
from ui.labels import named

MOST = 4
NEW = "new"
ONE = 2  # one hit, and the line for somebody new


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


class WhoField(Field):
    """A line to type in and the persons it finds. The value is a PersonId, or None.

    `unknown` comes with what was typed when Enter is pressed on nobody.
    """

    chosen = Signal(object)
    unknown = Signal(str)
    searched = Signal()

    def __init__(self, office: Office, label: str) -> None:
        super().__init__("person", label, hint="")
        self._office = office
        self.person: PersonId | None = None
        self.line = Line()
        self.line.setPlaceholderText(self.tr("Navn, nummer eller adresse"))
        self.line.textEdited.connect(lambda _text: self._search())
        self.line.installEventFilter(self)
        self.hits = RowList(self.tr("Personer som passer"), Shape.RESULTS, whole=True)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.activated_key.connect(self._take)
        self._found = Card(flush=True)
        self._found.add(self.hits)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        column.addWidget(self.line)
        column.addWidget(self._found)
        self._found.hide()
        self._place(holder, self.line)
        self._settled()

    def value(self) -> object:
        return self.person

    def set_value(self, value: object) -> None:
        if isinstance(value, int):
            self.choose(PersonId(value))

    def text(self) -> str:
        """What is typed."""
        return self.line.text().strip()

    def choose(self, person: PersonId) -> None:
        """Stand on one."""
        known = self._office.people.get(person)
        self.person = known.merged_into or person
        self.line.setText(named(known.name))
        self._found.hide()
        self._settled()
        self.chosen.emit(self.person)

    def _search(self) -> None:
        if self.person is not None:
            self.person = None
            self.chosen.emit(None)
        rows = self._rows(self.text()) if self.text() else []
        if self.text():
            new = self.tr("Ny person: {}").format(self.text())
            rows.append(Row(NEW, new, self.tr("Registreres sammen med saken"), icon=Icon.NEW))
        self.hits.set_rows(rows)
        self._found.setVisible(bool(rows))
        if rows:
            self.hits.select_end(last=False)
        self.changed.emit(self.name)
        self.searched.emit()

    def _rows(self, typed: str) -> list[Row]:
        """Those who rent of us first, and children last: papers are about grown people."""
        found = sorted(self._hits(typed), key=lambda each: self._likely(each[0]))
        return [self._row(*each) for each in found[:MOST]]

    def _likely(self, person: PersonId) -> int:
        if self._office.eviction_cases.lease_of(person) is not None:
            return 0
        born = self._office.people.get(person).birth_date
        return 2 if minor(born, self._office.clock.today()) else 1

    def _hits(self, typed: str) -> Iterator[tuple[PersonId, str, bool]]:
        seen: set[PersonId] = set()
        for hit in self._office.search.find(typed):
            if hit.kind is HitKind.PERSON:
                where, people = hit.detail, [PersonId(hit.ref.id)]
            elif hit.kind is HitKind.DWELLING:
                where, people = hit.title, self._tenants(DwellingId(hit.ref.id))
            else:
                continue
            for person in people:
                if person not in seen:
                    seen.add(person)
                    yield person, where, hit.protected

    def _tenants(self, dwelling: DwellingId) -> list[PersonId]:
        rows = self._office.leases.of_dwelling(dwelling)
        return [each.tenant for each in rows if each.state.lived_in]

    def _row(self, person: PersonId, where: str, protected: bool) -> Row:
        name = named(self._office.people.get(person).name)
        chip = Chip(ChipKind.PROTECTED) if protected else None
        return Row(person, name, where, icon=Icon.PERSON, end_chip=chip)

    def _take(self, key: object) -> None:
        if key == NEW:
            self._found.hide()
            self.unknown.emit(self.text())
        elif isinstance(key, int):
            self.choose(PersonId(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is self.line and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or self._found.isHidden():
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hits.activate()
            return True
        if key == Qt.Key.Key_Tab and len(self.hits.rows) <= ONE:
            self.hits.activate()  # nobody else it could be
            return False
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.hits.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        return False
