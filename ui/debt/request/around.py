"""What else goes on around the one who asked: a home in danger, unpaid rent, and the plan."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.debt.model import DebtCase
from app.office import Office
from ui.advice_words import together
from ui.kit.cards import Card
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import capital, day, named, title_word
from ui.navigation import PAGE_OF, Navigator, PageId, Place


class AroundCard(Card):
    """«Rundt saken»: a row for each, of those who live together; Enter goes there."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__("Rundt saken", icon=Icon.LINK, flush=True, parent=parent)
        self._office, self._navigator, self._case = office, navigator, case
        self.list = RowList("Rundt saken", Shape.TIMELINE, whole=True)
        self.list.set_rows([*self._threats(), *self._rent(), self._plan()])
        self.list.activated_key.connect(self._go)
        self.add(self.list)
        self.body.addStretch(1)

    def _go(self, key: object) -> None:
        if isinstance(key, Place):
            self._navigator.open(key.page, key.ref, key.task)

    def _home(self) -> tuple[PersonId, ...]:
        return together(self._office, self._case.person)

    def _threats(self) -> Iterator[Row]:
        """Every case about a home that is open."""
        for who in self._home():
            for lost in self._office.eviction_cases.open_of_person(who):
                ahead = lost.eviction_on if lost.threatened else None
                facts = (lost.number, self._whose(who), f"dato {day(ahead)}" if ahead else "")
                yield _row(
                    Place(PAGE_OF["eviction_case"], Ref("eviction_case", lost.id)),
                    f"Fare for å miste boligen: {title_word(lost.step).lower()}",
                    facts,
                    Icon.EVICTIONS,
                )

    def _rent(self) -> Iterator[Row]:
        """What is owed to us, and since when."""
        home, office = self._home(), self._office
        for lease, owed in office.arrears.owing(office.clock.today()).items():
            tenancy = office.arrears.tenancy(lease)
            if tenancy.tenant in home and owed.total and owed.since is not None:
                days = plural(owed.days, "dag", "dager")
                yield _row(
                    Place(PageId.TENANCY_ARREARS, Ref("lease", tenancy.lease)),
                    f"Ubetalt husleie: {format_kroner(owed.total)}",
                    (f"siden {day(owed.since)}, {days}", self._whose(tenancy.tenant)),
                    Icon.ARREARS,
                )

    def _plan(self) -> Row:
        """The plan, or that there is none."""
        person = self._case.person
        plan = self._office.plans.of(person)
        where = Place(PageId.PERSON_FOLLOWUP, Ref("person", person), "plan")
        if plan is None:
            return _row(where, "Ingen plan", ("Oppfølging",), Icon.FOLLOWUP)
        steps = sum(not each.state.ended for each in self._office.followup.measures(person))
        told = plural(steps, "tiltak i gang", "tiltak i gang")
        title = f"{capital(title_word(plan.kind))}: {title_word(plan.state).lower()}"
        return _row(where, title, (told,), Icon.FOLLOWUP)

    def _whose(self, who: PersonId) -> str:
        """The name, where it is another than the one who asked."""
        return "" if who == self._case.person else named(self._office.people.get(who).name)


def _row(place: Place, title: str, facts: tuple[str, ...], icon: Icon) -> Row:
    return Row(place, title, " · ".join(filter(None, facts)), icon=icon, action="Åpne")
