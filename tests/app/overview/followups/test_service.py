"""The list of follow-up, and that nobody falls between the chairs (P1)."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.ids import PersonId
from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel, LevelOn
from app.followup.model import MeasureDraft
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import PlanKind
from app.office import Office
from app.overview.followups.model import FollowupRow, FollowupSet
from app.overview.followups.rules import without_owner
from app.storage.database import Database
from tests.factories import a_number, registered_person

TODAY = date(2026, 11, 23)


@pytest.fixture
def person(office: Office) -> PersonId:
    return registered_person(office)


def another(office: Office, serial: int) -> PersonId:
    return registered_person(office, national_id=a_number(date(1985, 8, 15), serial))


def only(office: Office) -> FollowupRow:
    [row] = office.followups.rows()
    return row


def sets_of(office: Office, row: FollowupRow) -> set[FollowupSet]:
    me = office.settings.me
    name = me.name if me else ""
    return {each for each in FollowupSet if office.followups.belongs(row, each, name)}


def test_nobody_is_on_the_list_before_a_level_is_agreed(office: Office, person: PersonId) -> None:
    assert office.followups.rows() == ()
    office.levels.set(person, HelpLevel.ADVICE, "Råd om økonomi")
    row = only(office)
    assert (row.person, row.number) == (person, HelpLevel.ADVICE)
    assert row.unit == office.service_units.ours().name()
    assert sets_of(office, row) == {FollowupSet.MINE}


def test_level_0_leaves_the_list(office: Office, person: PersonId) -> None:
    office.levels.set(person, HelpLevel.ADVICE, "Råd")
    office.levels.set(person, HelpLevel.MANAGES_ALONE, "Klarer seg")
    assert office.followups.rows() == ()
    assert office.followups.waiting() == 0


def test_what_a_level_asks_for_and_is_not_there_is_told(office: Office, person: PersonId) -> None:
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger tjenester")
    row = only(office)
    assert sets_of(office, row) >= {
        FollowupSet.HIGH_LEVELS,
        FollowupSet.WITHOUT_PLAN,
        FollowupSet.NOT_ASSESSED,
    }
    assert office.followups.waiting() == 1
    office.plans.begin(person, kind=PlanKind.MALPLAN)
    finding = {AssessmentArea.MONEY: Finding(AreaAnswer.WORKS)}
    known = office.assessments.keep(person, AssessmentDraft(TODAY, findings=finding))
    office.assessments.finish(known, {})
    row = only(office)
    assert row.plan is not None
    assert row.assessed_on == TODAY
    assert not sets_of(office, row) & {FollowupSet.WITHOUT_PLAN, FollowupSet.NOT_ASSESSED}


def test_the_last_contact_stands_on_the_list(office: Office, person: PersonId) -> None:
    office.levels.set(person, HelpLevel.ADVICE, "Råd")
    draft = ContactNoteDraft(TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Ringte", TODAY)
    office.contact_notes.add(person, draft)
    row = only(office)
    assert row.contact is not None
    assert row.contact.last_on == TODAY
    assert FollowupSet.SILENT in sets_of(office, row)  # the next step is today


def test_late_measures_are_counted(office: Office, person: PersonId) -> None:
    office.levels.set(person, HelpLevel.ADVICE, "Råd")
    late = MeasureDraft("Ringe strømselskapet", "Siri", TODAY - timedelta(days=3))
    office.followup.plan_measure(person, late)
    row = only(office)
    assert row.late == 1
    assert FollowupSet.LATE_MEASURES in sets_of(office, row)


def test_p1_a_measure_without_an_owner_is_seen(office: Office, person: PersonId) -> None:
    office.followup.plan_measure(person, MeasureDraft("Ringe strømselskapet", "Siri"))
    assert office.followups.without_owner() == {person}
    assert FollowupSet.WITHOUT_OWNER in sets_of(office, only(office))
    assert office.followups.waiting() == 1
    office.levels.set(person, HelpLevel.ADVICE, "Råd")
    assert office.followups.without_owner() == frozenset()


def test_p1_with_the_coordinator_of_another_it_is_not_mine(
    office: Office, person: PersonId
) -> None:
    office.levels.set(person, HelpLevel.ADVICE, "Råd")
    nav = next(unit for unit in office.service_units.open() if unit.code == "nav")
    office.owners.hand_over(person, OwnerDraft(nav.id, "Ola Prøvesen", ""), TODAY, "Flyttet sak")
    row = only(office)
    assert row.unit == "Nav"
    assert sets_of(office, row) == set()


def test_the_list_is_as_it_was_on_a_day(office: Office, person: PersonId) -> None:
    office.levels.set(person, HelpLevel.ADVICE, "Råd", TODAY - timedelta(days=10))
    assert len(office.followups.rows(TODAY - timedelta(days=10))) == 1
    assert office.followups.rows(TODAY - timedelta(days=11)) == ()


def test_the_list_stands_by_family_name(office: Office) -> None:
    for given_name, family_name in (("Ådne", "Øye"), ("Mia", "Ås"), ("Per", "Bø"), ("Ane", "Øye")):
        person = registered_person(
            office, national_id="", given_name=given_name, family_name=family_name
        )
        office.levels.set(person, HelpLevel.ADVICE, "Råd")
    names = [row.name for row in office.followups.rows()]
    assert names == ["Bø, Per", "Øye, Ane", "Øye, Ådne", "Ås, Mia"]


def test_the_list_asks_the_register_as_often_for_one_as_for_many(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    select = Database.select

    def counted(db: Database, make: object, sql: str, parameters: object = ()) -> object:
        asked.append(sql)
        return select(db, make, sql, parameters)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(Database, "select", counted)
    office.levels.set(another(office, 1), HelpLevel.ADVICE, "Råd")
    asked.clear()
    office.followups.rows()
    one = len(asked)
    for serial in range(2, 6):
        office.levels.set(another(office, serial), HelpLevel.SUPPORT, "Oppfølging")
    asked.clear()
    assert len(office.followups.rows()) == 5
    assert 0 < len(asked) <= one


_people = st.integers(1, 8).map(PersonId)
_sets = st.frozensets(_people)
_levels = st.dictionaries(_people, st.sampled_from(list(HelpLevel))).map(
    lambda known: {each: LevelOn(each, level, TODAY) for each, level in known.items()}
)


@given(_levels, _sets, _sets, _sets)
def test_p1_everyone_with_help_a_plan_or_a_measure_has_an_owner_or_is_named(
    levels: dict[PersonId, LevelOn],
    planned: frozenset[PersonId],
    measured: frozenset[PersonId],
    owned: frozenset[PersonId],
) -> None:
    named = without_owner(levels, planned, measured, owned)
    for person in map(PersonId, range(1, 9)):
        level = levels.get(person)
        followed = level is not None and level.level > HelpLevel.MANAGES_ALONE
        needs = followed or person in planned or person in measured
        assert (person in named) == (needs and person not in owned)


def test_p1_over_any_history_of_levels_and_owners_nobody_is_without_owner(
    office: Office,
) -> None:
    """Random histories on one register: whatever is allowed leaves no gap on any day."""
    dice = random.Random(23)  # noqa: S311  histories, no secret
    units = office.service_units.open()
    persons = [another(office, serial) for serial in range(6)]
    for step in range(60):
        person, day = dice.choice(persons), TODAY - timedelta(days=60 - step)
        try:
            if dice.random() < 0.6:
                level = HelpLevel(dice.randrange(5))
                office.levels.set(person, level, f"Steg {step}", day)
            else:
                draft = OwnerDraft(dice.choice(units).id, "Ola Prøvesen", "55 55 55 55")
                office.owners.hand_over(person, draft, day, f"Steg {step}")
        except OfficeError:
            continue  # what is refused changes nothing
    for back in range(62):
        assert office.followups.without_owner(TODAY - timedelta(days=back)) == frozenset()
