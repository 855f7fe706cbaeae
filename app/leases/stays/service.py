"""The officer's verbs on temporary stays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DwellingId, PersonId, Ref, VedtakId
from app.core.money import Ore
from app.decisions.model import Vedtak, VedtakKind, VedtakState
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.leases.service import Leases
from app.leases.stays import rules, store
from app.leases.stays.model import (
    DayRange,
    PlaceKind,
    Stay,
    StayCounts,
    StayDraft,
    StayFacts,
    StayRow,
    StaySum,
)
from app.leases.stays.places import Places
from app.leases.stays.prints import StayList, stay_list
from app.people.model import AddressProtection, HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Stays:
    """Nights without a lease: a roof at once, counted and paid by the night (SOT-04, REP-15)."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        settings: Settings,
    ) -> None:
        self._db = db
        self._leases = leases
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._settings = settings
        self.places = Places(db)
        self._known: Remembered[tuple[StayRow, ...]] = Remembered(db)

    # reading

    def rows(self, as_of: date | None = None) -> tuple[StayRow, ...]:
        """Every stay, its nights and cost counted up to a day; the newest first."""
        return tuple(map(_masked, self._counted(as_of or self._today)))

    def staying(self, as_of: date | None = None) -> tuple[StayRow, ...]:
        """As `rows`, of those alone whom nobody has said left; the rest are not read."""
        return tuple(map(_masked, self._near(as_of or self._today, None)))

    def counted(self, as_of: date | None = None) -> tuple[StayRow, ...]:
        """As `rows` with every place: for counts that name nobody, never to be shown.

        By what is known today, so that one whose leaving was told late is not counted too long.
        """
        return self._counted(as_of or self._today, self._today)

    def _counted(self, day: date, known_on: date | None = None) -> tuple[StayRow, ...]:
        """With every place, for sums that name nobody."""
        return self._rows_of(store.all_on(self._db, day, known_on), day)

    def _rows_of(
        self, every: tuple[Stay, ...], day: date, told: tuple[Stay, ...] | None = None
    ) -> tuple[StayRow, ...]:
        """All of them, or those that are `told` of; each by all that its person has had."""
        parameters, stays = self._settings.parameters, every if told is None else told
        since = rules.unbroken_since(every)
        families = store.with_children(self._db, (stay.person for stay in stays), day)
        names = {place.id: place.draft for place in self.places.all()}
        wanted = {stay.dwelling for stay in stays if stay.dwelling is not None}
        addresses = self._dwellings.addresses(wanted)
        vedtak = (stay.vedtak for stay in stays if stay.vedtak is not None)
        numbers = store.vedtak_numbers(self._db, vedtak)
        homes = store.households(self._db, (stay.person for stay in stays), day)
        people = store.people(self._db, (stay.person for stay in stays), day)

        def row_of(stay: Stay) -> StayRow:
            name, protection = people[stay.person]
            long, very_long = rules.long_on(since[stay.id], parameters, day)
            place = names.get(stay.place or 0)
            where = addresses[stay.dwelling] if stay.dwelling else place.name if place else ""
            kind = PlaceKind.EMERGENCY_DWELLING if stay.dwelling else place.kind if place else None
            return StayRow(
                stay=stay,
                name=name,
                protection=protection,
                kind=kind,
                where=where,
                vedtak_number=numbers.get(stay.vedtak or VedtakId(0), ""),
                has_child=stay.children > 0 or stay.person in families,
                since=since[stay.id],
                household=homes.get(stay.person),
                long_from=long,
                very_long_from=very_long,
                nights=rules.nights(stay, day),
                cost=rules.cost(stay, day),
            )

        return tuple(row_of(stay) for stay in stays)

    def rows_in(self, within: DayRange, *, only_open: bool = False) -> tuple[StayRow, ...]:
        """Those with a night in a period, or those who still stay."""
        if only_open:
            return self.staying()
        found = self._near(self._today, within)
        return tuple(_masked(row) for row in found if rules.nights(row.stay, self._today, within))

    def get(self, stay: int, as_of: date | None = None) -> Stay:
        """One stay as it is known on a day; NotFound when there is none."""
        found = store.all_on(self._db, as_of or self._today, only=(stay,))
        if not found:
            raise NotFound("stay_not_found")
        return found[0]

    def of_person(self, person: PersonId, as_of: date | None = None) -> tuple[StayRow, ...]:
        """As `rows`, of one person: of others nothing is read."""
        day = as_of or self._today
        own = store.all_on(self._db, day, of=(person,))
        return tuple(map(_masked, self._rows_of(own, day)))

    def sums(
        self, within: DayRange, as_of: date | None = None, *, only_open: bool = False
    ) -> tuple[StaySum, ...]:
        """What each place was used for in a period, the dearest first."""
        day = as_of or self._today
        return rules.sums(self._near(day, None if only_open else within), day, within)

    def counts(
        self, within: DayRange, as_of: date | None = None, *, only_open: bool = False
    ) -> StayCounts:
        """How long people stayed, by the buckets of the returns (REP-14)."""
        day = as_of or self._today
        rows = self._near(day, None if only_open else within)
        return rules.counts(rows, self._settings.parameters, day, within)

    def _near(self, day: date, within: DayRange | None) -> tuple[StayRow, ...]:
        """The stays that are open; of a period all that those have had who were there in it.

        With every place, for sums that name nobody. Of others nothing is read.
        """
        return self._known.get((day, within), lambda: self._read_near(day, within))

    def _read_near(self, day: date, within: DayRange | None) -> tuple[StayRow, ...]:
        if within is not None:
            return self._rows_of(store.all_on(self._db, day, meeting=within), day)
        every = store.all_on(self._db, day, staying=True)
        return self._rows_of(every, day, tuple(stay for stay in every if stay.open))

    def emergency_dwellings(self) -> tuple[tuple[DwellingId, str], ...]:
        """The register's own dwellings for nights at short notice, with their addresses (B11)."""
        found = store.emergency_dwellings(self._db, self._today)
        return tuple((home, self._dwellings.get(home).address) for home in found)

    def vedtak_of(self, person: PersonId) -> tuple[Vedtak, ...]:
        """The granted vedtak on a temporary stay that the person has, the newest first."""
        found = [
            self._decisions.get(row.id)
            for row in self._decisions.rows()
            if row.applicant == person
            and row.kind is VedtakKind.TEMPORARY_STAY
            and row.state is not VedtakState.DRAFT
            and row.result.grants
        ]
        return tuple(sorted(found, key=lambda vedtak: -vedtak.id))

    def drafted(self, person: PersonId) -> StayDraft:
        """What a new stay would hold, from the newest vedtak; keeps nothing."""
        household = self._people.household_of(person)
        members = household.members if household else ()
        here = (each for each in members if each.until is None)
        children = sum(each.role == "child" for each in here)
        draft = StayDraft(person, began_on=self._today, children=children)
        vedtak = next(iter(self.vedtak_of(person)), None)
        if vedtak is None:
            return draft
        told = vedtak.draft
        began = min(told.stay_from or self._today, self._today)
        strict = self._strict(person)
        return replace(
            draft,
            vedtak=vedtak.id,
            began_on=began,
            until=told.stay_until if told.stay_until and told.stay_until > began else None,
            quality="" if strict else told.stay_quality,
        )

    def check(self, draft: StayDraft, stay: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with a stay."""
        return rules.check(draft, self._facts(draft, stay), self._today)

    # doing

    def begin(self, draft: StayDraft) -> int:
        """They stay there from a day; Invalid beside the field, never a child where none may be."""
        self._people.get(draft.person)
        demand(self.check(draft))
        with self._db.unit("stay.begun", Ref("person", draft.person)) as unit:
            return store.insert(unit, draft, self._left(draft))

    def correct(self, stay: int, draft: StayDraft) -> None:
        """What was written wrong: who, where and from when; not how long or the price."""
        known = self.get(stay)
        fixed = replace(draft, person=known.person, price=known.price, until=known.until)
        demand(self.check(fixed, stay))
        with self._db.unit("stay.corrected", Ref("person", known.person)) as unit:
            store.update(unit, stay, fixed)

    def extend(self, stay: int, until: date | None, reason: str) -> None:
        """They may stay to another day, or until further notice."""
        known = self._open(stay)
        if until is not None and until <= known.began_on:
            raise Invalid([Problem("until", "stay_until_before_start")])
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        with self._db.unit("stay.extended", Ref("person", known.person)) as unit:
            store.add_term(unit, stay, until, None, self._sayable(known, reason))

    def set_price(self, stay: int, since: date, price: Ore) -> None:
        """What a night costs from a day."""
        known = self.get(stay)
        problems = []
        if self._strict(known.person):
            problems.append(Problem("price", "stay_price_not_kept", "ADR-02"))
        if since < known.began_on or (known.left_on is not None and since >= known.left_on):
            problems.append(Problem("since", "stay_price_outside"))
        demand(problems)
        with self._db.unit("stay.priced", Ref("person", known.person)) as unit:
            store.add_price(unit, stay, since, price)

    def end(self, stay: int, left_on: date, reason: str = "") -> None:
        """They left; the night before was the last."""
        known = self._open(stay)
        demand(rules.check_left(known, left_on, self._today))
        with self._db.unit("stay.ended", Ref("person", known.person)) as unit:
            store.add_term(unit, stay, known.until, left_on, self._sayable(known, reason))

    def listed(self, within: DayRange, *, only_open: bool = False) -> Document:
        """The list of a period with its sums, to be printed."""
        known = StayList(
            office=self._settings.profile,
            issued=self._db.clock.now(),
            within=within,
            as_of=self._today,
            rows=self.rows_in(within, only_open=only_open),
            sums=self.sums(within, only_open=only_open),
            counts=self.counts(within, only_open=only_open),
        )
        language = self._settings.profile.language
        return stay_list(known, self._settings.text("stays", language, self._today))

    # kept secret

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row that tells where these people stay or stayed (ADR-05)."""
        return tuple(HeldAddress(ref, who) for ref, who in store.held(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Only how many nights is left of their stays."""
        store.remove_places(unit, people)
        return ()

    def _facts(self, draft: StayDraft, own: int | None) -> StayFacts:
        every = store.all_on(self._db, self._today)
        mine = next((each.left_on for each in every if each.id == own), None)
        began = draft.began_on or self._today
        if own is None:  # nights that are told of afterwards end on their day
            mine = draft.until
        # those who are there in some of the same nights
        stays = [each for each in every if each.id != own and rules.meets(each, began, mine)]
        unfit = False
        if draft.dwelling is not None:
            unfit = store.unfit_for_children(self._db, draft.dwelling, began)
        elif draft.place is not None:
            unfit = self.places.get(draft.place).draft.not_for_children
        vedtak = {each.id for each in self.vedtak_of(draft.person)}
        with_child = store.with_children(self._db, (draft.person,), began)
        return StayFacts(
            strict=self._strict(draft.person),
            has_child=bool(with_child),
            unfit_for_children=unfit,
            taken=draft.dwelling is not None and self._taken(draft.dwelling, stays),
            overlaps=any(each.person == draft.person for each in stays),
            vedtak_fits=draft.vedtak is None or draft.vedtak in vedtak,
        )

    def _left(self, draft: StayDraft) -> date | None:
        """The day they left, of nights that are told of after later ones."""
        later = any(
            draft.until and stay.began_on >= draft.until
            for stay in store.all_on(self._db, self._today, of=(draft.person,))
        )
        return draft.until if later else None

    def _taken(self, dwelling: DwellingId, stays: Iterable[Stay]) -> bool:
        """Whether someone rents it, or stays there in some of the same nights."""
        rented = any(row.state.lived_in for row in self._leases.of_dwelling(dwelling))
        return rented or any(each.dwelling == dwelling for each in stays)

    def _sayable(self, stay: Stay, reason: str) -> str:
        """A reason may name the place: nothing is kept of it for strengt fortrolig (ADR-02)."""
        return "" if self._strict(stay.person) else reason

    def _open(self, stay: int) -> Stay:
        known = self.get(stay)
        if not known.open:
            raise OfficeError("stay_has_ended")
        return known

    def _strict(self, person: PersonId) -> bool:
        known = self._people.get(person)
        return known.protection is AddressProtection.STRICTLY_CONFIDENTIAL

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _masked(row: StayRow) -> StayRow:
    """Of a protected person it is not told where."""
    shown = row.protection is AddressProtection.NONE
    return row if shown else replace(row, where="", kind=None)
