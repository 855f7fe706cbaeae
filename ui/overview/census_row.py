"""What can be done with the one stood on in the list of the homeless, and why it is an estimate."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.text import plural
from app.office import Office
from app.overview.homeless.model import (
    Homeless,
    HomelessCount,
    census_year,
    survey_year,
    week_of,
)
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.icons import Icon
from ui.kit.table import RecordTable
from ui.labels import day, done, named
from ui.navigation import Navigator
from ui.overview.census_dialogs import CensusDialogs


class CensusRow(QWidget):
    """Buttons beside the list; those of week 48 are off on other days, and say why."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        table: RecordTable[Homeless],
        dialogs: CensusDialogs,
    ) -> None:
        super().__init__()
        self._office, self._navigator = office, navigator
        self._table, self._dialogs = table, dialogs
        self._day = office.clock.today()
        self._count: HomelessCount | None = None
        self._make()
        row = FlowLayout(fonts.px(8))
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (*self._of_week, *self._of_row, self.every_button):
            row.addWidget(button)

    def _make(self) -> None:
        def button(words: str, act: Callable[[], object], icon: Icon | None = None) -> Button:
            return Button(words, act, size=ButtonSize.SMALL, icon=icon)

        self.confirm_button = button(
            self.tr("Bekreft"), lambda: self._check(homeless=True), Icon.OK
        )
        self.not_button = button(self.tr("Telles ikke"), lambda: self._check(homeless=False))
        self.every_button = button(self.tr("Bekreft alle"), self.confirm_all)
        self.about_button = button(
            self.tr("Opplysninger …"), lambda: self._on(self._dialogs.describe)
        )
        self.place_button = button(self.tr("Sted …"), lambda: self._on(self._dialogs.move))
        self.over_button = button(
            self.tr("Ikke bostedsløs …"), lambda: self._on(self._dialogs.over)
        )
        self._of_week = (self.confirm_button, self.not_button)
        self._of_row = (self.about_button, self.place_button, self.over_button)

    def show_count(self, shown: date, count: HomelessCount | None) -> None:
        """Which of them can be pressed on that day, and why not."""
        self._day, self._count = shown, count
        none = "" if self._table.current else self.tr("Velg en person i listen.")
        outside = "" if census_year(shown) else self.tr("Bekreftes i uke 48.")
        for button in self._of_row:
            button.set_off(none)
        for button in self._of_week:
            button.set_off(outside or none)
        self.every_button.set_off(outside or ("" if self._left else self.tr("Alle er bekreftet.")))

    @property
    def _left(self) -> list[Homeless]:
        """Those whom nobody has asked about yet."""
        people = self._count.people if self._count else ()
        return [each for each in people if each.checked is None]

    def _on(self, act: Callable[[Homeless], object]) -> None:
        each = self._table.current
        if each is not None:
            act(each)

    def _check(self, *, homeless: bool) -> None:
        """What week 48 found about the one stood on."""
        each, year = self._table.current, census_year(self._day)
        if each is None or year is None:
            return
        act = self._office.homeless.confirm
        if self._navigator.attempt(lambda: act([each.person], year, homeless=homeless)):
            verb = "homeless.confirmed" if homeless else "homeless.not_counted"
            self._navigator.tell(f"{done(verb)}: {named(each.name)}")

    def confirm_all(self) -> None:
        """All who are not asked about yet; «Angre» takes all of it back."""
        year, left = census_year(self._day), [each.person for each in self._left]
        if year is None:
            return
        if self._navigator.attempt(lambda: self._office.homeless.confirm(left, year)):
            people = plural(len(left), self.tr("person"), self.tr("personer"))
            self._navigator.tell(self.tr("{} bekreftet").format(people))


def estimate(count: HomelessCount, today: date) -> Callout:
    """Why the number is an estimate, and when it can be confirmed."""
    if census_year(count.day):
        left = sum(each.checked is None for each in count.people)
        what = plural(left, "person er ikke bekreftet", "personer er ikke bekreftet")
        then = "Tallet er et anslag til alle er bekreftet eller ikke telles."
        return Callout(ChipKind.SOON, what, then)
    first, _ = week_of(today.year)
    following = first if today < first else week_of(today.year + 1)[0]
    then = f"Hver person bekreftes i uke 48. Den begynner {day(following)}."
    if survey_year(following.year):
        then += " Det året er det nasjonal kartlegging."
    return Callout(ChipKind.SOON, "Tallet er et anslag", then)
