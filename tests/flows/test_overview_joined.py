"""Two records of one person who is counted twice: joined, counted once; and undone."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.applications.discharges.model import LeavingKind, PlannedDischarge
from app.applications.model import NeedCategory
from app.core.ids import ApplicationId, PersonId, Ref
from app.office import Office
from app.overview.homeless.model import HomelessProfile, PlaceOfStay, Sex
from tests.app.overview.data_access.test_service import PlainWording
from tests.factories import a_person
from tests.flows.advised import Advised
from tests.flows.town import Town

YEAR = 2026
DISCHARGE = frozenset({NeedCategory.DISCHARGE_NO_HOME})


@dataclass(frozen=True, slots=True)
class Counted:
    """One record, and the application by which it waits."""

    person: PersonId
    application: ApplicationId


def is_counted(town: Town, place: PlaceOfStay, **person: object) -> Counted:
    """Homeless by hand and by need, confirmed, described, waiting, given access."""
    office, today = town.office, town.clock.today()
    who = a_person(**person)
    application = town.apply(applicant=who, others=(), needs=DISCHARGE, received_on=today)
    made = office.applications.get(application).applicant
    office.discharges.tell(
        application, PlannedDischarge(LeavingKind.DISCHARGE, today + timedelta(days=20))
    )
    town.grant(application, None)
    office.homeless.add(made, today, place)
    office.homeless.describe(made, HomelessProfile(Sex.WOMAN))
    office.homeless.confirm([made], YEAR)
    office.data_access.given(made, office.data_access.make(made, PlainWording()))
    return Counted(made, application)


def rows(office: Office, person: PersonId) -> dict[str, int]:
    """How many rows of each new table a record has."""
    tables = ("homeless_told", "homeless_profile", "homeless_check", "data_access")
    return {
        table: office._db.first(int, f"SELECT count(*) FROM {table} WHERE person = ?", (person,))  # noqa: S608  our own
        or 0
        for table in tables
    }


def numbers(office: Office, today: date) -> tuple[int, ...]:
    """Persons, then cases: a person joined is one, but two applications are two."""
    return (
        office.homeless.at(today).total.count,
        office.homeless.at(today).confirmed,
        office.waiting_counts.at(today).total.count,
    )


def test_joined_one_is_counted_and_undone_there_are_two_again(town: Town) -> None:
    first = is_counted(town, PlaceOfStay.OUTDOORS)
    town.later(1)
    second = is_counted(
        town, PlaceOfStay.NIGHT_SHELTER, national_id="", given_name="Kari M.", address=None
    )
    office, today = town.office, town.clock.today()
    case = Advised.rings(town, second.person).case
    apart = (rows(office, first.person), rows(office, second.person))
    assert set(apart[0].values()) == set(apart[1].values()) == {1}
    assert numbers(office, today) == (2, 2, 2)
    kept = office.counted_returns.reports.answer(office.homeless.tables(today))
    snapshot = office.snapshots.keep(
        kept.kind, today, today, kept.figures, kept.versions, kept.words
    )

    office.people.join(first.person, second.person)
    office.history.undo()
    assert (rows(office, first.person), rows(office, second.person)) == apart
    assert numbers(office, today) == (2, 2, 2)
    office.people.join(first.person, second.person)

    assert set(rows(office, first.person).values()) == {2}
    assert set(rows(office, second.person).values()) == {0}
    assert numbers(office, today) == (1, 1, 2)
    (one,) = office.homeless.at(today).people
    assert (one.person, one.place) == (first.person, PlaceOfStay.NIGHT_SHELTER), "the newest"
    assert one.since == today - timedelta(days=1)
    assert set(one.about) == {
        Ref("application", first.application),
        Ref("application", second.application),
    }
    changed = office.snapshots.compare(
        office.snapshots.get(snapshot),
        office.counted_returns.reports.answer(office.homeless.tables(today)).figures,
    )
    assert changed, "what was kept says two, and the difference is told (A9)"
    view = office.household_view.of(first.person)
    assert {each.id for each in office.debt_cases.of_person(first.person)} == {case}
    assert view.person.id == first.person
    held = {table.name: len(table.rows) for table in office.data_access.of(first.person).tables}
    assert (held["homeless_told"], held["planned_discharge"], held["data_access"]) == (2, 2, 2)
    assert len(office.discharges.leaving(today + timedelta(days=30))) == 2
    town.lock()
    assert numbers(town.unlock(), today) == (1, 1, 2)
