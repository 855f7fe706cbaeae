"""«Innstillinger»: its parts, one at a time."""

from enum import StrEnum
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.office import Office
from ui.kit.buttons import Segments
from ui.kit.header import PageHeader
from ui.navigation import Navigator, Page, PageId, Place
from ui.settings.about_part import AboutPart
from ui.settings.copies_part import CopiesPart
from ui.settings.machine_part import MachinePart
from ui.settings.office_part import OfficePart
from ui.settings.people_part import PeoplePart
from ui.settings.rules_part import RulesPart
from ui.settings.section import SettingsPart
from ui.settings.units_part import UnitsPart


class Part(StrEnum):
    """Which part; also what a place may name as its task."""

    OFFICE = "office"
    PEOPLE = "people"
    UNITS = "units"
    COPIES = "backup"
    MACHINE = "machine"
    RULES = "rules"
    ABOUT = "about"


_WORDS = {
    Part.OFFICE: ("Kontoret", "Alt lagres når du går ut av et felt"),
    Part.PEOPLE: ("Tilgang", "Hvem som kan åpne registeret, og arket i safen"),
    Part.UNITS: ("Enheter", "Hvem som kan eie saker, gjøre tiltak og gi tjenester"),
    Part.COPIES: ("Kopier", "Sikkerhetskopier, kontroll og gjenoppretting"),
    Part.MACHINE: ("Maskinen", "Gjelder bare denne maskinen"),
    Part.RULES: ("Satser og regler", "Lovens verdier, og kommunens egne der de finnes"),
    Part.ABOUT: ("Om Husrom", "Utgave og lisenser"),
}


class SettingsPage(Page):
    """A row of choices above; each part is made when it is first seen."""

    page_id = PageId.SETTINGS
    watches: ClassVar[frozenset[str]] = frozenset(
        {"office", "officer", "parameter_override", "service_unit"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._header = PageHeader(self.tr("Innstillinger"))
        self.choice = Segments(
            self.tr("Del av innstillingene"),
            [(part, _WORDS[part][0]) for part in Part],
            Part.OFFICE,
        )
        self._stack = QStackedWidget()
        self._parts: dict[Part, SettingsPart | RulesPart] = {}
        frame = self.begin(self._header)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        frame.column.addLayout(row)
        frame.add(self._stack, stretch=True)
        self.choice.chosen.connect(lambda part: self.show_part(Part(part)))

    @property
    def part(self) -> SettingsPart | RulesPart:
        """The part in sight."""
        return self._parts[Part(str(self.choice.value))]

    def show_part(self, part: Part) -> None:
        """Show one of them, read anew."""
        self.about_to_leave()
        if part not in self._parts:
            self._parts[part] = self._make(part)
            self._stack.addWidget(self._parts[part])
        self.choice.set_value(part)
        self._parts[part].reload()
        self._stack.setCurrentWidget(self._parts[part])
        self._header.set_subtitle(_WORDS[part][1])

    def _make(self, part: Part) -> SettingsPart | RulesPart:
        if part is Part.RULES:
            return RulesPart(self.office, self.navigator)
        makers: dict[Part, type[SettingsPart]] = {
            Part.OFFICE: OfficePart,
            Part.PEOPLE: PeoplePart,
            Part.UNITS: UnitsPart,
            Part.COPIES: CopiesPart,
            Part.MACHINE: MachinePart,
            Part.ABOUT: AboutPart,
        }
        return makers[part](self.office, self.navigator)

    def reload(self) -> None:
        self.show_part(Part(str(self.choice.value)))

    def show_place(self, place: Place) -> None:
        if place.task in set(Part):
            self.show_part(Part(place.task))

    def about_to_leave(self) -> None:
        for part in self._parts.values():
            part.leave()
