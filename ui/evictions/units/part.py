"""«Enhetene»: the children, then unit by unit who to ring, the ground, and the note."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref, ServiceUnitId
from app.evictions.model import EvictionCase
from app.evictions.units.model import UnitAround
from app.office import Office
from ui.evictions.children_card import ChildrenCard
from ui.evictions.part import EvictionPart
from ui.evictions.units.desk import UNIT_NOTES
from ui.evictions.units.dialogs import UnitDialogs
from ui.evictions.units.words import (
    ground_words,
    note_chip,
    note_words,
    opening_words,
    told_words,
    unit_name,
    why_words,
)
from ui.kit.buttons import Button, ButtonSize, button_line
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import done
from ui.navigation import Navigator, PageId

UNITS = "units"


class UnitsPart(EvictionPart):
    """Enter on a unit writes to it, ticks its note for read, or leads to the consents."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = UnitDialogs(office, navigator, self)
        self.known = office.unit_notes.around(case.id)
        self.units = RowList(self.tr("Enheter rundt husstanden"), Shape.TODAY, whole=True)
        self.units.activated_key.connect(self._act)
        self.units.current_key.connect(lambda _key: self._tell())
        self.write_button = Button(
            self.tr("Skriv til enhetene"),
            partial(self.go, UNIT_NOTES),
            icon=Icon.SEND,
            size=ButtonSize.SMALL,
        )
        self.read_button = Button(
            self.tr("Lest en annen dag …"), self.read, icon=Icon.CHECK, size=ButtonSize.SMALL
        )
        if not case.open:
            self.write_button.set_off(self.tr("Saken er avsluttet."))
        self.children_card: ChildrenCard | None = None
        self.add(self._opening())
        if office.eviction_cases.children(case.person):
            self.children_card = ChildrenCard(office, navigator, case)
            self.add(self.children_card)
        self.add(self._units_card())
        self._tell()

    def begin(self) -> None:
        self.units.setFocus()

    def _opening(self) -> Card:
        """What an alert opens with (P3)."""
        around = self.office.unit_notes.opening(self.case.id)
        children = self.office.eviction_advice.children(self.case.person)
        card = Card()
        card.add(Label(opening_words(around, children), Type.BODY_STRONG, wrap=True))
        return card

    def _units_card(self) -> Card:
        card = Card(
            self.tr("Enheter rundt husstanden"),
            icon=Icon.SERVICES,
            fact=told_words(self.known),
            flush=True,
        )
        self.units.set_rows([self._row(each) for each in self.known])
        self.units.select_end(last=False)
        card.add(button_line(self.write_button, self.read_button, inset=True), self.units)
        return card

    def _row(self, unit: UnitAround) -> Row:
        name = unit_name(self.office, unit.unit)
        who = " ".join(part for part in (unit.contact, unit.phone) if part)
        return Row(
            unit.unit,
            f"{name} · {who}" if who else name,
            f"{ground_words(unit)}. {why_words(unit)}.",
            note_chip(unit.note),
            when=note_words(unit.note),
            how_long=self._read_by(unit),
            action=self._way(unit),
        )

    def _read_by(self, unit: UnitAround) -> str:
        by = unit.note.read_by if unit.note is not None else ""
        return self.tr("lest av {}").format(by) if by else ""

    def _way(self, unit: UnitAround) -> str:
        note = unit.note
        if note is not None and note.unread:
            return self.tr("Kryss av for lest")
        if note is not None and note.sent_on is None:
            return self.tr("Skal sendes")
        if note is not None or not self.case.open:
            return ""
        return self.tr("Be om samtykke") if unit.lacks_consent else self.tr("Skriv beskjed")

    def _of(self, key: object) -> UnitAround | None:
        return next((each for each in self.known if each.unit == key), None)

    def _act(self, key: object) -> None:
        unit = self._of(key)
        if unit is None or not self._way(unit):
            return
        note = unit.note
        if note is not None and note.unread:
            self._tick(unit.unit)
        elif note is not None:
            self.navigator.open(PageId.LETTERS)
        elif unit.lacks_consent:
            person = Ref("person", self.case.person)
            self.navigator.open(PageId.PERSON_FOLLOWUP, person, "services")
        else:
            self.go(UNIT_NOTES)

    def _tick(self, unit: ServiceUnitId) -> None:
        """At once: it can be taken back by «Angre»."""
        found = self._of(unit)
        note = found.note if found is not None else None
        if note is not None and self.navigator.attempt(
            lambda: self.office.unit_notes.read(note.id)
        ):
            self.navigator.tell(done("unit_note.read"))

    def read(self) -> None:
        """The chosen one was read another day, or by somebody else."""
        row = self.units.current
        unit = self._of(row.key) if row is not None else None
        if unit is not None and unit.note is not None:
            self.dialogs.read(unit.note)

    def _tell(self) -> None:
        row = self.units.current
        unit = self._of(row.key) if row is not None else None
        note = unit.note if unit is not None else None
        off = "" if note is not None and note.unread else self.tr("Velg en beskjed som er sendt.")
        self.read_button.set_off(off)
