"""The officer's verbs on the waiting list and on who gets which dwelling."""

from collections.abc import Sequence
from datetime import date

from app.allocation import match, order_store, rules, store
from app.allocation.model import (
    Allocated,
    Candidate,
    GroupOrder,
    Move,
    Ordering,
    PlaceOn,
    WaitingPlace,
    WhyNot,
)
from app.allocation.offers import reserve_store
from app.allocation.offers import store as offer_store
from app.allocation.places import PlacesOverTime
from app.allocation.rulesets.model import AdoptedRuleSet, RuleSet
from app.allocation.rulesets.service import RuleSets
from app.allocation.suitability.facts import FitFacts
from app.applications.model import ApplicationKind, ApplicationRow, ApplicationState, TargetGroup
from app.applications.service import Applications
from app.applications.state_rules import since_problems
from app.core.cases import CaseKind
from app.core.errors import Invalid, NotFound, Problem, demand
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref, VedtakId
from app.dwellings.service import Dwellings
from app.people.model import AddressProtection, HeldAddress
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

_GRANTED = frozenset({ApplicationState.GRANTED_WAITING})
_EXPECTED = frozenset(state for state in ApplicationState if state.open)
NO_SET = AdoptedRuleSet(0, RuleSet(), date(2000, 1, 1))
"""The program's proposal: what holds where nobody has adopted a rule set."""


class Allocation:
    """Order the waiting list, say why, find who fits, give and take back a dwelling."""

    def __init__(
        self,
        db: Database,
        applications: Applications,
        dwellings: Dwellings,
        rule_sets: RuleSets | None = None,
    ) -> None:
        self._db = db
        self._applications = applications
        self._dwellings = dwellings
        self._rule_sets = rule_sets
        self._fits = FitFacts(db, rule_sets)
        self._places = PlacesOverTime(db, rule_sets)
        self._remembered: Remembered[tuple[WaitingPlace, ...]] = Remembered(db)
        self._matched: Remembered[tuple[Candidate, ...]] = Remembered(db)

    def waiting_list(self, as_of: date | None = None) -> tuple[WaitingPlace, ...]:
        """Those granted a dwelling and waiting for one, in order (REP-12 and swaps)."""
        return self._ranked(_GRANTED, as_of)

    def expected_list(self, as_of: date | None = None) -> tuple[WaitingPlace, ...]:
        """The list as it would be if everyone not yet decided on were granted; see `row.state`."""
        return self._ranked(_EXPECTED, as_of)

    def _ranked(
        self, states: frozenset[ApplicationState], as_of: date | None
    ) -> tuple[WaitingPlace, ...]:
        day = as_of or self._today
        return self._remembered.get((states, day), lambda: self._rank(states, day))

    def _rank(self, states: frozenset[ApplicationState], day: date) -> tuple[WaitingPlace, ...]:
        rows = self._waiting(states, day)
        moves = order_store.moves(self._db, day)
        ordering = self.ordering(day)
        gone = self._applications.rows_of(rules.pointed_at(rows, moves, ordering), day)
        return rules.rank(rows, ordering, moves, gone)

    def ordering(self, as_of: date | None = None) -> Ordering:
        """By what the list is ordered on a day."""
        day = as_of or self._today
        rule_set = NO_SET if self._rule_sets is None else self._rule_sets.in_force(day)
        return rules.ordering_of(rule_set, self.group_order(day))

    def waiting_by(self, rule_set: AdoptedRuleSet) -> tuple[WaitingPlace, ...]:
        """The list of today as another rule set would order it; nothing is saved."""
        rows = self._waiting(_GRANTED, self._today)
        moves = order_store.moves(self._db, self._today)
        ordering = rules.proposed_ordering(rule_set, self._today)
        gone = self._applications.rows_of(rules.pointed_at(rows, moves, ordering), self._today)
        return rules.rank(rows, ordering, moves, gone)

    def _waiting(
        self, states: frozenset[ApplicationState], day: date
    ) -> tuple[ApplicationRow, ...]:
        """A prolongation waits for no dwelling, nor does a case about help or a stay."""
        rows = self._applications.rows(day, states)
        return tuple(
            row
            for row in rows
            if row.kind is not ApplicationKind.RENEWAL and row.case is CaseKind.ALLOCATION
        )

    def counts(self, as_of: date | None = None) -> dict[TargetGroup | None, int]:
        """How many wait in each group that has any."""
        return rules.count_by_group(self.waiting_list(as_of))

    def waiting_count(self, as_of: date | None = None) -> int:
        """How many wait, without ranking them: for a number that is always in sight."""
        if as_of is None or as_of >= self._today:
            return order_store.waiting_now(self._db)
        return order_store.waiting_count(self._db, as_of)

    def places_over_time(self, application: ApplicationId) -> tuple[PlaceOn, ...]:
        """Its newest places on the list, the newest first, each with why; empty when not on it."""
        return self._places.of(application)

    def group_order(self, as_of: date | None = None) -> GroupOrder:
        """The order of the municipality's groups on a day."""
        return order_store.group_order(self._db, as_of or self._today)

    def set_group_order(self, listed: tuple[TargetGroup, ...], source: str) -> None:
        """A new order from today; `source` says who adopted it and in which case.

        Where a rule set is adopted, it is a new version of that set.
        """
        demand(rules.check_order(listed, source))
        if self._rule_sets is not None and self._rule_sets.regroup(listed, source.strip()):
            return
        with self._db.unit("group_order.set") as unit:
            order = order_store.add_group_order(unit, listed, source.strip(), unit.today)
            unit.about(Ref("group_order", order))

    def move(self, application: ApplicationId, above: ApplicationId | None, reason: str) -> None:
        """Put one directly above another it is weighed with, or last, with a reason.

        Invalid without a reason, when either is not on the list, and, where the set goes by
        groups, when the other is in another group.
        """
        rows = {row.id: row for row in self._waiting(_GRANTED, self._today)}
        by_group = self.ordering().by_group
        demand(rules.check_move(rows, application, above, reason, by_group))
        with self._db.unit("application.ranked", Ref("application", application)) as unit:
            group = rows[application].group
            order_store.add_move(unit, Move(application, above, group, unit.today, reason.strip()))

    def candidates(self, dwelling: DwellingId) -> tuple[Candidate, ...]:
        """Everyone on the list, in order, with why this dwelling suits them and why not."""
        return self._matched.get(
            (dwelling, self._today), lambda: self._match(dwelling, self.waiting_list())
        )

    def candidate(self, application: ApplicationId, dwelling: DwellingId) -> Candidate | None:
        """One on the list and one dwelling; None for one who is not on it."""
        places = [place for place in self.waiting_list() if place.row.id == application]
        return next(iter(self._match(dwelling, places)), None)

    def barred(self, dwelling: DwellingId, application: ApplicationId | None) -> bool:
        """Whether a dwelling is never for that household, because there is a child in it."""
        return application is not None and self._fits.barred(dwelling, application, self._today)

    def _match(self, dwelling: DwellingId, places: Sequence[WaitingPlace]) -> tuple[Candidate, ...]:
        known = self._dwellings.get(dwelling)
        taken = self.allocation_of(dwelling) is not None
        fit = self._fits.fits(dwelling, [place.row.id for place in places], self._today)
        return tuple(match.match(place, known, taken, fit(place.row.id)) for place in places)

    def why_not(self, application: ApplicationId, dwelling: DwellingId) -> WhyNot:
        """Why this dwelling is not this applicant's, whoever it is; raises NotFound."""
        rows = self._applications.rows_of(frozenset({application}))
        if not rows:
            raise NotFound("application_not_found")
        (found,) = self._match(dwelling, [WaitingPlace(0, rows[0], (), None)])
        listed = self._on_list(rows[0])
        if not listed or not found.fits:
            return WhyNot(found, listed)
        fits = [each for each in self.candidates(dwelling) if each.fits]
        own = next(each for each in fits if each.place.row.id == application)
        ahead = tuple(e.place for e in fits if e.place.rank < own.place.rank)
        equals = tuple(e.place for e in fits if e.place.rank == own.place.rank and e is not own)
        return WhyNot(own, listed, ahead, equals)

    def debt_stops_lease(self, application: ApplicationId) -> bool:
        """Whether the rules ask that old debt is settled or planned before a lease."""
        return self._fits.debt_stops_lease(application, self._today)

    def _on_list(self, row: ApplicationRow) -> bool:
        waits = row.state in _GRANTED and row.kind is not ApplicationKind.RENEWAL
        return waits and row.case is CaseKind.ALLOCATION

    def allocated(self) -> frozenset[DwellingId]:
        """Every dwelling that is allocated to someone today."""
        return store.allocated(self._db, self._today)

    def allocation_of(self, dwelling: DwellingId, as_of: date | None = None) -> Allocated | None:
        """Whom a dwelling is allocated to on a day."""
        return store.of_dwelling(self._db, dwelling, as_of or self._today)

    def dwelling_for(self, vedtak: VedtakId, as_of: date | None = None) -> Allocated | None:
        """The dwelling a vedtak has led to on a day."""
        return store.of_vedtak(self._db, vedtak, as_of or self._today)

    def allocations(self, dwelling: DwellingId) -> tuple[Allocated, ...]:
        """Every allocation a dwelling has had, oldest first."""
        return store.past_of_dwelling(self._db, dwelling)

    def give(self, vedtak: VedtakId, dwelling: DwellingId, since: date, reason: str) -> None:
        """A dwelling for one who was granted it before any was vacant; Invalid as `allocate`."""
        with self._db.unit("dwelling.allocated", Ref("vedtak", vedtak)) as unit:
            self.allocate(unit, vedtak, dwelling, since, reason)

    def allocate(
        self, unit: Unit, vedtak: VedtakId, dwelling: DwellingId, since: date, reason: str
    ) -> int:
        """As `give`, inside a larger unit (a vedtak that names the dwelling, FV-24).

        Who is granted a prolongation keeps the one they have, under the new vedtak. Invalid when
        it is another's or not to let, when the vedtak has a dwelling, or when someone in the
        household is strengt fortrolig: that is done on paper (ADR-02).
        """
        application = self._application_of(vedtak)
        row = self._row(application)
        past = self.allocations(dwelling)
        there = [each for each in past if each.until is None or each.until > since]
        others = [e for e in there if self._row(e.application).applicant != row.applicant]
        problems = match.allocation_problems(
            self._dwellings.get(dwelling, since),
            taken=bool(others),
            has_dwelling=self.dwelling_for(vedtak) is not None,
            strict=row.protection is AddressProtection.STRICTLY_CONFIDENTIAL,
        )
        if not there or others:
            problems += self._held_problems(dwelling, application, since)
        demand(problems)
        for own in there:
            store.end(unit, own.id, since)
        allocated = ApplicationState.ALLOCATED
        self._applications.set_state(unit, application, allocated, since, reason)
        return store.add(unit, vedtak, dwelling, since, reason.strip())

    def _held_problems(
        self, dwelling: DwellingId, application: ApplicationId, day: date
    ) -> tuple[Problem, ...]:
        """What keeps a dwelling from one who does not have it already."""
        held = [r for r in reserve_store.of_dwelling(self._db, dwelling) if r.holds(day)]
        offer = offer_store.open_on(self._db, dwelling)
        quota = self._fits.by_agreement(application, day)
        return match.held_problems(
            barred=self._fits.barred(dwelling, application, day),
            offered=offer is not None and offer.application != application,
            reserved=any(not each.draft.is_for(application, by_agreement=quota) for each in held),
        )

    def take_back(self, vedtak: VedtakId, until: date, reason: str) -> None:
        """It falls away before a lease: the household waits again, with its right."""
        with self._db.unit("dwelling.taken_back", Ref("vedtak", vedtak)) as unit:
            self.release(unit, vedtak, until, reason)

    def release(self, unit: Unit, vedtak: VedtakId, until: date, reason: str) -> None:
        """As `take_back`, inside a larger unit; NotFound when the vedtak has no dwelling."""
        found = self._open(self.dwelling_for(vedtak), until)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        store.end(unit, found.id, until)
        waiting = ApplicationState.GRANTED_WAITING
        self._applications.set_state(unit, found.application, waiting, until, reason)

    def end(self, unit: Unit, dwelling: DwellingId, until: date) -> None:
        """The tenancy it led to is over: from that day the dwelling can go to another."""
        store.end(unit, self._open(self.allocation_of(dwelling), until).id, until)

    def _open(self, found: Allocated | None, until: date) -> Allocated:
        if found is None:
            raise NotFound("allocation_not_found")
        demand(since_problems(found.since, until, self._today))
        return found

    def _application_of(self, vedtak: VedtakId) -> ApplicationId:
        found = store.application_of(self._db, vedtak)
        if found is None:
            raise NotFound("vedtak_not_found")
        return found

    def _row(self, application: ApplicationId) -> ApplicationRow:
        return self._applications.rows_of(frozenset({application}))[0]

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Allocations tell where a household lives or shall live (ADR-05)."""
        return tuple(HeldAddress(*held) for held in store.held(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them. Nothing is written on the dwelling: in the same unit it would be a tie."""
        for held in self.holding(people):
            store.remove(unit, held.ref.id)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
