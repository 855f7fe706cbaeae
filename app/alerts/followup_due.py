"""What follow-up waits for: plans, measures, contact, owners, consents, start packages (AL-15)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import PersonId, Ref
from app.core.parameters import Parameters
from app.followup.agreements.model import AgreementDue
from app.followup.agreements.service import Agreements
from app.followup.contact_notes.model import ContactStanding, Silence
from app.followup.contact_notes.service import ContactNotes
from app.followup.individual_plans.model import ConsentOver, RevisionDue
from app.followup.individual_plans.service import IndividualPlans
from app.followup.levels.model import HelpLevel, LevelOn
from app.followup.levels.service import Levels
from app.followup.model import MeasuresDue
from app.followup.owners.service import Owners
from app.followup.plans.model import PlanRow
from app.followup.plans.service import Plans
from app.followup.service import Followup
from app.followup.services.model import Ending, KnownBy
from app.followup.services.service import ServicesGiven
from app.leases.handover.start.service import StartPackages
from app.leases.service import Leases
from app.people.service import People

MOST_TOLD = 4
"""How many of a kind are told one by one; more are told as one that leads to the list."""

_SEVERAL = {
    Reason.EVALUATION_DUE: (Reason.EVALUATIONS_DUE, Act.SEE_EVALUATIONS),
    Reason.MEASURES_LATE: (Reason.MEASURES_LATE_SEVERAL, Act.SEE_LATE_MEASURES),
    Reason.MEASURES_TO_EVALUATE: (Reason.MEASURES_TO_EVALUATE_SEVERAL, Act.SEE_LATE_MEASURES),
    Reason.SILENT: (Reason.SILENT_SEVERAL, Act.SEE_SILENT),
    Reason.NEXT_CONTACT_DUE: (Reason.NEXT_CONTACTS_DUE, Act.SEE_SILENT),
    Reason.LEVEL_WITHOUT_PLAN: (Reason.LEVELS_WITHOUT_PLAN, Act.SEE_WITHOUT_PLAN),
    Reason.WITHOUT_OWNER: (Reason.SEVERAL_WITHOUT_OWNER, Act.SEE_WITHOUT_OWNER),
    Reason.NO_START_PACKAGE: (Reason.NO_START_PACKAGES, Act.SEE_HOLES),
    Reason.INSTALMENT_MISSED: (Reason.INSTALMENTS_MISSED, Act.SEE_BROKEN_AGREEMENTS),
    Reason.SIGNALS_YELLOW: (Reason.SIGNALS_YELLOW_SEVERAL, Act.SEE_SIGNALS),
    Reason.PAUSE_ENDS: (Reason.PAUSES_END, Act.SEE_PAUSES),
    Reason.UNITS_SILENT: (Reason.UNITS_SILENT_SEVERAL, Act.SEE_EVICTIONS),
    Reason.DEBT_UNDECIDED: (Reason.DEBTS_UNDECIDED, Act.SEE_ADVICE_UNDECIDED),
    Reason.DEBT_TARGET_PASSED: (Reason.DEBT_TARGETS_PASSED, Act.SEE_ADVICE_QUEUE),
    Reason.DEBT_START_DUE: (Reason.DEBT_STARTS_DUE, Act.SEE_ADVICE_QUEUE),
    Reason.CREDITORS_SILENT: (Reason.CREDITORS_SILENT_SEVERAL, Act.SEE_ADVICE),
    Reason.DEBT_PLAN_BROKEN: (Reason.DEBT_PLANS_BROKEN, Act.SEE_ADVICE),
    Reason.DEBT_MEASURE_DUE: (Reason.DEBT_MEASURES_DUE, Act.SEE_ADVICE),
    Reason.DEBT_PAPERS_LATE: (Reason.DEBT_PAPERS_LATE_SEVERAL, Act.SEE_ADVICE),
}


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """How follow-up stands on a day, over everyone."""

    plans: tuple[PlanRow, ...] = ()
    levels: Mapping[PersonId, LevelOn] = field(default_factory=dict)
    owned: frozenset[PersonId] = frozenset()
    names: Mapping[PersonId, str] = field(default_factory=dict)
    measures: tuple[MeasuresDue, ...] = ()
    silent: tuple[Silence, ...] = ()
    promised: tuple[ContactStanding, ...] = ()
    endings: tuple[Ending, ...] = ()
    revisions: tuple[RevisionDue, ...] = ()
    without_consent: tuple[ConsentOver, ...] = ()
    agreements: tuple[AgreementDue, ...] = ()
    warn: int = 0


def found(seen: Standing, today: date) -> tuple[Alert, ...]:
    """All of them; those of a kind there are many of as one."""
    return gathered(
        [
            *_evaluations(seen, today),
            *_measures(seen.measures),
            *_promised(seen.promised, seen.names, today),
            *_silent(seen, today),
            *_without_plan(seen),
            *_without_consent(seen.without_consent),
            *_without_owner(seen),
            *_ending(seen.endings, seen.warn),
            *_agreements(seen.agreements),
        ]
    )


def gathered(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """The same, those of one reason as one gjøremål when they are more than `MOST_TOLD`."""
    by_reason: dict[Reason, list[Alert]] = defaultdict(list)
    for alert in alerts:
        by_reason[alert.why].append(alert)
    told: list[Alert] = []
    for why, same in by_reason.items():
        if why in _SEVERAL and len(same) > MOST_TOLD:
            told.append(_as_one(same))
        else:
            told += same
    return tuple(told)


def _as_one(same: list[Alert]) -> Alert:
    first = min(same, key=lambda each: each.since)
    why, act = _SEVERAL[first.why]
    dues = [each.due for each in same if each.due is not None]
    return Alert(
        id=first.id,
        urgency=min((each.urgency for each in same), key=tuple(Urgency).index),
        case=Ref("office", 1),
        since=first.since,
        due=min(dues, default=None),
        why=why,
        act=act,
        facts=(("count", len(same)), ("since", first.since)),
    )


def of_a_day(alerts: Iterable[Alert]) -> Iterator[Alert]:
    """Those of one reason and one day as one: ahead there are more of them than can be read."""
    by_day: dict[tuple[Reason, date], list[Alert]] = defaultdict(list)
    for alert in alerts:
        by_day[alert.why, alert.since].append(alert)
    for (why, day), same in by_day.items():
        if len(same) == 1:
            yield same[0]
            continue
        # the office has no other case of that number: each kind and day has its own
        case = Ref("office", 100 * day.toordinal() + list(_SEVERAL).index(why))
        yield replace(_as_one(same), case=case, due=day)


def _evaluations(seen: Standing, today: date) -> Iterator[Alert]:
    """Plans whose day to be gone through is here (AL-15, D4, DOC-08 item 8), once for each."""
    days = {row.person: (row.revise_on, row.name) for row in seen.revisions}
    for row in seen.plans:
        day = row.evaluation_on
        if day is not None and day <= today:
            days[row.person] = min(days.get(row.person, (day, row.name)), (day, row.name))
    for person, (day, name) in days.items():
        yield _alert(
            person,
            name,
            AlertId.EVALUATION,
            Reason.EVALUATION_DUE,
            Act.OPEN_PLAN,
            day,
            due=day,
        )


def _agreements(rows: Iterable[AgreementDue]) -> Iterator[Alert]:
    """Agreements that were to be looked at together by now (DOC-10)."""
    for row in rows:
        yield _alert(
            row.person,
            row.name,
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
        yield _alert(
            row.person, row.name, AlertId.MEASURE, why, Act.OPEN_PLAN, since, due=since, facts=facts
        )


def _promised(
    standings: Iterable[ContactStanding], names: Mapping[PersonId, str], today: date
) -> Iterator[Alert]:
    """The day we said we would be in touch again is here."""
    for each in standings:
        day = each.follow_up_on
        if day is not None and day <= today:
            yield _alert(
                each.person,
                names[each.person],
                AlertId.NO_CONTACT,
                Reason.NEXT_CONTACT_DUE,
                Act.WRITE_NOTE,
                day,
                due=day,
            )


def _silent(seen: Standing, today: date) -> Iterator[Alert]:
    """Those nobody has spoken with for longer than their level lets pass; each is told once."""
    told = {one.case.id for one in _promised(seen.promised, seen.names, today)}
    for each in seen.silent:
        if each.person in told:
            continue
        yield _alert(
            each.person,
            seen.names[each.person],
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
    planned = {row.person for row in seen.plans}
    for person, held in seen.levels.items():
        if held.level >= HelpLevel.SUPPORT_AND_SERVICES and person not in planned:
            yield _alert(
                person,
                seen.names[person],
                AlertId.NO_PLAN,
                Reason.LEVEL_WITHOUT_PLAN,
                Act.OPEN_PLAN,
                held.since,
                facts=(("level", int(held.level)), ("since", held.since)),
            )


def _without_consent(rows: Iterable[ConsentOver]) -> Iterator[Alert]:
    """Individual plans that nobody may work from until the person says yes again (PV-02)."""
    for row in rows:
        yield _alert(
            row.person,
            row.name,
            AlertId.NO_PLAN,
            Reason.PLAN_WITHOUT_CONSENT,
            Act.OPEN_INDIVIDUAL_PLAN,
            row.since,
        )


def _without_owner(seen: Standing) -> Iterator[Alert]:
    """A plan, or help, that nobody coordinates (P1, C7)."""
    started = {row.person: row.started_on for row in seen.plans}
    followed = {person: held.since for person, held in seen.levels.items() if held.level.followed}
    for person, since in (started | followed).items():
        if person not in seen.owned:
            yield _alert(
                person,
                seen.names[person],
                AlertId.NO_OWNER,
                Reason.WITHOUT_OWNER,
                Act.OPEN_LEVEL,
                since,
            )


def _ending(rows: Iterable[Ending], warn: int) -> Iterator[Alert]:
    """Consents and other grounds that end soon, the first of each person (P5)."""
    first: dict[PersonId, Ending] = {}
    for row in sorted(rows, key=lambda each: each.ends_on):
        first.setdefault(row.person, row)
    for row in first.values():
        agreed = row.known_by is KnownBy.CONSENT
        yield _alert(
            row.person,
            row.name,
            AlertId.CONSENT_ENDS,
            Reason.CONSENT_ENDS if agreed else Reason.GROUND_ENDS,
            Act.OPEN_CONSENTS,
            row.ends_on - timedelta(days=warn),
            due=row.ends_on,
            facts=(("until", row.ends_on),),
        )


def _alert(
    person: PersonId,
    name: str,
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
        name=name,
        facts=facts,
    )


class FollowupDue:
    """Reads how follow-up stands today, each thing once."""

    def __init__(
        self,
        people: People,
        levels: Levels,
        owners: Owners,
        followup: Followup,
        plans: Plans,
        notes: ContactNotes,
        individual_plans: IndividualPlans,
        agreements: Agreements,
        services: ServicesGiven,
    ) -> None:
        self._people = people
        self._levels = levels
        self._owners = owners
        self._followup = followup
        self._plans = plans
        self._notes = notes
        self._individual_plans = individual_plans
        self._agreements = agreements
        self._services = services

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        plans, levels = self._plans.rows(today), self._levels.all(today)
        silent = self._notes.silent(today)
        owned = frozenset(self._owners.all(today))
        standings = self._notes.latest_of_all(today).values()
        promised = tuple(each for each in standings if (each.follow_up_on or date.max) <= today)
        planned = {row.person for row in plans}
        followed = {each for each, held in levels.items() if held.level.followed}
        unnamed = {each.person for each in silent} | {each.person for each in promised}
        unnamed |= ((planned | followed) - owned) | (followed - planned)
        warn = parameters.whole("local.consent_warn_days", today)
        return found(
            Standing(
                plans,
                levels,
                owned,
                self._names(unnamed),
                self._followup.due(today),
                silent,
                promised,
                self._services.ending(warn, today),
                self._individual_plans.revisions_due(today),
                self._individual_plans.without_consent(today),
                self._agreements.due(today),
                warn,
            ),
            today,
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """The days that are agreed and those of each level, each by itself.

        Nobody knows the day somebody gets a level, or is left without a plan or an owner.
        """
        warn = parameters.whole("local.consent_warn_days", until)
        standings = self._notes.latest_of_all(until).values()
        promised = tuple(each for each in standings if (each.follow_up_on or date.max) <= until)
        silent = self._notes.silent(until)
        names = self._names({each.person for each in promised} | {each.person for each in silent})
        seen = Standing(
            self._plans.rows(until),
            names=names,
            silent=silent,
            promised=promised,
            revisions=self._individual_plans.revisions_due(until),
        )
        return (
            *_evaluations(seen, until),
            *of_a_day(_measures(self._followup.due(until))),
            *_promised(promised, names, until),
            *of_a_day(_from_its_limit(each) for each in _silent(seen, until)),
            *_ending(self._services.ending(warn, until), warn),
            *_agreements(self._agreements.due(until)),
        )

    def _names(self, people: set[PersonId]) -> dict[PersonId, str]:
        """As they are spoken to: the list has the family name first."""
        rows = self._people.rows_of(tuple(sorted(people)))
        parts = {row.id: row.name.partition(", ") for row in rows}
        return {person: f"{given} {family}".strip() for person, (family, _, given) in parts.items()}


class StartPackagesDue:
    """Leases that run without a start package for the tenant (D19)."""

    def __init__(self, leases: Leases, packages: StartPackages) -> None:
        self._leases = leases
        self._packages = packages

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        del parameters  # a start package has no deadline in law
        return gathered(self._missing(today))

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Each by itself, from the day its lease begins."""
        del parameters
        return self._missing(until)

    def _missing(self, day: date) -> tuple[Alert, ...]:
        missing = self._packages.missing(day)
        rows = {row.id: row for row in self._leases.held(day)} if missing else {}
        return tuple(
            Alert(
                id=AlertId.START_PACKAGE,
                urgency=Urgency.SOON,
                case=Ref("lease", each.lease),
                since=each.since,
                why=Reason.NO_START_PACKAGE,
                act=Act.OPEN_START_PACKAGE,
                name=rows[each.lease].tenant_name,
                place=rows[each.lease].address,
                facts=(("since", each.since),),
            )
            for each in missing
        )
