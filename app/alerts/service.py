"""The officer's verbs on gjøremål."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain

from app.alerts import rules, store
from app.alerts.agenda.coming import steps
from app.alerts.agenda.model import Step
from app.alerts.far_ends import told
from app.alerts.model import (
    Alert,
    CopyAge,
    EndingLease,
    EndingLeases,
    Foresight,
    Snooze,
    Snoozed,
    Source,
    Waiting,
)
from app.alerts.naming import named
from app.alerts.rules_due import rules_due
from app.core.errors import NotFound, demand
from app.core.parameters import Parameters
from app.leases.expiry.rules import LADDER
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.safekeeping import Safekeeping


class Alerts:
    """What needs a person today, and what is put off."""

    def __init__(
        self,
        db: Database,
        settings: Settings,
        letters: Letters,
        safekeeping: Safekeeping,
        applications: Waiting,
        leases: EndingLeases,
    ) -> None:
        self._db = db
        self._settings = settings
        self._letters = letters
        self._safekeeping = safekeeping
        self._applications = applications
        self._leases = leases
        self._sources: list[Source] = []
        self._remembered: Remembered[tuple[Alert, ...]] = Remembered(db)
        self._of_each: Remembered[tuple[Alert, ...]] = Remembered(db)

    def know(self, source: Source) -> None:
        """A slice whose own rules find gjøremål."""
        self._sources.append(source)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Those that are known."""
        return tuple(self._sources)

    def today(self) -> tuple[Alert, ...]:
        """What needs someone and is not put off, the most urgent first."""
        away = {(each.alert, each.case) for each in self._holding()}
        return tuple(alert for alert in self._all() if alert.key not in away)

    def snoozed(self) -> tuple[Snoozed, ...]:
        """«Utsatt»: what would stand there, the first to come back first."""
        away = {(each.alert, each.case): each for each in self._holding()}
        found = (
            Snoozed(alert, snooze.until, snooze.reason)
            for alert in self._all()
            if (snooze := away.get(alert.key)) is not None
        )
        return tuple(sorted(found, key=lambda each: each.until))

    def coming(self, until: date) -> tuple[Step, ...]:
        """What will need someone by a day ahead if nothing is done; nothing for a day gone by.

        The same rules asked for that day, so that no rule stands in two places: of one with
        several steps in between, the last. Whoever shows some days asks for the last of them.
        """
        if until <= self._today:
            return ()
        return steps(self._alone(), self._foreseen(until), self._today, until)

    def snooze(self, alert: Alert, until: date, reason: str) -> None:
        """Show it again on a day; Invalid without a reason or past the last day to act."""
        demand(rules.check_snooze(alert, until, reason, self._today))
        with self._db.unit("alert.snoozed", alert.case) as unit:
            store.delete(unit, self._of(alert))
            store.insert(unit, alert, until, reason.strip())

    def wake(self, alert: Alert) -> None:
        """Show it again now; NotFound when it is not put off."""
        known = self._of(alert)
        if not known:
            raise NotFound("alert_not_snoozed")
        with self._db.unit("alert.woken", alert.case) as unit:
            store.delete(unit, known)

    def _all(self) -> tuple[Alert, ...]:
        """Every one of them; only the age of the copies is read from outside the register."""
        copies = rules.backup(self._copy_age(), self._today)
        return rules.in_order((*self._of_register(), *copies))

    def _of_register(self) -> tuple[Alert, ...]:
        """What the register gives today; sidebar, I dag and agenda ask after every commit."""
        return self._remembered.get(self._today, self._find)

    def _find(self) -> tuple[Alert, ...]:
        """Each is asked again only when something it read has changed."""
        parts: list[Callable[[], tuple[Alert, ...]]]
        parts = [self._unanswered, self._ending, self._unsent, self._of_rules]
        parts += [partial(self._told_by, at) for at in range(len(self._sources))]
        found = (self._of_each.get((at, self._today), each) for at, each in enumerate(parts))
        return self._named(chain.from_iterable(found))

    def _unanswered(self) -> tuple[Alert, ...]:
        rows, parameters = self._applications.unanswered(), self._settings.parameters
        return tuple(rules.unanswered(rows, parameters, self._today))

    def _ending(self) -> tuple[Alert, ...]:
        parameters, today = self._settings.parameters, self._today
        return told(self._ending_by(today), parameters, today)

    def _unsent(self) -> tuple[Alert, ...]:
        return tuple(rules.unsent(self._letters.to_send(), self._today))

    def _of_rules(self) -> tuple[Alert, ...]:
        return tuple(rules_due(self._settings.parameters, self._today))

    def _told_by(self, at: int) -> tuple[Alert, ...]:
        return self._sources[at].alerts(self._settings.parameters, self._today)

    def _alone(self) -> tuple[Alert, ...]:
        """What stands today, the leases one by one: each has steps of its own."""
        return self._remembered.get(("alone", self._today), self._each)

    def _each(self) -> tuple[Alert, ...]:
        kept = (each for each in self._of_register() if each.case.kind != "office")
        return self._named((*kept, *self._endings(self._today)))

    def _foreseen(self, until: date) -> tuple[Alert, ...]:
        """As the register would have it on a day ahead."""
        return self._remembered.get(("coming", until), partial(self._foresee, until))

    def _foresee(self, until: date) -> tuple[Alert, ...]:
        parameters = self._settings.parameters
        found = (
            *rules.unanswered(self._applications.unanswered(), parameters, until),
            *self._endings(until),
            *rules_due(parameters, until),
            *(each for one in self._sources for each in _of_source(one, parameters, until)),
        )
        return self._named(found)

    def _named(self, found: Iterable[Alert]) -> tuple[Alert, ...]:
        return named(found, self._leases.places, self._applications.names)

    def _endings(self, day: date) -> Iterator[Alert]:
        return rules.ending(self._ending_by(day), self._settings.parameters, day)

    def _ending_by(self, day: date) -> tuple[EndingLease, ...]:
        until = rules.horizon(self._settings.parameters.ladder(LADDER, day), day)
        return self._leases.ending(until)

    def _copy_age(self) -> CopyAge:
        status = self._safekeeping.status()
        copied = status.outside_at.date() if status.outside_at else None
        return CopyAge(bool(status.outside_folder), copied, status.outside_late)

    def _holding(self) -> tuple[Snooze, ...]:
        return tuple(each for each in store.snoozes(self._db) if rules.holds(each, self._today))

    def _of(self, alert: Alert) -> tuple[Snooze, ...]:
        known = store.snoozes(self._db)
        return tuple(each for each in known if (each.alert, each.case) == alert.key)

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _of_source(source: Source, parameters: Parameters, until: date) -> tuple[Alert, ...]:
    if isinstance(source, Foresight):
        return source.coming(parameters, until)
    return source.alerts(parameters, until)
