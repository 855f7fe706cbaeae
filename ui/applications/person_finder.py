"""Find a person while typing a name or a number, or say that it is a new one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.ids import PersonId
from app.core.records import dataclass
from app.office import Office
from app.overview.model import HitKind
from app.people.model import AddressProtection, Person
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, IconLabel, Label
from ui.labels import day

MOST = 6
NEW = "new"


@dataclass(frozen=True, slots=True, repr=False)
class TypedName:
    """What was typed when nobody fitted: a name in two, or a number."""

    given_name: str = ""
    family_name: str = ""
    national_id: str = ""


def split_name(typed: str) -> TypedName:
    """«Ingunn Marie Sølvberg» is Ingunn Marie and Sølvberg; digits are a number."""
    digits = "".join(typed.split())
    if digits.isdecimal():
        return TypedName(national_id=digits)
    given, _, family = typed.strip().rpartition(" ")
    return TypedName(given.strip(), family)


def person_facts(person: Person) -> str:
    """Born and masked number; never the address."""
    number = person.national_id
    facts = (
        f"født {day(person.birth_date)}" if person.birth_date else "",
        number.mask() if number else "",
    )
    return " · ".join(fact for fact in facts if fact)


class PersonFinder(QWidget):
    """A search field with its hits under it; arrow down goes into them, Enter chooses.

    `chosen` gives a PersonId, `new_wanted` what was typed, `cleared` that the choice was undone.
    """

    chosen = Signal(object)
    new_wanted = Signal(object)
    cleared = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.person: PersonId | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        self.field = TextField(
            "applicant",
            self.tr("Finn på navn eller fødselsnummer"),
            hint=self.tr("Enter velger. Finnes personen ikke, fyller du ut navnet under."),
        )
        self.field.line.textEdited.connect(lambda _text: self._search())
        self.field.line.installEventFilter(self)
        self.hits = RowList(self.tr("Personer som passer"), Shape.RESULTS, whole=True)
        self.hits.activated_key.connect(self._take)
        self._hits_card = Card(flush=True)
        self._hits_card.add(self.hits)
        self._strip = QWidget()
        self._strip_row = QHBoxLayout(self._strip)
        self._strip_row.setContentsMargins(0, 0, 0, 0)
        for part in (self.field, self._hits_card, self._strip):
            column.addWidget(part)
        self._build_strip()
        self.clear()

    def _build_strip(self) -> None:
        self._strip_row.setSpacing(fonts.px(8))
        self._strip_row.addWidget(IconLabel(Icon.PERSON))
        self._name = Label("", Type.BODY_STRONG)
        self._facts = ElidedLabel("", Type.HELP, Token.TEXT2)
        self._shielded = ChipLabel(Chip(ChipKind.PROTECTED))
        self._strip_row.addWidget(self._name)
        self._strip_row.addWidget(self._shielded)
        self._strip_row.addWidget(self._facts, 1)
        self.change_button = Button(
            self.tr("Bytt søker"), self._change, kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        self._strip_row.addWidget(self.change_button)

    @property
    def name(self) -> str:
        """Who is chosen."""
        return self._name.text() if self.person is not None else ""

    def clear(self) -> None:
        """Nobody is chosen, nothing is typed."""
        self.person = None
        self.field.set_value(None)
        self.field.setVisible(True)
        self._strip.setVisible(False)
        self._hits_card.setVisible(False)

    def choose(self, person: PersonId, *, fixed: bool = False) -> None:
        """Stand on a person; `fixed` when a registered application has them already."""
        known = self._office.people.get(person)
        self.person = person
        self._name.setText(known.name)
        self._facts.setText(person_facts(known))
        self._shielded.setVisible(known.protection is not AddressProtection.NONE)
        self.change_button.setVisible(not fixed)
        self.field.setVisible(False)
        self._hits_card.setVisible(False)
        self._strip.setVisible(True)

    def stand_on_new(self) -> None:
        """The name is typed in its own fields now; the way back stays."""
        self._name.setText(self.tr("Ny person"))
        self._facts.setText(self.tr("Registreres sammen med søknaden."))
        self._shielded.setVisible(False)
        self.change_button.setVisible(True)
        self.field.setVisible(False)
        self._hits_card.setVisible(False)
        self._strip.setVisible(True)

    def _change(self) -> None:
        self.clear()
        self.field.line.setFocus()
        self.cleared.emit()

    # finding

    def _search(self) -> None:
        typed = self.field.text()
        rows = [self._row(person) for person in self._found(typed)]
        if typed:
            rows.append(Row(NEW, self.tr("Ny person: {}").format(typed), icon=Icon.NEW))
        self.hits.set_rows(rows)
        self._hits_card.setVisible(bool(rows))
        if rows:
            self.hits.select_end(last=False)

    def _found(self, typed: str) -> list[PersonId]:
        digits = "".join(typed.split())
        if len(digits) == len("01010112345") and digits.isdecimal():
            try:
                owner = self._office.people.by_number(digits)
            except OfficeError:
                owner = None
            if owner is not None:
                return [owner]
        hits = self._office.search.find(typed, MOST) if typed else ()
        return [PersonId(hit.ref.id) for hit in hits if hit.kind is HitKind.PERSON]

    def _row(self, person: PersonId) -> Row:
        known = self._office.people.get(person)
        shielded = known.protection is not AddressProtection.NONE
        chip = Chip(ChipKind.PROTECTED) if shielded else None
        return Row(person, known.name, person_facts(known), icon=Icon.PERSON, end_chip=chip)

    def _take(self, key: object) -> None:
        if key == NEW:
            self.stand_on_new()
            self.new_wanted.emit(split_name(self.field.text()))
        elif isinstance(key, int):
            self.choose(PersonId(key))
            self.chosen.emit(self.person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not self._hits_card.isVisible():
            return False
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.hits.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hits.activate()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._hits_card.setVisible(False)
            return True
        return False
