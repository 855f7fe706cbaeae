"""The officer's verbs on early signals."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.arrears.signals import rules, store
from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    Finder,
    Petitions,
    SignalDraft,
    SignalLevel,
    SignalOutcome,
    SignalRow,
    SignalStanding,
)
from app.core.addresses import HeldAddress
from app.core.errors import NotFound, OfficeError, demand
from app.core.ids import DwellingId, PersonId, Ref
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

BySomebody = Mapping[PersonId, tuple[EarlySignal, ...]]


class EarlySignals:
    """What was seen before a home was lost: by us, by others, and by the register itself (P2)."""

    def __init__(self, db: Database, people: People, settings: Settings) -> None:
        self._db = db
        self._people = people
        self._settings = settings
        self._finders: list[Finder] = []
        self._petitions: Petitions | None = None
        self._all: Remembered[BySomebody] = Remembered(db)
        self._of: Remembered[tuple[EarlySignal, ...]] = Remembered(db)
        self._found: Remembered[Sequence[EarlySignal]] = Remembered(db)
        self._shown: Remembered[tuple[SignalRow, ...]] = Remembered(db)
        self._may_have: Remembered[Mapping[PersonId, int]] = Remembered(db)
        self._beyond: Remembered[Mapping[PersonId, SignalStanding]] = Remembered(db)

    def know_finder(self, finder: Finder) -> None:
        """One more place where signals stand already."""
        self._finders.append(finder)

    def know_petitions(self, petitions: Petitions) -> None:
        """Where petitions to the namsfogd are known."""
        self._petitions = petitions

    # reading

    def of(self, person: PersonId, on: date | None = None) -> tuple[EarlySignal, ...]:
        """Every signal of a person, closed ones too, the newest first."""
        day = on or self._today
        if day == self._today:
            return self._every(day).get(person, ())
        return self._of.get((person, day), lambda: self._one(person, day))

    def get(self, signal: int) -> EarlySignal:
        """One that is kept; NotFound when there is none."""
        found = store.get(self._db, signal, self._today)
        if found is None:
            raise NotFound("signal_not_found")
        return found

    def standing(self, person: PersonId, on: date | None = None) -> SignalStanding:
        """How the open ones stand together on a day, and which made it so."""
        day = on or self._today
        return self._standing(person, self.of(person, day), day)

    def rows(self, on: date | None = None) -> tuple[SignalRow, ...]:
        """Everyone with an open signal: the most urgent first, with children before others."""
        day = on or self._today
        return self._shown.get(day, lambda: self._rows(day))

    def _rows(self, day: date) -> tuple[SignalRow, ...]:
        found = self._every(day)
        wanted = [person for person, all_ in found.items() if any(each.open for each in all_)]
        return self._named({person: found[person] for person in wanted}, day)

    def _named(self, found: BySomebody, day: date) -> tuple[SignalRow, ...]:
        standings, rows = self._standings(found, day), []
        for row in self._people.rows_of(tuple(found)):
            signals = tuple(each for each in found[row.id] if each.open)
            rows.append(SignalRow(row.id, row.name, row.protection, standings[row.id], signals))
        return tuple(sorted(rows, key=_urgency))

    def due(self, on: date | None = None) -> tuple[SignalRow, ...]:
        """Those that stand yellow or red: somebody must do something."""
        return tuple(
            row for row in self.rows(on) if row.standing.level.rank >= SignalLevel.YELLOW.rank
        )

    def beyond_rent(self, on: date | None = None) -> Mapping[PersonId, SignalStanding]:
        """Those that stand yellow for more than unpaid rent, which is told as such elsewhere.

        Only those with enough to reach it are worked out, and nobody is named: `named` does.
        """
        day = on or self._today
        return self._beyond.get(day, lambda: self._read_beyond(day))

    def named(self, people: Collection[PersonId], on: date | None = None) -> tuple[SignalRow, ...]:
        """As `rows`, of some people; of the others nothing is read."""
        day = on or self._today
        return self._named(self._among(people, day), day)

    def _read_beyond(self, day: date) -> Mapping[PersonId, SignalStanding]:
        people = frozenset(each for each in self._heavy(day) if not self._petition(each))
        standings = self._standings(self._among(people, day), day)
        return {
            person: each
            for person, each in standings.items()
            if each.level is SignalLevel.YELLOW and not each.of_rent_alone
        }

    def _heavy(self, day: date) -> frozenset[PersonId]:
        """Those who have something beside unpaid rent, and may have enough of it for yellow."""
        known, rents = Counter(store.open_of_each(self._db, day)), Counter[PersonId]()
        for at, finder in enumerate(self._finders):
            may_have = self._at_most(at, day)
            (rents if finder.of_rent else known).update(may_have)
        enough = self._settings.parameters.whole(rules.AMBER, day)
        heaviest = max(self._weights(day).values())
        return frozenset(
            person
            for person, number in known.items()
            if (number + rents[person]) * heaviest >= enough
        )

    def _among(self, people: Collection[PersonId], day: date) -> BySomebody:
        if not people:
            return {}
        found = [each for finder in self._finders for each in finder.found_among(people, day)]
        return self._by_person(rules.merged(store.of_people(self._db, people, day), found), day)

    def _at_most(self, at: int, day: date) -> Mapping[PersonId, int]:
        """Each place is asked again only when something it read has changed."""
        return self._may_have.get((at, day), lambda: self._finders[at].at_most(day))

    def _standing(
        self, person: PersonId, signals: tuple[EarlySignal, ...], day: date
    ) -> SignalStanding:
        return self._standings({person: signals}, day)[person]

    def _standings(self, found: BySomebody, day: date) -> Mapping[PersonId, SignalStanding]:
        parameters, children = (
            self._settings.parameters,
            self._people.children_of(tuple(found), day),
        )
        window, amber = (parameters.whole(each, day) for each in (rules.WINDOW, rules.AMBER))
        return {
            person: rules.standing(
                person,
                signals,
                petition=self._petition(person),
                children=len(children.get(person, ())),
                window=window,
                amber=amber,
            )
            for person, signals in found.items()
        }

    def _petition(self, person: PersonId) -> bool:
        return self._petitions is not None and self._petitions.open_petition(person)

    def _every(self, day: date) -> BySomebody:
        return self._all.get(day, lambda: self._read(day))

    def _found_by(self, at: int, day: date) -> Sequence[EarlySignal]:
        """Each place is asked again only when something it read has changed."""
        return self._found.get((at, day), lambda: self._finders[at].found(day))

    def _read(self, day: date) -> BySomebody:
        found = [each for at in range(len(self._finders)) for each in self._found_by(at, day)]
        return self._by_person(rules.merged(store.of_all(self._db, day), found), day)

    def _by_person(self, found: Sequence[EarlySignal], day: date) -> BySomebody:
        everyone: dict[PersonId, list[EarlySignal]] = defaultdict(list)
        weights = self._weights(day)
        for each in found:
            everyone[each.person].append(_weighed(each, weights))
        return {person: tuple(signals) for person, signals in everyone.items()}

    def _one(self, person: PersonId, day: date) -> tuple[EarlySignal, ...]:
        """A day that has been is asked about one person at a time: nobody else is read."""
        found = [each for finder in self._finders for each in finder.found_of(person, day)]
        signals = rules.merged(store.of_person(self._db, person, day), found)
        return self._by_person(signals, day).get(person, ())

    def _weights(self, day: date) -> Mapping[EarlySignalKind, int]:
        parameters = self._settings.parameters
        return {each: parameters.whole(each.weight_name, day) for each in EarlySignalKind}

    # writing

    def add(self, person: PersonId, draft: SignalDraft) -> int:
        """Write down what was seen. Invalid beside the field; NotFound for one not registered."""
        self._people.get(person)
        demand(rules.check(draft, self._today))
        with self._db.unit("signal.added", Ref("person", person)) as unit:
            return store.insert(unit, person, draft)

    def correct(self, signal: int, draft: SignalDraft) -> None:
        """It was written down wrong; the history keeps what stood there."""
        known = self.get(signal)
        demand(rules.check(draft, self._today))
        with self._db.unit("signal.corrected", Ref("person", known.person), may_be_idle=True) as u:
            store.change(u, signal, draft)

    def close(self, signal: EarlySignal, outcome: SignalOutcome | None, words: str = "") -> None:
        """Say what came of it. Invalid without an outcome; OfficeError signal_is_closed.

        What the register found is kept from then on, so that it is not found once more.
        """
        demand(rules.check_closing(outcome, words))
        if not signal.open:
            raise OfficeError("signal_is_closed")
        with self._db.unit("signal.closed", Ref("person", signal.person)) as unit:
            store.add_state(unit, self._kept(unit, signal), outcome, words)

    def reopen(self, signal: EarlySignal, words: str = "") -> None:
        """It was not over after all; OfficeError signal_is_open."""
        if signal.open or signal.id is None:
            raise OfficeError("signal_is_open")
        demand(rules.check_closing(SignalOutcome.NO_GROUND, words))
        with self._db.unit("signal.reopened", Ref("person", signal.person)) as unit:
            store.add_state(unit, signal.id, None, words)

    def _kept(self, unit: Unit, signal: EarlySignal) -> int:
        if signal.id is not None:
            return signal.id
        draft = SignalDraft(signal.kind, signal.seen_on, signal.source, signal.words)
        return store.insert(unit, signal.person, draft, signal.found)

    # address protection

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Words that may tell where these people live (ADR-05)."""
        return tuple(
            HeldAddress(ref, person) for ref, person in store.with_words(self._db, sorted(people))
        )

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take the words away; that there was a signal stays."""
        for held in self.holding(people):
            store.empty(unit, held.ref)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _weighed(signal: EarlySignal, weights: Mapping[EarlySignalKind, int]) -> EarlySignal:
    weight = weights[signal.kind]
    return signal if signal.weight == weight else replace(signal, weight=weight)


def _urgency(row: SignalRow) -> tuple[int, bool, int, str]:
    standing = row.standing
    newest = row.newest_on.toordinal()
    return -standing.level.rank, not standing.children, -newest, row.name
