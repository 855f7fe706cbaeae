"""The officer's verbs on individual plans: never one without consent (DOC-08, PV-02)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.core.ages import minor
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import PersonId, Ref
from app.followup.individual_plans import rules, store
from app.followup.individual_plans.model import (
    ConsentOver,
    CoordinatorOffer,
    IndividualPlan,
    IndividualPlanDraft,
    IndividualPlanState,
    PartCheck,
    Participant,
    ParticipantDraft,
    PlanWish,
    RevisionDue,
    WishOn,
)
from app.followup.owners.service import Owners
from app.followup.plans.model import Plan, PlanKind
from app.followup.plans.service import Plans
from app.followup.service import Followup
from app.people.consents.model import Consent, ConsentScope
from app.people.consents.service import Consents
from app.people.model import Role
from app.people.service import People
from app.settings.units.service import ServiceUnits
from app.storage.database import Database


class IndividualPlans:
    """One for each person who wants one: begun on a consent, worked from while it holds."""

    def __init__(
        self,
        db: Database,
        plans: Plans,
        followup: Followup,
        owners: Owners,
        consents: Consents,
        people: People,
        units: ServiceUnits,
    ) -> None:
        self._db = db
        self._plans = plans
        self._followup = followup
        self._owners = owners
        self._consents = consents
        self._people = people
        self._units = units

    # reading

    def of(self, person: PersonId, on: date | None = None) -> IndividualPlan:
        """All that is known of a person's individual plan on a day."""
        day = on or self._today
        known = self.bare(person, day)
        if known.plan is None:
            return known
        return replace(known, content=self._plans.content(known.plan.id))

    def revisions_due(self, on: date | None = None) -> tuple[RevisionDue, ...]:
        """Everyone's that were to be gone through anew by a day, one for each person (item 8)."""
        return store.revisions_due(self._db, on or self._today)

    def without_consent(self, on: date | None = None) -> tuple[ConsentOver, ...]:
        """Everyone's that runs while no consent to it holds (PV-02)."""
        return store.without_consent(self._db, on or self._today)

    def bare(self, person: PersonId, day: date) -> IndividualPlan:
        """The same without goals and measures."""
        plan = self._plan(person, day)
        given = self._consents.of(person)
        owner = self._owners.of(person, day)
        makes = [each for each in given if each.scope is ConsentScope.MAKE_INDIVIDUAL_PLAN]
        return IndividualPlan(
            person=person,
            day=day,
            plan=plan,
            draft=store.draft(self._db, plan.id) if plan else IndividualPlanDraft(),
            participants=self._participants(plan, person) if plan else (),
            extents=store.extents(self._db, person),
            wish=store.wish(self._db, person, day),
            offers=store.offers(self._db, person, day),
            owner=owner.draft.coordinator if owner else "",
            owner_phone=owner.draft.phone if owner else "",
            consent=next((each for each in makes if each.holds(day)), next(iter(makes), None)),
            shares=tuple(
                each for each in given if each.scope is ConsentScope.SHARE_PLAN and each.holds(day)
            ),
            children=self._children(person, day),
        )

    def state(self, person: PersonId, on: date | None = None) -> IndividualPlanState:
        """Whether there is one on a day, and whether it may be worked from."""
        return rules.state(self.bare(person, on or self._today))

    def checklist(self, known: IndividualPlan) -> tuple[PartCheck, ...]:
        """The ten parts, and what each lacks."""
        return rules.checklist(known)

    def may_have_right(self, person: PersonId) -> bool:
        """A hint that two units or more work for the person (SOT-07); a person decides."""
        return rules.may_have_right(self._followup.measures(person))

    def may_get(self, known: IndividualPlan) -> tuple[Participant, ...]:
        """Those who take part and may have a copy, by the consents to sharing (P6)."""
        return tuple(each for each in known.taking_part if rules.may_get(each, known.shares))

    # whether one is wanted

    def offer(self, person: PersonId, day: date | None = None) -> None:
        """It was offered that day. Invalid day_in_future, Conflict ip_runs_already."""
        self._wish(person, PlanWish.OFFERED, day, "individual_plan.offered")

    def decline(self, person: PersonId, day: date | None = None) -> None:
        """It was offered, and is not wanted; a coordinator is offered all the same (HOL-02)."""
        self._wish(person, PlanWish.DECLINED, day, "individual_plan.declined")

    def want(self, person: PersonId, since: date, until: date | None) -> None:
        """Take in the consent and begin the plan, or let a målplan grow into it (E4).

        Where a plan waits for a new consent, that alone is taken in. Invalid beside the days,
        Conflict ip_runs_already.
        """
        if self.state(person) is IndividualPlanState.RUNNING:
            raise Conflict("ip_runs_already")
        consent = Consent(person, ConsentScope.MAKE_INDIVIDUAL_PLAN, since, until)
        found = self._consents.problems(consent)
        if until is None:
            found = (*found, Problem("until", "ip_until_missing", "PV-02"))
        demand(found)
        if not consent.holds(self._today):
            raise Invalid([Problem("until", "ip_consent_ended", "PV-02", remedy=self._today)])
        self._begin(person, consent)

    def begin(self, person: PersonId) -> None:
        """Begin it on a consent that is already taken in. Invalid ip_without_consent."""
        known = self.bare(person, self._today)
        if not known.agreed:
            raise Invalid([Problem("consent", "ip_without_consent", "PV-02")])
        if known.plan is not None:
            raise Conflict("ip_runs_already")
        self._begin(person, None)

    def _begin(self, person: PersonId, consent: Consent | None) -> None:
        running = self._plans.of(person)
        grown = running is not None and running.kind is PlanKind.INDIVIDUAL_PLAN
        verb = "consent.given" if grown else "individual_plan.begun"
        with self._db.unit(verb, Ref("person", person)) as unit:
            if consent is not None:
                self._consents.put(unit, consent)
            if grown:
                return
            store.add_wish(unit, person, WishOn(PlanWish.WANTED, unit.today))
            if running is None:
                self._plans.begin(person, PlanKind.INDIVIDUAL_PLAN, unit=unit)
            else:
                self._plans.grow(unit, running.id)

    def _wish(self, person: PersonId, answer: PlanWish, day: date | None, verb: str) -> None:
        since = day or self._today
        self._people.get(person)
        if since > self._today:
            raise Invalid([Problem("since", "day_in_future", remedy=self._today)])
        if self._plan(person, self._today) is not None:
            raise Conflict("ip_runs_already")
        with self._db.unit(verb, Ref("person", person)) as unit:
            store.add_wish(unit, person, WishOn(answer, since))

    # what stands in it

    def change(self, person: PersonId, draft: IndividualPlanDraft) -> None:
        """What stands in it, also unfinished. Invalid beside the fields or without consent."""
        plan = self._worked_from(person)
        demand(rules.check(draft))
        tidy = replace(draft, revise_on=tuple(sorted(set(draft.revise_on))))
        if tidy == store.draft(self._db, plan.id):
            return
        with self._db.unit("individual_plan.changed", Ref("person", person)) as unit:
            store.write(unit, self._db, plan.id, tidy)

    def set_extents(self, person: PersonId, extents: Mapping[int, str]) -> None:
        """How much of each measure is given, by the measure's id."""
        self._worked_from(person)
        known = store.extents(self._db, person)
        other = {
            measure: words.strip()
            for measure, words in extents.items()
            if words.strip() != known.get(measure, "")
        }
        if not other:
            return
        with self._db.unit("individual_plan.extent_set", Ref("person", person)) as unit:
            for measure, words in other.items():
                store.set_extent(unit, self._db, measure, words)

    def add_participant(self, person: PersonId, draft: ParticipantDraft) -> int:
        """One more who takes part. Invalid beside the fields; there is one coordinator."""
        plan = self._worked_from(person)
        self._demand_participant(person, draft)
        with self._db.unit("individual_plan.participant_added", Ref("person", person)) as unit:
            return store.insert_participant(unit, plan.id, draft)

    def change_participant(self, participant: int, draft: ParticipantDraft) -> None:
        """Other words about one who takes part, or their last day."""
        person = self._taking_part(participant)
        self._demand_participant(person, draft)
        with self._db.unit("individual_plan.participant_changed", Ref("person", person)) as unit:
            store.update_participant(unit, participant, draft)

    def remove_participant(self, participant: int) -> None:
        """Was put in by mistake; one who stops gets a last day instead."""
        person = self._taking_part(participant)
        with self._db.unit("individual_plan.participant_removed", Ref("person", person)) as unit:
            unit.delete("plan_participant", participant)

    def answer_coordinator(self, person: PersonId, offer: CoordinatorOffer) -> None:
        """Offered, declined, appointed or not relevant from a day, plan or no plan (HOL-02)."""
        self._people.get(person)
        demand(rules.check_offer(offer, self._today))
        if store.offers(self._db, person, self._today).get(offer.post) == offer:
            return
        with self._db.unit("coordinator.answered", Ref("person", person)) as unit:
            store.add_offer(unit, person, offer)

    # within

    def _demand_participant(self, person: PersonId, draft: ParticipantDraft) -> None:
        coordinator = self.bare(person, self._today).coordinator
        demand(rules.check_participant(draft, coordinator, self._today))

    def _taking_part(self, participant: int) -> PersonId:
        plan = store.plan_of(self._db, participant)
        if plan is None:
            raise NotFound("participant_not_found")
        person = self._plans.get(plan).person
        self._worked_from(person)
        return person

    def _worked_from(self, person: PersonId) -> Plan:
        """The plan, while it may be worked from."""
        known = self.bare(person, self._today)
        if known.plan is None:
            raise OfficeError("ip_not_begun")
        if not known.agreed:
            raise Invalid([Problem("consent", "ip_without_consent", "PV-02")])
        return known.plan

    def _plan(self, person: PersonId, day: date) -> Plan | None:
        plan = self._plans.of(person, day)
        return plan if plan is not None and plan.kind is PlanKind.INDIVIDUAL_PLAN else None

    def _participants(self, plan: Plan, person: PersonId) -> tuple[Participant, ...]:
        language = self._people.get(person).language
        names = {each.id: each.name(language) for each in self._units.all()}
        return tuple(
            Participant(row, draft, names.get(draft.unit, "") if draft.unit else "")
            for row, draft in store.participants(self._db, plan.id)
        )

    def _children(self, person: PersonId, day: date) -> bool:
        """Whether a child lives with them, or the plan is a child's own."""
        born = self._people.get(person).birth_date
        if minor(born, day):
            return True
        household = self._people.household_of(person)
        return household is not None and any(
            each.role is Role.CHILD and each.since <= day and (not each.until or day <= each.until)
            for each in household.members
        )

    @property
    def _today(self) -> date:
        return self._db.clock.today()
