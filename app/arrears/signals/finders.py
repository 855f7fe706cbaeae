"""Signals the register finds by itself: never stored, gone when what they tell is over."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from app.arrears import rules as accounts
from app.arrears.model import OpenCharge, Tenancy
from app.arrears.service import Arrears
from app.arrears.signals import rules, store
from app.arrears.signals.model import (
    ContactsMissed,
    EarlySignal,
    EarlySignalKind,
    Missed,
    SignalSource,
)
from app.core.ids import PersonId
from app.core.periods import Period, Unit, add
from app.leases.expiry.model import ReviewKind
from app.leases.expiry.renewals import Renewals
from app.leases.expiry.reviews import TermReviews
from app.leases.model import LeaseRow, LeaseState
from app.leases.service import Leases
from app.settings.service import Settings
from app.storage.database import Database

_LIVED_IN = frozenset(
    {
        LeaseState.RUNNING,
        LeaseState.PAST_TERM,
        LeaseState.TURNED_OPEN_ENDED,
        LeaseState.UNDER_NOTICE,
        LeaseState.OVERSTAY,
    }
)


class LateRents:
    """Every rent that is late, one signal for each month, in homes that are lived in."""

    of_rent = True

    def __init__(self, arrears: Arrears) -> None:
        self._arrears = arrears

    def found(self, day: date) -> Sequence[EarlySignal]:
        """Late rent, or paid in part."""
        return self._found(day, None)

    def at_most(self, day: date) -> Mapping[PersonId, int]:
        """As many as there are claims that are late."""
        owing, found = self._arrears.owing(day), Counter[PersonId]()
        tenancies = self._arrears.tenancies_of(owing)
        for lease, owed in owing.items():
            found[tenancies[lease].tenant] += len(owed.charges)
        return found

    def found_among(self, people: Collection[PersonId], day: date) -> Sequence[EarlySignal]:
        """Late rent, or paid in part, by some tenants."""
        return self._found(day, people)

    def _found(self, day: date, people: Collection[PersonId] | None) -> Sequence[EarlySignal]:
        owing = self._arrears.owing(day)
        return tuple(
            signal
            for tenancy in self._arrears.tenancies_of(owing).values()
            if tenancy.state in _LIVED_IN and (people is None or tenancy.tenant in people)
            for signal in self._of(tenancy, owing[tenancy.lease].charges)
        )

    def found_of(self, person: PersonId, day: date) -> Sequence[EarlySignal]:
        """Late rent, or paid in part, by one tenant."""
        owing = self._arrears.owing_of(person, day)
        return tuple(
            signal
            for tenancy, owed in owing
            if tenancy.state in _LIVED_IN
            for signal in self._of(tenancy, owed.charges)
        )

    def _of(self, tenancy: Tenancy, charges: Sequence[OpenCharge]) -> Iterator[EarlySignal]:
        for each in charges:
            if not each.charge.kind.rent:
                continue
            part = each.left < each.charge.amount
            yield EarlySignal(
                tenancy.tenant,
                EarlySignalKind.PART_PAYMENT if part else EarlySignalKind.LATE_RENT,
                accounts.late_from(each.charge.due_on),
                SignalSource.ACCOUNT,
                found=f"rent_charge/{each.charge.id}",
            )


class ReturnedMail:
    """Letters that came back."""

    of_rent = False

    def __init__(self, db: Database) -> None:
        self._db = db

    def found(self, day: date) -> Sequence[EarlySignal]:
        """One signal for each letter."""
        return tuple(_came_back(*each) for each in store.returned(self._db, day))

    def at_most(self, day: date) -> Mapping[PersonId, int]:
        """As many as came back."""
        return Counter(person for person, *_ in store.returned(self._db, day))

    def found_among(self, people: Collection[PersonId], day: date) -> Sequence[EarlySignal]:
        """One signal for each letter to some people."""
        return tuple(each for each in self.found(day) if each.person in people)

    def found_of(self, person: PersonId, day: date) -> Sequence[EarlySignal]:
        """One signal for each letter to one person."""
        return tuple(_came_back(*each) for each in store.returned(self._db, day, person))


def _came_back(person: PersonId, document: int, on: date) -> EarlySignal:
    return EarlySignal(
        person,
        EarlySignalKind.RETURNED_MAIL,
        on,
        SignalSource.LETTERS,
        found=f"document/{document}",
    )


class EarlierEvictions:
    """Somebody was put out before and lives in a home of ours now."""

    of_rent = False

    def __init__(self, db: Database, leases: Leases) -> None:
        self._db = db
        self._leases = leases

    def found(self, day: date) -> Sequence[EarlySignal]:
        """One signal for each lease that ended so."""
        evicted = store.evicted(self._db, day)
        held = self._leases.held() if evicted else ()
        housed = {row.tenant for row in held if row.state in _LIVED_IN}
        return tuple(_put_out(*each) for each in evicted if each[0] in housed)

    def at_most(self, day: date) -> Mapping[PersonId, int]:
        """As many as they were put out, wherever they live."""
        return Counter(person for person, *_ in store.evicted(self._db, day))

    def found_among(self, people: Collection[PersonId], day: date) -> Sequence[EarlySignal]:
        """As `found`, of some people."""
        return tuple(each for each in self.found(day) if each.person in people)

    def found_of(self, person: PersonId, day: date) -> Sequence[EarlySignal]:
        """As `found`, of one person."""
        evicted = store.evicted(self._db, day, person)
        housed = evicted and any(row.state in _LIVED_IN for row in self._leases.rows_of(person))
        return tuple(_put_out(*each) for each in evicted) if housed else ()


def _put_out(person: PersonId, lease: int, on: date) -> EarlySignal:
    return EarlySignal(
        person,
        EarlySignalKind.EARLIER_EVICTION,
        on,
        SignalSource.EARLIER_CASE,
        found=f"lease_ending/{lease}",
    )


class MissedContacts:
    """Nobody has been reached so many times in a row that it is a sign by itself."""

    of_rent = False

    def __init__(self, contacts: ContactsMissed, settings: Settings) -> None:
        self._contacts = contacts
        self._settings = settings

    def found(self, day: date) -> Sequence[EarlySignal]:
        """One signal since the last time they were spoken with."""
        return tuple(
            _no_contact(person, each.last_on, each.last_tried_on)
            for person, each in self._missed(day).items()
            if each.last_tried_on is not None
        )

    def at_most(self, day: date) -> Mapping[PersonId, int]:
        """One of each."""
        return dict.fromkeys(self._missed(day), 1)

    def found_among(self, people: Collection[PersonId], day: date) -> Sequence[EarlySignal]:
        """As `found`, of some people."""
        return tuple(each for each in self.found(day) if each.person in people)

    def _missed(self, day: date) -> Mapping[PersonId, Missed]:
        most = self._settings.parameters.whole(rules.MISSED, day)
        return self._contacts.much_missed(most, day)

    def found_of(self, person: PersonId, day: date) -> Sequence[EarlySignal]:
        """As `found`, of one person."""
        each = self._contacts.standing(person, day)
        most = self._settings.parameters.whole(rules.MISSED, day)
        if each.missed < most or each.last_tried_on is None:
            return ()
        return (_no_contact(person, each.last_on, each.last_tried_on),)


def _no_contact(person: PersonId, last_on: date | None, tried_on: date) -> EarlySignal:
    since = last_on.isoformat() if last_on else "never"
    return EarlySignal(
        person,
        EarlySignalKind.NO_CONTACT,
        tried_on,
        SignalSource.CONTACT_LOG,
        found=f"contact_since/{since}",
    )


class LeasesEnding:
    """A term that runs out in half a year, and nobody has planned what comes after."""

    of_rent = False

    def __init__(
        self,
        db: Database,
        leases: Leases,
        renewals: Renewals,
        reviews: TermReviews,
        settings: Settings,
    ) -> None:
        self._db = db
        self._leases = leases
        self._renewals = renewals
        self._reviews = reviews
        self._settings = settings

    def found(self, day: date) -> Sequence[EarlySignal]:
        """One signal for each lease, from the day the half year begins."""
        return self._not_planned(self._leases.held(), day)

    def at_most(self, day: date) -> Mapping[PersonId, int]:
        """As many as the terms that run out by then, whatever is planned."""
        months = self._settings.parameters.whole(rules.LEASE_MONTHS, day)
        # the day so many months before a last day is at most three days early in its month
        last = add(Period(months, Unit.MONTHS), day) + timedelta(days=3)
        return store.terms_ending(self._db, self._from(day), last)

    def found_among(self, people: Collection[PersonId], day: date) -> Sequence[EarlySignal]:
        """As `found`, of some people."""
        leases = store.leases_of(self._db, people)
        return self._not_planned(self._leases.beside(leases), day)

    def _from(self, day: date) -> date:
        """A lease runs today until its last day, whatever day is asked for."""
        return min(day, self._db.clock.today())

    def _not_planned(self, rows: Sequence[LeaseRow], day: date) -> Sequence[EarlySignal]:
        asked, had = self._renewals.asked(), self._reviews.had()

        def planned(row: LeaseRow) -> bool:
            return row.id in asked or (row.id, ReviewKind.EXIT_PLAN) in had

        return self._ending(rows, day, planned)

    def found_of(self, person: PersonId, day: date) -> Sequence[EarlySignal]:
        """As `found`, of one person."""
        return self._ending(self._leases.rows_of(person), day, self._planned)

    def _ending(
        self, rows: Sequence[LeaseRow], day: date, planned: Callable[[LeaseRow], bool]
    ) -> Sequence[EarlySignal]:
        months = self._settings.parameters.whole(rules.LEASE_MONTHS, day)
        going_on = {row.tenant for row in rows if row.state is LeaseState.SIGNED}
        return tuple(
            EarlySignal(
                row.tenant,
                EarlySignalKind.LEASE_ENDING_NO_PLAN,
                add(Period(-months, Unit.MONTHS), row.end),
                SignalSource.LEASE,
                found=f"lease/{row.id}",
            )
            for row in rows
            if row.end is not None
            and row.state is LeaseState.RUNNING
            and row.ended_on is None
            and add(Period(-months, Unit.MONTHS), row.end) <= day
            and row.tenant not in going_on
            and not planned(row)
        )

    def _planned(self, row: LeaseRow) -> bool:
        """Whether they have asked to stay, or the way out is planned."""
        if self._renewals.of(row.id) is not None:
            return True
        return any(each.kind is ReviewKind.EXIT_PLAN for each in self._reviews.of(row.id))
