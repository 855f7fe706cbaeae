"""What follow-up waits for: plans, measures, contact, owners, consents (AL-15).

The names are put on last: few are told one by one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date, timedelta

from app.alerts.gathered import gathered, of_a_day
from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import PersonId, Ref
from app.core.parameters import Parameters
from app.core.records import dataclass
from app.followup.agreements.model import AgreementDue
from app.followup.contact_notes.model import NextContact, Silence
from app.followup.individual_plans.model import ConsentOver, RevisionDue
from app.followup.levels.model import Held, HelpLevel
from app.followup.model import MeasuresDue
from app.followup.plans.model import CaseDays, PlanDays
from app.followup.services.model import Ending, KnownBy
from app.followup.wiring import FollowupServices
from app.people.service import People
from app.storage.database import Database
from app.storage.remembered import Remembered


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """How follow-up stands on a day; `given` are those who were given an owner.

    Plans, levels and `given` are of everyone, or of those at least where one may be missed or due.
    """

    plans: Mapping[PersonId, PlanDays] = field(default_factory=dict)
    levels: Mapping[PersonId, Held] = field(default_factory=dict)
    given: frozenset[PersonId] = frozenset()
    measures: tuple[MeasuresDue, ...] = ()
    silent: tuple[Silence, ...] = ()
    promised: tuple[NextContact, ...] = ()
    endings: tuple[Ending, ...] = ()
    revisions: tuple[RevisionDue, ...] = ()
    without_consent: tuple[ConsentOver, ...] = ()
    agreements: tuple[AgreementDue, ...] = ()
    warn: int = 0


def _plans(cases: Iterable[CaseDays]) -> Mapping[PersonId, PlanDays]:
    return {each.person: each.plan for each in cases if each.plan is not None}


def found(seen: Standing, today: date) -> tuple[Alert, ...]:
    """All of them, without names; those of a kind there are many of as one."""
    return gathered(
        [
            *_evaluations(seen, today),
            *_measures(seen.measures),
            *_promised(seen.promised),
            *_silent(seen),
            *_without_plan(seen),
            *_without_consent(seen.without_consent),
            *_without_owner(seen),
            *_ending(seen.endings, seen.warn),
            *_agreements(seen.agreements),
        ]
    )


def _evaluations(seen: Standing, today: date) -> Iterator[Alert]:
    """Plans whose day to be gone through is here (AL-15, D4, DOC-08 item 8), once for each."""
    days = {row.person: row.revise_on for row in seen.revisions}
    for person, plan in seen.plans.items():
        day = plan.evaluation_on
        if day is not None and day <= today:
            days[person] = min(days.get(person, day), day)
    for person, day in days.items():
        yield _alert(person, AlertId.EVALUATION, Reason.EVALUATION_DUE, Act.OPEN_PLAN, day, due=day)


def _agreements(rows: Iterable[AgreementDue]) -> Iterator[Alert]:
    """Agreements that were to be looked at together by now (DOC-10)."""
    for row in rows:
        yield _alert(
            row.person,
            AlertId.AGREEMENT,
            Reason.AGREEMENT_DUE,
            Act.OPEN_AGREEMENT,
            row.evaluation_on,
            due=row.evaluation_on,
        )


def _measures(rows: Iterable[MeasuresDue]) -> Iterator[Alert]:
    """Measures that are late, or that nobody has looked at since their day (D4)."""
    for row in rows:
        if row.late_since is not None:
            facts: tuple[tuple[str, Fact], ...] = (("count", row.late), ("since", row.late_since))
            why, since = Reason.MEASURES_LATE, row.late_since
        elif row.evaluate_since is not None:
            facts = (("count", row.to_evaluate), ("since", row.evaluate_since))
            why, since = Reason.MEASURES_TO_EVALUATE, row.evaluate_since
        else:
            continue
        yield _alert(row.person, AlertId.MEASURE, why, Act.OPEN_PLAN, since, due=since, facts=facts)


def _promised(rows: Iterable[NextContact]) -> Iterator[Alert]:
    """The day we said we would be in touch again is here."""
    for person, day in rows:
        yield _alert(
            person, AlertId.NO_CONTACT, Reason.NEXT_CONTACT_DUE, Act.WRITE_NOTE, day, due=day
        )


def _silent(seen: Standing) -> Iterator[Alert]:
    """Those nobody has spoken with for longer than their level lets pass; each is told once."""
    told = {each.person for each in seen.promised}
    for each in seen.silent:
        if each.person not in told:
            yield _alert(
                each.person,
                AlertId.NO_CONTACT,
                Reason.SILENT,
                Act.WRITE_NOTE,
                each.since,
                facts=(("since", each.since), ("days", each.days), ("limit", each.limit)),
            )


def _from_its_limit(alert: Alert) -> Alert:
    """One nobody has spoken with, from the day after its level lets pass."""
    limit = dict(alert.facts)["limit"]
    days = limit + 1 if isinstance(limit, int) else 0
    return replace(alert, since=alert.since + timedelta(days=days))


def _without_plan(seen: Standing) -> Iterator[Alert]:
    """Level 3 and 4 ask for a plan (SD-01)."""
    for person, (level, since) in seen.levels.items():
        if level >= HelpLevel.SUPPORT_AND_SERVICES and person not in seen.plans:
            yield _alert(
                person,
                AlertId.NO_PLAN,
                Reason.LEVEL_WITHOUT_PLAN,
                Act.OPEN_PLAN,
                since,
                facts=(("level", int(level)), ("since", since)),
            )


def _without_consent(rows: Iterable[ConsentOver]) -> Iterator[Alert]:
    """Individual plans that nobody may work from until the person says yes again (PV-02)."""
    for row in rows:
        yield _alert(
            row.person,
            AlertId.NO_PLAN,
            Reason.PLAN_WITHOUT_CONSENT,
            Act.OPEN_INDIVIDUAL_PLAN,
            row.since,
        )


def _without_owner(seen: Standing) -> Iterator[Alert]:
    """A plan, or help, that nobody coordinates (P1, C7): who has help, has the owner it got."""
    owned = seen.levels.keys() & seen.given
    since = {person: seen.plans[person].started_on for person in seen.plans.keys() - owned}
    since |= {person: seen.levels[person].since for person in seen.levels.keys() - owned}
    for person in sorted(since):
        yield _alert(person, AlertId.NO_OWNER, Reason.WITHOUT_OWNER, Act.OPEN_LEVEL, since[person])


def _ending(rows: Iterable[Ending], warn: int) -> Iterator[Alert]:
    """Consents and other grounds that end soon, the first of each person (P5)."""
    first: dict[PersonId, Ending] = {}
    for row in sorted(rows, key=lambda each: each.ends_on):
        first.setdefault(row.person, row)
    for row in first.values():
        agreed = row.known_by is KnownBy.CONSENT
        yield _alert(
            row.person,
            AlertId.CONSENT_ENDS,
            Reason.CONSENT_ENDS if agreed else Reason.GROUND_ENDS,
            Act.OPEN_CONSENTS,
            row.ends_on - timedelta(days=warn),
            due=row.ends_on,
            facts=(("until", row.ends_on),),
        )


def _alert(
    person: PersonId,
    alert: AlertId,
    why: Reason,
    act: Act,
    since: date,
    *,
    due: date | None = None,
    facts: tuple[tuple[str, Fact], ...] = (),
) -> Alert:
    return Alert(
        id=alert,
        urgency=Urgency.SOON,
        case=Ref("person", person),
        since=since,
        due=due,
        why=why,
        act=act,
        facts=facts,
    )


class FollowupDue:
    """Reads how follow-up stands today, each thing once."""

    def __init__(self, db: Database, people: People, known: FollowupServices) -> None:
        self._people = people
        self._from = known
        self._found: Remembered[tuple[Alert, ...]] = Remembered(db)

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        warn = parameters.whole("local.consent_warn_days", today)
        return self._named(self._found.get((today, warn), lambda: self._unnamed(today, warn)))

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """The days that are agreed and those of each level, each by itself.

        Nobody knows the day somebody gets a level, or is left without a plan or an owner.
        """
        known, warn = self._from, parameters.whole("local.consent_warn_days", until)
        seen = Standing(
            _plans(known.plans.watched(until)),
            silent=known.contact_notes.silent(until),
            promised=known.contact_notes.promised(until),
            revisions=known.individual_plans.revisions_due(until),
        )
        return self._named(
            (
                *_evaluations(seen, until),
                *of_a_day(_measures(known.followup.due(until))),
                *_promised(seen.promised),
                *of_a_day(_from_its_limit(each) for each in _silent(seen)),
                *_ending(known.services_given.ending(warn, until), warn),
                *_agreements(known.agreements.due(until)),
            )
        )

    def _unnamed(self, today: date, warn: int) -> tuple[Alert, ...]:
        known = self._from
        cases = known.plans.watched(today)
        seen = Standing(
            _plans(cases),
            {each.person: each.held for each in cases if each.held is not None},
            frozenset(each.person for each in cases if each.given),
            known.followup.due(today),
            known.contact_notes.silent(today),
            known.contact_notes.promised(today),
            known.services_given.ending(warn, today),
            known.individual_plans.revisions_due(today),
            known.individual_plans.without_consent(today),
            known.agreements.due(today),
            warn,
        )
        return found(seen, today)

    def _named(self, alerts: tuple[Alert, ...]) -> tuple[Alert, ...]:
        """As they are spoken to: the list has the family name first."""
        told = {PersonId(each.case.id) for each in alerts if each.case.kind == "person"}
        names = {}
        for row in self._people.rows_of(tuple(sorted(told))):
            family, _, given = row.name.partition(", ")
            names[Ref("person", row.id)] = f"{given} {family}".strip()
        return tuple(
            replace(each, name=names[each.case]) if each.case in names else each for each in alerts
        )
