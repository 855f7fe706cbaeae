"""REP-07 to REP-18 on small registers counted by hand."""

from dataclasses import replace
from datetime import date, timedelta

import page
import pytest

from app.applications.model import ApplicationKind, ApplicationState, TargetGroup
from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref
from app.core.money import Ore
from app.documents.render import render
from app.dwellings.model import DwellingStatus, Holding
from app.leases.model import ImportedLease
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.overview.kostra.model import KostraLine, KostraQuery, LineCount, LineFault
from app.people.model import HouseholdKind, MemberDraft, PersonDraft, Role
from tests.app.applications.conftest import a_new_application
from tests.app.documents import reading
from tests.factories import a_person, registered_dwelling, registered_person

S = ApplicationState
TODAY = date(2026, 11, 23)
FIRST, LAST = date(2026, 1, 1), date(2026, 11, 23)
OLD = date(2025, 3, 1)


def line(office: Office, number: str, last: date = LAST) -> LineCount:
    """One line of the form for the year until a day."""
    found = office.kostra.of(date(last.year, 1, 1), last)
    return next(each for each in found.lines if each.line.line == number)


def asked(office: Office, query: str, last: date = LAST) -> int | None:
    """What a query comes to, by a line of our own."""
    office.kostra.set_line(KostraLine("99", "Prøve", query, 2020, source="Test"))
    return line(office, "99", last).count


def home(office: Office, street: str, **changes: object) -> DwellingId:
    changes.setdefault("status_since", OLD)
    return registered_dwelling(office, street=street, **changes)


def applied(office: Office, name: str, state: S, since: date, **changes: object) -> ApplicationId:
    """Someone who asked three weeks before a state came."""
    person = a_person(given_name=name, national_id="")
    changes.setdefault("received_on", since - timedelta(days=21))
    made = office.applications.register(a_new_application(applicant=person, **changes))
    steps = [S.GRANTED_WAITING, S.ALLOCATED] if state is S.ALLOCATED else [state]
    for step in steps if state is not S.RECEIVED else ():
        with office.unit("application.state_changed", Ref("application", made)) as unit:
            office.applications.set_state(unit, made, step, since, "Prøve")
    return made


# the stock


def test_rep_07_the_parts_of_the_stock_add_up_to_all_of_it(office: Office) -> None:
    home(office, "Lia", holding=Holding.OWNED)
    home(office, "Åsen", holding=Holding.LEASED_IN_FOUNDATION, owner_name="Lia boligstiftelse")
    home(office, "Berget", holding=Holding.LEASED_IN_PERSON, owner_name="Utleier")
    home(office, "Dalen", holding=Holding.ASSIGNMENT_RIGHT, owner_name="Borettslaget")
    home(office, "Elva", holding=Holding.UNKNOWN)
    counts = [line(office, number).count for number in ("1", "1.1", "1.2", "1.3")]
    assert counts == [5, 1, 2, 1]
    found = office.kostra.of(FIRST, LAST)
    assert found.unplaced.count == 1
    assert counts[0] == sum(count or 0 for count in counts[1:]) + found.unplaced.count


def test_rep_07_vacant_counts_and_what_is_taken_out_does_not(office: Office) -> None:
    home(office, "Lia")
    gone = home(office, "Åsen")
    office.dwellings.change_status(gone, DwellingStatus.RETIRED, date(2026, 6, 1))
    assert line(office, "1", date(2026, 5, 31)).count == 2
    assert line(office, "1", date(2026, 6, 1)).count == 1
    assert line(office, "1", date(2026, 6, 2)).count == 1


def test_rep_07_a_dwelling_counts_from_its_first_day(office: Office) -> None:
    home(office, "Lia")
    home(office, "Åsen", status_since=date(2026, 6, 1))
    counts = [
        line(office, "1", day).count
        for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2))
    ]
    assert counts == [1, 2, 2]


def test_a_dwelling_first_known_after_the_day_is_told(office: Office) -> None:
    home(office, "Lia")
    late = home(office, "Åsen", status_since=date(2026, 6, 1))
    found = office.kostra.of(date(2025, 1, 1), date(2025, 12, 31))
    assert found.later.behind == (Ref("dwelling", late),)


def let(office: Office, dwelling: DwellingId, name: str, start: date, end: date | None) -> None:
    """A signed lease that was there before the register."""
    tenant = registered_person(office, given_name=name, national_id="")
    with office.unit("sheet.imported") as unit:
        lease = ImportedLease(tenant, dwelling, start, end, end is None, Ore(800_000))
        office.leases.take_in(unit, lease)


def test_rep_08_a_shared_house_counts_each_resident_with_a_lease(office: Office) -> None:
    shared = home(office, "Kollektivet", shared_housing=True)
    home(office, "Lia")
    assert line(office, "1").count == 2
    for name in "ABC":
        let(office, shared, name, date(2026, 2, 1), None)
    found = line(office, "1")
    assert found.count == 4
    assert found.figure is not None
    assert len(found.figure.behind) == 2
    assert line(office, "1", date(2026, 1, 31)).count == 2


def test_rep_08_one_lease_for_the_house_is_one_dwelling(office: Office) -> None:
    shared = home(office, "Kollektivet", shared_housing=True)
    let(office, shared, "A", date(2026, 2, 1), None)
    whole = home(office, "Lia")
    let(office, whole, "B", date(2026, 2, 1), None)
    let(office, whole, "C", date(2026, 3, 1), None)
    assert line(office, "1").count == 2


def test_rep_09_the_accessible_are_told(office: Office) -> None:
    home(office, "Lia", accessible=True)
    home(office, "Åsen")
    assert line(office, "2").count == 1


# those who ask


def test_rep_11_and_12_only_new_households_with_a_yes_wait(office: Office) -> None:
    waits = applied(office, "A", S.GRANTED_WAITING, date(2026, 9, 1))
    applied(office, "B", S.IN_ASSESSMENT, date(2026, 9, 1))
    applied(office, "C", S.GRANTED_WAITING, date(2026, 9, 1), kind=ApplicationKind.SWAP)
    found = line(office, "4")
    assert found.figure is not None
    assert found.figure.behind == (Ref("application", waits),)
    assert line(office, "4", date(2026, 8, 31)).count == 0
    assert line(office, "4", date(2026, 9, 1)).count == 1


def test_rep_12_is_the_same_number_as_the_waiting_list(office: Office) -> None:
    for name, group in (("A", TargetGroup.REFUGEE), ("B", TargetGroup.REFUGEE), ("C", None)):
        applied(office, name, S.GRANTED_WAITING, date(2026, 9, 1), group=group)
    waiting = office.waiting_counts.at(LAST)
    assert line(office, "4").count == waiting.total.count == 3
    assert asked(office, "waiting/refugee") == 2
    assert asked(office, "waiting/none") == 1


def test_rep_11_swaps_and_prolongations_are_no_new_households(office: Office) -> None:
    day = date(2026, 9, 1)
    applied(office, "A", S.ALLOCATED, day)
    applied(office, "B", S.ALLOCATED, day, kind=ApplicationKind.SWAP)
    applied(office, "C", S.ALLOCATED, day, kind=ApplicationKind.RENEWAL)
    assert [line(office, number).count for number in ("3", "5", "6", "7")] == [1, 1, 1, 1]


def test_rep_10_what_came_and_what_was_answered_in_the_year(office: Office) -> None:
    applied(office, "A", S.REFUSED, date(2026, 2, 1))
    applied(office, "B", S.GRANTED_WAITING, date(2026, 2, 1))
    applied(office, "C", S.GRANTED_WAITING, date(2026, 1, 10))  # asked in December
    applied(office, "D", S.RECEIVED, date(2026, 5, 1))
    assert [line(office, number).count for number in ("3", "3.1", "3.2")] == [3, 2, 1]
    assert line(office, "3", date(2025, 12, 31)).count == 1


def test_rep_16_the_groups_of_those_who_got_a_dwelling(office: Office) -> None:
    day = date(2026, 9, 1)
    for name, group in (
        ("A", TargetGroup.REFUGEE),
        ("B", TargetGroup.MENTAL_HEALTH),
        ("C", TargetGroup.LEARNING_DISABILITY),
        ("D", TargetGroup.YOUNG),
        ("E", None),
    ):
        applied(office, name, S.ALLOCATED, day, group=group)
    numbers = ("5.1", "5.2", "5.3", "5.4", "5.5", "5.6")
    parts = [line(office, number).count for number in numbers]
    assert parts == [1, 1, 0, 0, 1, 2]
    assert line(office, "5").count == sum(count or 0 for count in parts)


# nights without a lease


def stays(office: Office, who: PersonId, began: date, left: date | None, **place: object) -> int:
    kind = place.pop("kind", PlaceKind.GUEST_HOUSE)
    name = f"Sted {len(office.stays.places.all())}"
    assert isinstance(kind, PlaceKind)
    where = office.stays.places.add(PlaceDraft(kind, name))
    stay = office.stays.begin(StayDraft(who, began, place=where, price=Ore(90_000)))
    if left is not None:
        office.stays.end(stay, left)
    return stay


def person(office: Office, name: str) -> PersonId:
    return registered_person(office, given_name=name, national_id="")


def stay_counts(office: Office, last: date = LAST) -> list[int | None]:
    return [line(office, number, last).count for number in ("9", "9.1", "9.2", "9.3", "10")]


def test_rep_13_a_household_counts_once_in_the_year(office: Office) -> None:
    who = person(office, "A")
    stays(office, who, date(2026, 2, 1), date(2026, 2, 5))
    stays(office, who, date(2026, 6, 1), date(2026, 6, 5))
    assert stay_counts(office)[:2] == [1, 1]
    assert asked(office, "stay_nights") == 8


def test_rep_13_a_night_shelter_is_counted_by_itself(office: Office) -> None:
    stays(
        office,
        person(office, "A"),
        date(2026, 2, 1),
        date(2026, 4, 5),
        kind=PlaceKind.NIGHT_SHELTER,
    )
    stays(office, person(office, "B"), date(2026, 2, 1), date(2026, 2, 5))
    assert stay_counts(office) == [1, 1, 0, 0, 1]
    assert asked(office, "stay_nights") == 4


@pytest.mark.parametrize(("days", "short"), [(13, 1), (14, 1), (15, 0)])
def test_rep_14_fourteen_days_at_its_edges(office: Office, days: int, short: int) -> None:
    began = date(2026, 2, 1)
    stays(office, person(office, "A"), began, began + timedelta(days=days))
    assert stay_counts(office)[:2] == [1, short]


def test_rep_14_two_places_on_end_are_one_stay(office: Office) -> None:
    who = person(office, "A")
    stays(office, who, date(2026, 2, 1), date(2026, 2, 10))
    stays(office, who, date(2026, 2, 10), date(2026, 2, 20))
    assert stay_counts(office)[:2] == [1, 0]


@pytest.mark.parametrize(("left", "long"), [(date(2026, 5, 1), 0), (date(2026, 5, 2), 1)])
def test_rep_14_three_months_with_children_at_its_edges(
    office: Office, left: date, long: int
) -> None:
    parent = person(office, "Mor")
    office.people.found_household(
        HouseholdKind.SINGLE_PARENT,
        (
            MemberDraft(parent, Role.APPLICANT),
            MemberDraft(
                office.people.register(
                    PersonDraft(given_name="Barn", family_name="Lia", birth_date=date(2018, 1, 1))
                ),
                Role.CHILD,
            ),
        ),
    )
    stays(office, parent, date(2026, 2, 1), left)
    assert stay_counts(office)[2:4] == [1, long]


def test_behind_a_household_stands_one_that_can_be_opened(office: Office) -> None:
    who = person(office, "A")
    stays(office, who, date(2026, 2, 1), date(2026, 2, 5))
    found = line(office, "9").figure
    assert found is not None
    assert found.behind == (Ref("person", who),)
    assert [each.ref for each in office.search.named(found.behind)] == list(found.behind)


def test_rep_13_the_night_of_the_last_day_is_of_that_day_once_it_is_over(
    office: Office, clock: FixedClock
) -> None:
    stays(office, person(office, "A"), TODAY, None)
    assert asked(office, "stay_nights") == 0, "it is not over today"
    clock.at += timedelta(days=1)
    assert asked(office, "stay_nights") == 1
    clock.at += timedelta(days=30)
    assert asked(office, "stay_nights") == 1, "and no night after it is of the period"


def test_a_stay_from_the_year_before_counts_by_all_its_nights(office: Office) -> None:
    stays(office, person(office, "A"), date(2025, 12, 25), date(2026, 1, 10))
    assert stay_counts(office)[:2] == [1, 0]
    assert stay_counts(office, date(2025, 12, 31))[:2] == [1, 1]
    assert asked(office, "stay_nights") == 9


# leases


def test_rep_10_leases_that_began_in_the_year_and_those_under_the_least_term(
    office: Office,
) -> None:
    """HL-43: three years is the least; a day less is short."""
    for street, start, end in (
        ("Lia", date(2026, 2, 1), None),
        ("Åsen", date(2026, 2, 1), date(2029, 1, 31)),
        ("Berget", date(2026, 2, 1), date(2029, 1, 30)),
        ("Dalen", date(2025, 12, 31), date(2026, 12, 30)),
    ):
        let(office, home(office, street), street, start, end)
    assert [line(office, number).count for number in ("8", "8.1", "11", "12")] == [3, 1, 0, 0]


# the table, the days and what is told


def test_rep_19_a_line_of_our_own_takes_the_place_of_the_shipped(office: Office) -> None:
    home(office, "Lia", accessible=True)
    own = KostraLine("1", "Alle", "dwellings_accessible", 2026, source="Skjema 2026")
    office.kostra.set_line(own)
    found = line(office, "1")
    assert (found.line.words, found.line.local, found.count) == ("Alle", True, 1)
    assert line(office, "1", date(2025, 12, 31)).line.words != "Alle"
    office.history.undo()
    assert not line(office, "1").line.local


def test_a_hole_in_the_table_is_told_beside_the_line(office: Office) -> None:
    home(office, "Lia")
    office.kostra.set_line(KostraLine("13", "Kommunal bostøtte", "", 2026, source="Skjema"))
    found = line(office, "13")
    assert (found.count, found.fault) == (None, LineFault.NO_QUERY)
    assert [each.line.line for each in office.kostra.of(FIRST, LAST).holes] == ["13"]


def test_a_strange_name_is_refused_before_it_is_a_line(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        office.kostra.set_line(KostraLine("1", "Alle", "dwelings", 2026, source="Skjema"))
    assert [each.code for each in refused.value.problems] == ["kostra_query_unknown"]


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (LAST, FIRST, "period_turned"),
        (FIRST, LAST + timedelta(days=1), "day_in_future"),
        (date(2024, 1, 1), date(2025, 2, 28), "before_register_began"),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(
    office: Office, first: date, last: date, code: str
) -> None:
    home(office, "Lia")
    with pytest.raises(Invalid) as refused:
        office.kostra.of(first, last)
    assert [each.code for each in refused.value.problems] == [code]


def test_the_year_the_register_began_is_counted_from_then(office: Office) -> None:
    home(office, "Lia")
    assert office.kostra.began == OLD
    assert line(office, "1", OLD).count == 1
    came = line(office, "3", date(2025, 12, 31))
    assert (came.fault, came.began) == (LineFault.COUNTED_FROM, OLD)
    assert line(office, "3").fault is None


def test_no_stock_is_no_silent_zero(office: Office) -> None:
    applied(office, "A", S.RECEIVED, date(2026, 5, 1))
    found = line(office, "1")
    assert (found.count, found.fault) == (None, LineFault.BEFORE_REGISTER)
    assert line(office, "3").count == 1


def test_a9_the_same_return_at_the_same_days_is_the_snapshot(
    office: Office, clock: FixedClock
) -> None:
    home(office, "Lia")
    last = date(2025, 12, 31)
    answer = office.kostra.of(date(2025, 1, 1), last).answer
    kept = office.snapshots.get(
        office.snapshots.keep(
            answer.kind, answer.first, answer.last, answer.figures, answer.versions, answer.words
        )
    )
    clock.at += timedelta(days=400)
    home(office, "Åsen", status_since=clock.today())
    again = office.kostra.of(date(2025, 1, 1), last).answer
    assert office.snapshots.compare(kept, again.figures) == ()
    forgotten = home(office, "Glemt", status_since=date(2025, 6, 1))
    again = office.kostra.of(date(2025, 1, 1), last).answer
    changed = {each.key: each for each in office.snapshots.compare(kept, again.figures)}
    assert set(changed) == {"1", "1.1"}
    assert (changed["1"].then, changed["1"].now) == (1, 2)
    assert changed["1"].came == (Ref("dwelling", forgotten),)


def test_the_answer_tells_the_rules_it_was_counted_by(office: Office) -> None:
    home(office, "Lia")
    answer = office.kostra.of(FIRST, LAST).answer
    assert answer.versions["kostra13"] == "2026-1"
    assert "al.stay_ladder" in answer.versions
    assert answer.versions["linje 1"] == "dwellings"
    assert answer.words["1"].startswith("Kommunalt disponerte")


def test_every_query_can_be_asked(office: Office) -> None:
    home(office, "Lia")
    for number, query in enumerate(KostraQuery, start=200):
        office.kostra.set_line(KostraLine(str(number), "Prøve", query.value, 2020, source="Test"))
    own = [each for each in office.kostra.of(FIRST, LAST).lines if each.line.local]
    assert len(own) == len(KostraQuery)
    assert all(each.count is not None for each in own)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_form_prints_for_every_reader(office: Office, language: str) -> None:
    home(office, "Lia", holding=Holding.UNKNOWN)
    profile = office.settings.profile
    office.settings.change_profile(replace(profile, language=type(profile.language)(language)))
    office.kostra.set_line(KostraLine("13", "Kommunal bostøtte", "", 2026, source="Skjema"))
    data = render(office.kostra.paper(FIRST, LAST))
    for standard in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=standard).is_compliant, standard
    text = reading.text(data)
    assert "KOSTRA 13" in text
    assert "Kommunal bostøtte" in text


def test_rep_14_one_who_left_counts_no_longer_although_it_was_told_late(
    office: Office, clock: FixedClock
) -> None:
    stay = stays(office, person(office, "A"), date(2026, 11, 1), None)
    clock.at += timedelta(days=60)
    office.stays.end(stay, date(2026, 11, 5))
    assert stay_counts(office)[:2] == [1, 1]
    assert asked(office, "stay_nights") == 4
