"""The officer's verbs on contact notes."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from app.core.addresses import HeldAddress
from app.core.errors import NotFound, OfficeError, demand
from app.core.ids import DwellingId, PersonId, Ref
from app.followup.contact_notes import rules, store
from app.followup.contact_notes.model import (
    ContactChannel,
    ContactNote,
    ContactNoteDraft,
    ContactStanding,
    NextContact,
    Quiet,
    Silence,
)
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class ContactNotes:
    """Calls, visits and messages with a person; never deleted, put right with a day (D10)."""

    def __init__(self, db: Database, people: People, settings: Settings) -> None:
        self._db = db
        self._people = people
        self._settings = settings
        self._latest: Remembered[Mapping[PersonId, ContactStanding]] = Remembered(db)
        self._missed: Remembered[Mapping[PersonId, ContactStanding]] = Remembered(db)
        self._quiet: Remembered[tuple[Quiet, ...]] = Remembered(db)
        self._promised: Remembered[tuple[NextContact, ...]] = Remembered(db)

    # reading

    def of(self, person: PersonId, as_of: date | None = None) -> tuple[ContactNote, ...]:
        """Every note on a person, the newest contact first."""
        return store.of(self._db, person, as_of or self._today)

    def last_by(
        self, person: PersonId, channels: Collection[ContactChannel], since: date, until: date
    ) -> date | None:
        """The last day somebody had, or tried, contact in one of some ways; as known by the end."""
        return store.last_by(self._db, person, channels, since, until)

    def get(self, note: int) -> ContactNote:
        """One note; NotFound when there is none."""
        found = store.get(self._db, note, self._today)
        if found is None:
            raise NotFound("contact_note_not_found")
        return found

    def standing(self, person: PersonId, as_of: date | None = None) -> ContactStanding:
        """Last contact, missed in a row, and the next step that waits."""
        return rules.standing(person, self.of(person, as_of))

    def last_contact(self, person: PersonId, as_of: date | None = None) -> date | None:
        """The last day we spoke with the person."""
        return self.standing(person, as_of).last_on

    def missed(self, person: PersonId, as_of: date | None = None) -> int:
        """How often we tried in vain since then."""
        return self.standing(person, as_of).missed

    def alarming(self, standing: ContactStanding) -> bool:
        """Whether so many are missed in a row that something else must be tried."""
        most = self._settings.parameters.whole(rules.ALARM, self._today)
        return standing.missed >= most

    def waiting(self, notes: tuple[ContactNote, ...]) -> tuple[ContactNote, ...]:
        """Those of all notes on a person whose next step is still to be done."""
        return tuple(note for note in notes if rules.waits(note, notes))

    def latest_of_all(self, as_of: date | None = None) -> Mapping[PersonId, ContactStanding]:
        """How contact stands with everyone who has a note, in one statement: for lists."""
        day = as_of or self._today
        return self._latest.get(
            day, lambda: {each.person: each for each in store.standings(self._db, day)}
        )

    def much_missed(
        self, most: int, as_of: date | None = None
    ) -> Mapping[PersonId, ContactStanding]:
        """As `latest_of_all`, of those who were missed so many times in a row; others not read."""
        day = as_of or self._today
        return self._missed.get(
            (most, day),
            lambda: {each.person: each for each in store.standings(self._db, day, most)},
        )

    def silent(self, on: date | None = None) -> tuple[Silence, ...]:
        """Those on level 2 to 4 whom nobody has spoken with for longer than the settings say."""
        day = on or self._today
        parameters = self._settings.parameters
        limits = rules.limits(parameters, day).items()
        before = {level: day - timedelta(days=days) for level, days in limits}
        key = (day, *before.items())
        quiet = self._quiet.get(key, lambda: store.quiet(self._db, day, before))
        standings = {each.person: ContactStanding(each.person, each.last_on) for each in quiet}
        return rules.silent({each.person: each for each in quiet}, standings, parameters, day)

    def promised(self, on: date | None = None) -> tuple[NextContact, ...]:
        """Everyone's next step whose day is here, the earliest of each."""
        day = on or self._today
        return self._promised.get(day, lambda: store.promised(self._db, day))

    # writing

    def add(self, person: PersonId, draft: ContactNoteDraft) -> int:
        """Write down a contact. Invalid beside the field; NotFound for one not registered."""
        self._people.get(person)
        demand(rules.check(draft, self._today))
        with self._db.unit("contact_note.added", Ref("person", person)) as unit:
            return store.insert(unit, person, draft, self._by)

    def correct(self, note: int, draft: ContactNoteDraft) -> None:
        """Say it otherwise from today; what was written first stays."""
        known = self.get(note)
        if known.now.draft == draft:
            return
        demand(rules.check(draft, self._today))
        with self._db.unit("contact_note.corrected", Ref("person", known.person)) as unit:
            store.tell(unit, note, draft, self._by)

    def followed_up(self, note: int) -> None:
        """The next step is taken; OfficeError when none waits."""
        known = self.get(note)
        if known.now.follow_up_on is None or known.done_on is not None:
            raise OfficeError("contact_no_follow_up")
        with self._db.unit("contact_note.followed_up", Ref("person", known.person)) as unit:
            store.add_done(unit, note)

    # address protection

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Words that may tell where these people live (ADR-05)."""
        return tuple(
            HeldAddress(ref, person) for ref, person in store.with_words(self._db, sorted(people))
        )

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take the words away; that there was contact stays."""
        for held in self.holding(people):
            store.empty(unit, held.ref.id)
        return ()

    @property
    def _by(self) -> str:
        me = self._settings.me
        return me.name if me else ""

    @property
    def _today(self) -> date:
        return self._db.clock.today()
