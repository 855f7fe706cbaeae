"""The officer's verbs on plans."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DocumentId, DwellingId, PersonId, PlanId, Ref
from app.core.records import dataclass
from app.followup.levels.service import Levels
from app.followup.owners.service import Owners
from app.followup.plans import changes, consent_words, edition_store, rules, store, watch_store
from app.followup.plans import content as contents
from app.followup.plans.evaluating import Evaluating
from app.followup.plans.hooks import IndividualParts
from app.followup.plans.model import (
    CaseDays,
    Edition,
    Plan,
    PlanChange,
    PlanContent,
    PlanDraft,
    PlanKind,
    PlanRow,
    PlanState,
)
from app.followup.service import Followup
from app.people.consents.model import ConsentScope
from app.people.consents.service import Consents
from app.people.model import AddressProtection, HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class CaseServices:
    """Who knows the level, the owner and the consents of a person."""

    levels: Levels
    owners: Owners
    consents: Consents


class Plans(Evaluating):
    """One running plan per person: made, printed, agreed, gone through, ended (DOC-08, DOC-09)."""

    def __init__(
        self,
        db: Database,
        followup: Followup,
        people: People,
        settings: Settings,
        units: ServiceUnits,
        around: CaseServices,
    ) -> None:
        super().__init__(db, people, followup, around.owners)
        self._settings = settings
        self._units = units
        self._levels = around.levels
        self._consents = around.consents
        self._parts: IndividualParts | None = None
        self._rows: Remembered[tuple[PlanRow, ...]] = Remembered(db)
        self._watched: Remembered[tuple[CaseDays, ...]] = Remembered(db)

    def know_parts(self, parts: IndividualParts) -> None:
        """Who knows the parts of individual plans."""
        self._parts = parts

    # reading

    def of(self, person: PersonId, on: date | None = None) -> Plan | None:
        """The running plan; the newest, where joined records of one person brought two."""
        return store.running(self._db, person, on or self._today)

    def all(self, person: PersonId) -> tuple[Plan, ...]:
        """Every plan a person has had, the newest first; none of them ever goes away (D7)."""
        return store.of(self._db, person, self._today)

    def get(self, plan: PlanId, on: date | None = None) -> Plan:
        """One plan as it stands on a day; NotFound plan_not_found."""
        found = store.get(self._db, plan, on or self._today)
        if found is None:
            raise NotFound("plan_not_found")
        return found

    def in_force(self, person: PersonId) -> bool:
        """Whether there is an agreed plan to work from; an individual one needs its consent still.

        A draft helps nobody yet (SD-01, PV-02).
        """
        running = self.of(person)
        if running is None or running.state is not PlanState.ACTIVE:
            return False
        return running.kind is PlanKind.MALPLAN or self._consented(person)

    def rows(self, on: date | None = None) -> tuple[PlanRow, ...]:
        """The running plan of each person on a day, in the order of names."""
        day = on or self._today
        return self._rows.get(day, lambda: store.rows(self._db, day))

    def watched(self, on: date | None = None) -> tuple[CaseDays, ...]:
        """Plan, help and owner of those where one of them may be missed, or the plan waits."""
        day = on or self._today
        return self._watched.get(day, lambda: watch_store.watched(self._db, day))

    def editions(self, plan: PlanId) -> tuple[Edition, ...]:
        """Every edition, the oldest first, each as it was printed (D7)."""
        return edition_store.of(self._db, plan)

    def differences(self, before: Edition, after: Edition) -> tuple[PlanChange, ...]:
        """What is other in a later edition than in an earlier one."""
        return changes.changes(before.content, after.content)

    def news(self, plan: PlanId) -> tuple[PlanChange, ...]:
        """What an edition made today would say that the last one did not; none before the first."""
        kept = self.editions(plan)
        return changes.changes(kept[-1].content, self.content(plan)) if kept else ()

    def content(self, plan: PlanId) -> PlanContent:
        """All that an edition made today would say, in the person's language."""
        facts = self._facts(plan)
        person = self._people.get(facts.plan.person)
        holding = (each for each in self._consents.of(person.id) if each.holds(self._today))
        said = consent_words.said(holding, person.language)
        grown = facts.plan.kind is PlanKind.INDIVIDUAL_PLAN
        parts = self._parts.parts(facts.plan) if grown and self._parts is not None else ()
        names = {each.id: each.name(person.language) for each in self._units.all()}
        around = contents.Around(
            person, self.needs(person.id), lambda unit: names.get(unit, ""), said, parts
        )
        return contents.gathered(facts, around)

    def problems(self, plan: PlanId) -> tuple[Problem, ...]:
        """What stands in the way of an edition, and what is only told; each says where it is."""
        facts = self._facts(plan)
        found = rules.problems(facts)
        if facts.plan.kind is PlanKind.INDIVIDUAL_PLAN and self._parts is not None:
            found += self._parts.problems(facts.plan)
        other = self.of(facts.plan.person)
        if other is not None and other.id != plan:
            found += (Problem("plan", "plan_newer_runs", blocks=False),)
        return found

    # making

    def begin(
        self,
        person: PersonId,
        kind: PlanKind = PlanKind.MALPLAN,
        draft: PlanDraft | None = None,
        *,
        unit: Unit | None = None,
    ) -> PlanId:
        """A draft with contact, backup and day of evaluation filled in, in a unit if given.

        NotFound person_not_found, Conflict plan_runs, Invalid for an individual plan without
        consent (DOC-08).
        """
        self._people.get(person)
        if self.of(person) is not None:
            raise Conflict("plan_runs")
        if kind is PlanKind.INDIVIDUAL_PLAN:
            self._demand_consent(person)
        filled = self._filled(person, draft or PlanDraft())
        demand(self._draft_problems(person, filled, self._today))
        with self._db.within(unit, "plan.begun", Ref("person", person)) as inside:
            return store.insert(inside, person, kind, filled)

    def change(self, plan: PlanId, draft: PlanDraft) -> None:
        """What stands in it; also unfinished. Invalid beside the fields, Conflict plan_is_over."""
        known = self._running(plan)
        demand(self._draft_problems(known.person, draft, known.started_on))
        if draft == known.draft:
            return
        with self._db.unit("plan.changed", Ref("person", known.person)) as unit:
            store.update(unit, plan, draft)

    def grow(self, unit: Unit, plan: PlanId) -> None:
        """A målplan becomes an individual plan, its goals and editions kept (E4, DOC-08)."""
        known = self._running(plan)
        if known.kind is PlanKind.INDIVIDUAL_PLAN:
            raise Conflict("plan_is_individual")
        self._demand_consent(known.person)
        store.add_kind(unit, plan, PlanKind.INDIVIDUAL_PLAN)

    def keep_edition(
        self,
        unit: Unit,
        plan: PlanId,
        content: PlanContent,
        document: DocumentId | None,
        *,
        agreed: bool = False,
    ) -> int:
        """Keep what is printed for always, and give its number (D7).

        A draft becomes offered, or active when the person agrees at once; Invalid while something
        stands in the way of it.
        """
        known = self._running(plan)
        demand(self.problems(plan))
        number = known.edition + 1
        edition_store.keep(unit, plan, number, content, document)
        state = PlanState.ACTIVE if agreed else PlanState.OFFERED
        if known.state is not state and known.state is not PlanState.ACTIVE:
            store.add_state(unit, plan, state)
        return number

    # its life

    def offer(self, plan: PlanId) -> int:
        """Show it to the person without printing from here; kept as an edition all the same."""
        known = self._running(plan)
        content = self.content(plan)
        with self._db.unit("plan.offered", Ref("person", known.person)) as unit:
            return self.keep_edition(unit, plan, content, None)

    def agree(self, plan: PlanId) -> None:
        """The person is with it; the plan holds from today."""
        self._move(plan, PlanState.ACTIVE, "plan.agreed")

    def decline(self, plan: PlanId, reason: str = "") -> None:
        """The person does not want it; no reason is asked for."""
        self._move(plan, PlanState.DECLINED, "plan.declined", reason)

    def end(self, plan: PlanId, reason: str, *, completed: bool = False) -> None:
        """Nobody works by it any more: what it was for is reached, or for another reason."""
        if not completed and not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        if completed:
            self._move(plan, PlanState.COMPLETED, "plan.completed", reason)
        else:
            self._move(plan, PlanState.ENDED, "plan.ended", reason)

    def begin_again(self, plan: PlanId) -> None:
        """One that was declined or over is a draft again; Conflict when another runs."""
        known = self.get(plan)
        other = self.of(known.person)
        if other is not None and other.id != plan:
            raise Conflict("plan_runs")
        day = known.draft.evaluation_on
        draft = known.draft
        if day is None or day < self._today:
            draft = replace(draft, evaluation_on=self._evaluation_on())
        self._allowed(known, PlanState.DRAFT)
        with self._db.unit("plan.begun_again", Ref("person", known.person)) as unit:
            store.update(unit, plan, draft)
            store.add_state(unit, plan, PlanState.DRAFT)

    def _move(self, plan: PlanId, state: PlanState, verb: str, reason: str = "") -> None:
        known = self.get(plan)
        self._allowed(known, state)
        with self._db.unit(verb, Ref("person", known.person)) as unit:
            store.add_state(unit, plan, state, reason)

    def _allowed(self, plan: Plan, state: PlanState) -> None:
        if not rules.may(plan.state, state):
            raise OfficeError("plan_cannot_move", before=plan.state, after=state)

    def _running(self, plan: PlanId) -> Plan:
        known = self.get(plan)
        if known.state.over:
            raise Conflict("plan_is_over")
        return known

    def _demand_consent(self, person: PersonId) -> None:
        if not self._consented(person):
            raise Invalid([Problem("consent", "individual_plan_without_consent", "DOC-08")])

    def _consented(self, person: PersonId) -> bool:
        return self._consents.holding(person, ConsentScope.MAKE_INDIVIDUAL_PLAN) is not None

    def _facts(self, plan: PlanId) -> rules.PlanFacts:
        known = self.get(plan)
        person = known.person
        level, owner = self._levels.of(person), self._owners.of(person)
        return rules.PlanFacts(
            plan=known,
            goals=self.goals(person),
            measures=self._followup.measures(person),
            owner=None if owner is None else owner.draft,
            level=None if level is None else level.level,
            consented=self._consented(person),
            granted=self._levels.has_vedtak(person),
            today=self._today,
        )

    def _draft_problems(
        self, person: PersonId, draft: PlanDraft, started_on: date
    ) -> tuple[Problem, ...]:
        """What cannot be saved; where one with a secret address is met is told by mouth."""
        known = self._people.get(person).protection
        strict = known is AddressProtection.STRICTLY_CONFIDENTIAL
        return rules.check(draft, started_on, strict=strict)

    def _filled(self, person: PersonId, draft: PlanDraft) -> PlanDraft:
        """What is left open in a new plan, as the office is most likely to want it."""
        known, profile = self._owners.of(person), self._settings.profile
        owner = self._owners.default() if known is None else known.draft
        return replace(
            draft,
            contact_name=draft.contact_name or owner.coordinator,
            contact_phone=draft.contact_phone or owner.phone,
            backup_name=draft.backup_name or profile.name,
            backup_phone=draft.backup_phone or profile.phone,
            evaluation_on=draft.evaluation_on or self._evaluation_on(),
        )

    def _evaluation_on(self) -> date:
        days = self._settings.parameters.whole(rules.EVALUATION_DAYS, self._today)
        return self._today + timedelta(days=days)

    # shielding

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """What may tell where these people live: talk, next step, warnings, editions (ADR-05)."""
        return tuple(HeldAddress(ref, who) for ref, who in edition_store.held(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Empty it; goals, measures and what each edition says of them stay (ADR-02)."""
        edition_store.forget_places(unit, self._db, people)
        return ()
