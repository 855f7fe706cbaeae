"""What I dag reads of follow-up, of few people, tells what all that is written of each says."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.alerts.followup_due import Standing, found
from app.alerts.model import Alert
from app.core.dated import DatedValue
from app.core.ids import PersonId
from app.followup.contact_notes import rules
from app.followup.contact_notes.model import ContactOutcome
from app.followup.levels.model import Held, HelpLevel
from app.followup.owners import store as owner_store
from app.followup.plans.model import CaseDays, PlanDays, PlanState
from app.office import Office
from app.storage.unit import Unit
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
# on both sides of what each level lets pass, and days to come
DAYS = st.sampled_from((-75, -61, -60, -31, -30, -15, -14, -2, -1, 0, 1, 2)).map(
    lambda days: TODAY + timedelta(days=days)
)
AHEAD = (-30, -1, 0, 1, 30)
UNDONE = ("help_level", "plan_state", "contact_note_told")


@dataclass(frozen=True)
class PlanRows:
    """A plan, the day it has a kind from, and its states; it may lack them."""

    started_on: date
    evaluation_on: date | None
    kind: date | None
    states: list[tuple[date, PlanState]]


@dataclass(frozen=True)
class PersonRows:
    """All that is written of one; of each note what was written when, of which day."""

    levels: list[tuple[date, HelpLevel]]
    owners: list[date]
    plans: list[PlanRows]
    notes: list[list[tuple[date, date, ContactOutcome]]]
    undone: set[str]


STATES = st.lists(st.tuples(DAYS, st.sampled_from(PlanState)), max_size=2)
TOLD = st.lists(st.tuples(DAYS, DAYS, st.sampled_from(ContactOutcome)), min_size=1, max_size=2)
PERSON = st.builds(
    PersonRows,
    levels=st.lists(st.tuples(DAYS, st.sampled_from(HelpLevel)), max_size=3),
    owners=st.lists(DAYS, max_size=2),
    plans=st.lists(
        st.builds(PlanRows, DAYS, st.none() | DAYS, st.none() | DAYS, STATES), max_size=2
    ),
    notes=st.lists(TOLD, max_size=2),
    undone=st.sets(st.sampled_from(UNDONE)),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.lists(PERSON, min_size=1, max_size=2))
def test_those_who_are_read_are_those_whom_all_the_rows_tell_of(
    office: Office, drawn: list[PersonRows]
) -> None:
    people = [registered_person(office, national_id="") for _ in drawn]
    with office._db.unit("level.set", may_be_idle=True) as unit:
        for person, rows in zip(people, drawn, strict=True):
            put(unit, office, person, rows)
    for ahead in AHEAD:
        day = TODAY + timedelta(days=ahead)
        whole = {person: _case(office, person, day) for person in people}
        read = {each.person: each for each in office.plans.watched(day) if each.person in people}
        assert read == {person: whole[person] for person in read}
        told = _told(list(whole.values()), day)
        assert _told(list(read.values()), day) == told
        for person in read.keys() - {alert.case.id for alert in told}:
            assert len(office.plans.all(person)) > 1  # the older may wait, and is worked by no more
        assert [each for each in office.contact_notes.silent(day) if each.person in people] == [
            *rules.silent(
                {person: each.held for person, each in whole.items() if each.held is not None},
                {person: office.contact_notes.standing(person, day) for person in people},
                office.settings.parameters,
                day,
            )
        ]


def test_of_the_settled_nothing_is_read_until_one_thing_is_missed(office: Office) -> None:
    person = registered_person(office, national_id="")
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger hjelp")
    plan = office.plans.begin(person)
    day = office.plans.get(plan).draft.evaluation_on
    assert day is not None
    assert office.plans.watched(day - timedelta(days=1)) == ()
    (case,) = office.plans.watched(day)
    assert case == CaseDays(
        person, PlanDays(TODAY, day), Held(HelpLevel.SUPPORT_AND_SERVICES, TODAY), given=True
    )
    office.levels.set(person, HelpLevel.MANAGES_ALONE, "Klarer seg")
    (case,) = office.plans.watched()
    assert (case.held, case.given) == (None, True)
    office.plans.end(plan, "Klarer seg")
    assert office.plans.watched(day) == ()


def test_silence_is_read_by_the_days_the_office_has_set(office: Office) -> None:
    person = registered_person(office, national_id="")
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp", TODAY - timedelta(days=20))
    assert office.contact_notes.silent() == ()
    value = DatedValue(19, TODAY - timedelta(days=1), source="Kommunestyret 26/14")
    office.settings.override(rules.DAYS_OF_LEVEL[2], value)
    (silence,) = office.contact_notes.silent()
    assert (silence.person, silence.days, silence.limit) == (person, 20, 19)
    assert office.contact_notes.silent(TODAY - timedelta(days=2)) == ()  # not set yet
    assert office.contact_notes.silent(TODAY - timedelta(days=1)) == ()


def test_silence_on_a_day_gone_by_is_of_what_was_written_by_then(office: Office) -> None:
    person = registered_person(office, national_id="")
    office.levels.set(person, HelpLevel.LASTING_SERVICES, "Bor alene", TODAY - timedelta(days=80))
    days = [TODAY - timedelta(days=ago) for ago in (20, 75, 0)]
    with office._db.unit("contact_note.added") as unit:
        for day in days:
            met = {"recorded_on": day, "happened_on": day, "outcome": ContactOutcome.REACHED}
            note = unit.insert("contact_note", person=person)
            unit.insert("contact_note_told", note=note, channel="phone", **met)
    assert office.contact_notes.silent() == ()
    (silence,) = office.contact_notes.silent(TODAY - timedelta(days=1))
    assert (silence.since, silence.days) == (days[0], 19)


def _told(cases: list[CaseDays], day: date) -> set[Alert]:
    plans = {each.person: each.plan for each in cases if each.plan is not None}
    levels = {each.person: each.held for each in cases if each.held is not None}
    owned = frozenset(each.person for each in cases if each.given)
    return set(found(Standing(plans, levels, owned), day))


def _case(office: Office, person: PersonId, day: date) -> CaseDays:
    """One person after the other, with everything that was written."""
    plan, level = office.plans.of(person, day), office.levels.of(person, day)
    helped = level is not None and level.level.followed
    return CaseDays(
        person,
        PlanDays(plan.started_on, plan.draft.evaluation_on) if plan is not None else None,
        Held(level.level, level.since) if level is not None and helped else None,
        given=any(each.since <= day for each in owner_store.history(office._db, person)),
    )


def put(unit: Unit, office: Office, person: PersonId, drawn: PersonRows) -> None:
    """The rows as they are drawn, also such as no verb would write."""
    body = office.service_units.ours().id
    # a level names an owner: one that nobody has yet on the days that are looked at
    owners = [
        unit.insert("case_owner", person=person, since=since, unit=body, coordinator="Ola")
        for since in (TODAY + timedelta(days=99), *drawn.owners)
    ]
    rows: dict[str, list[int]] = {table: [] for table in UNDONE}
    for since, level in drawn.levels:
        values = {"person": person, "since": since, "level": level, "owner": owners[0]}
        rows["help_level"].append(unit.insert("help_level", reason="Avtalt", **values))
    for plan in drawn.plans:
        rows["plan_state"] += _put_plan(unit, person, plan)
    for note in drawn.notes:
        made = unit.insert("contact_note", person=person)
        for recorded, happened, outcome in note:
            days = {"recorded_on": recorded, "happened_on": happened, "outcome": outcome}
            told = unit.insert("contact_note_told", note=made, channel="phone", **days)
            rows["contact_note_told"].append(told)
    for table in sorted(drawn.undone):
        for row in rows[table][-1:]:
            unit.delete(table, row)


def _put_plan(unit: Unit, person: PersonId, drawn: PlanRows) -> list[int]:
    days = {"started_on": drawn.started_on, "evaluation_on": drawn.evaluation_on}
    plan = unit.insert("plan", person=person, **days)
    if drawn.kind is not None:
        unit.insert("plan_kind", plan=plan, since=drawn.kind, kind="malplan")
    return [
        unit.insert("plan_state", plan=plan, since=since, state=state)
        for since, state in drawn.states
    ]
