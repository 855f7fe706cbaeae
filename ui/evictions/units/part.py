"""«Enhetene»: the children, then unit by unit who to ring, the ground, and the note."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.evictions.model import EvictionCase
from app.evictions.units.model import UnitAround, UnitNote
from app.office import Office
from ui.evictions.children_card import ChildrenCard
from ui.evictions.part import EvictionPart
from ui.evictions.units.columns import columns
from ui.evictions.units.desk import UNIT_NOTES
from ui.evictions.units.dialogs import UnitDialogs
from ui.evictions.units.words import opening_words, told_words
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.flow import flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import done
from ui.navigation import Navigator, PageId

UNITS = "units"
MOST = 10


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
        self.units: RecordTable[UnitAround] = RecordTable(
            "eviction_units",
            self.tr("Enheter rundt husstanden"),
            RecordModel(columns(office, self._way)),
            identity=lambda unit: unit.unit,
        )
        self.act_button = Button(
            "", self._act_on_current, kind=ButtonKind.PRIMARY, size=ButtonSize.SMALL
        )
        self.units.opened.connect(self._act)
        self.units.current_changed.connect(lambda _unit: self._tell())
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
        self.add(self._opening(), self._units_card(), self.units)
        if office.eviction_cases.children(case.person):
            self.children_card = ChildrenCard(office, navigator, case)
            self.add(self.children_card)
        self._tell()

    def begin(self) -> None:
        self.units.view.setFocus()

    def _opening(self) -> Card:
        """What an alert opens with (P3)."""
        around = self.office.unit_notes.opening(self.case.id)
        children = self.office.eviction_advice.children(self.case.person)
        card = Card()
        card.add(Label(opening_words(around, children), Type.BODY_STRONG, wrap=True))
        return card

    def _units_card(self) -> Card:
        """What can be done, over the table; the keyboard stands where something is to be done."""
        card = Card(
            self.tr("Enheter rundt husstanden"),
            icon=Icon.SERVICES,
            fact=told_words(self.known),
        )
        card.add(flow_of(self.act_button, self.write_button, self.read_button))
        self.units.set_rows(self.known)
        self.units.show_whole(MOST)
        waits = next((each for each in self.known if self._way(each)), None)
        first = waits or next(iter(self.known), None)
        if first is not None:
            self.units.select(first.unit)
        return card

    def _way(self, unit: UnitAround) -> str:
        note = unit.note
        if note is not None and note.unread:
            return self.tr("Kryss av for lest")
        if note is not None and note.sent_on is None:
            return self.tr("Skal sendes")
        if note is not None or not self.case.open:
            return ""
        return self.tr("Be om samtykke") if unit.lacks_consent else self.tr("Skriv beskjed")

    def _act_on_current(self) -> None:
        if self.units.current is not None:
            self._act(self.units.current)

    def _act(self, unit: UnitAround) -> None:
        if not self._way(unit):
            return
        note = unit.note
        if note is not None and note.unread:
            self._tick(note)
        elif note is not None:
            self.navigator.open(PageId.LETTERS)
        elif unit.lacks_consent:
            person = Ref("person", self.case.person)
            self.navigator.open(PageId.PERSON_FOLLOWUP, person, "services")
        else:
            self.go(UNIT_NOTES)

    def _tick(self, note: UnitNote) -> None:
        """At once: it can be taken back by «Angre»."""
        if self.navigator.attempt(lambda: self.office.unit_notes.read(note.id)):
            self.navigator.tell(done("unit_note.read"))

    def read(self) -> None:
        """The chosen one was read another day, or by somebody else."""
        unit = self.units.current
        if unit is not None and unit.note is not None:
            self.dialogs.read(unit.note)

    def _tell(self) -> None:
        """The verb of the row stood on stands on the button too."""
        unit = self.units.current
        way = self._way(unit) if unit is not None else ""
        self.act_button.setText(way)
        self.act_button.setVisible(bool(way))
        note = unit.note if unit is not None else None
        off = "" if note is not None and note.unread else self.tr("Velg en beskjed som er sendt.")
        self.read_button.set_off(off)
