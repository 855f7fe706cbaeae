"""Two reports in one shape, and what lies between them (DOC-22, HL-31, HL-73)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.leases.handover.reports.model import (
    TEMPLATE,
    HandoverKind,
    ItemCondition,
    Place,
    Remark,
    ReportDraft,
    RoomKind,
    SmokeAlarm,
)
from app.leases.handover.reports.rules import check, compare, places, rooms, template
from app.leases.handover.reports.service import HandoverReports
from app.letters.model import DocumentKind, DocumentState
from tests.app.leases.desk import LeaseDesk
from tests.app.leases.handover.papers import BROKEN, FIRST, LAST, WORN
from tests.app.letters.documents import PDF

IN, OUT = HandoverKind.MOVE_IN, HandoverKind.MOVE_OUT
PLACES = [Place(room, item) for room in (RoomKind.HALL, RoomKind.BATH) for item in TEMPLATE[room]]
CONDITIONS = st.dictionaries(st.sampled_from(PLACES), st.sampled_from(list(ItemCondition)))


@pytest.fixture
def reports(desk: LeaseDesk) -> HandoverReports:
    return desk.office.handover_reports


def draft_of(said: dict[Place, ItemCondition]) -> ReportDraft:
    remarks = tuple(Remark(place, condition, "ord") for place, condition in said.items())
    return replace(template(1), remarks=remarks)


@given(CONDITIONS, CONDITIONS)
def test_hl_73_every_change_is_told_once_and_nothing_else(
    before: dict[Place, ItemCondition], after: dict[Place, ItemCondition]
) -> None:
    found = compare(draft_of(before), draft_of(after))
    good = ItemCondition.GOOD
    changed = {each for each in PLACES if before.get(each, good) is not after.get(each, good)}
    assert [each.place for each in found] == [each for each in PLACES if each in changed]
    assert compare(draft_of(after), draft_of(after)) == ()


@given(st.integers(min_value=0, max_value=6))
def test_the_rooms_follow_from_the_bedrooms(bedrooms: int) -> None:
    draft = template(bedrooms)
    numbered = [number for room, number in rooms(draft) if room is RoomKind.BEDROOM]
    assert numbered == list(range(1, bedrooms + 1))
    assert len(set(places(draft))) == len(places(draft))


def codes(draft: ReportDraft, before: ReportDraft | None = None) -> set[tuple[str, str]]:
    kind = OUT if before else IN
    return {(problem.field, problem.code) for problem in check(draft, kind, before)}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"held_on": None}, ("held_on", "held_day_missing")),
        ({"smoke_alarm": None}, ("smoke_alarm", "smoke_alarm_missing")),
        ({"power_reading": "ca 12"}, ("power_reading", "reading_unreadable")),
        ({"bedrooms": 1, "remarks": (BROKEN,)}, ("0.room", "room_not_there")),
        ({"remarks": (WORN, WORN)}, ("1.item", "remark_twice")),
        ({"remarks": (replace(WORN, words=" "),)}, ("0.words", "remark_words_missing")),
    ],
)
def test_hl_31_what_a_report_lacks_is_told_beside_its_field(
    change: dict[str, object], told: tuple[str, str]
) -> None:
    assert codes(replace(FIRST, **change)) == {told}  # type: ignore[arg-type]  # the draft's own fields


def test_a_meter_that_runs_backwards_and_wear_that_was_there_are_only_told() -> None:
    judged = replace(LAST, power_reading="12", remarks=(replace(WORN, beyond_wear=True),))
    told = check(judged, OUT, FIRST)
    assert {(p.field, p.code) for p in told} == {
        ("power_reading", "reading_below_first"),
        ("0.beyond_wear", "was_so_before"),
    }
    assert not any(problem.blocks for problem in told)


def test_the_form_begins_with_the_rooms_of_the_dwelling_all_good(
    desk: LeaseDesk, reports: HandoverReports, lease: LeaseId
) -> None:
    begun = reports.begun(lease, IN)
    assert begun.bedrooms == desk.office.dwellings.get(desk.dwelling).draft.bedrooms
    assert begun.remarks == ()
    assert begun.held_on == desk.office.clock.today()


def test_doc_22_a_report_is_written_made_and_set_against_the_first(
    desk: LeaseDesk, reports: HandoverReports, lease: LeaseId, clock: FixedClock
) -> None:
    reports.save(lease, IN, FIRST)
    reports.issue(lease, IN, FIRST)
    clock.at += timedelta(days=1000)
    assert reports.begun(lease, OUT).remarks == (WORN,)
    assert reports.beyond_wear(lease) == ()
    made = reports.issue(lease, OUT, LAST)
    assert desk.letters.get(made).kind is DocumentKind.MOVE_OUT_REPORT
    assert [report.kind for report in reports.of(lease)] == [IN, OUT]
    (claim,) = reports.beyond_wear(lease)
    assert (claim.place, claim.before, claim.after) == (
        BROKEN.place,
        ItemCondition.GOOD,
        ItemCondition.DAMAGED,
    )


def test_one_made_again_takes_the_place_of_the_first_until_it_is_signed(
    desk: LeaseDesk, reports: HandoverReports, lease: LeaseId
) -> None:
    first = reports.issue(lease, IN, FIRST)
    reports.issue(lease, IN, replace(FIRST, smoke_alarm=SmokeAlarm.FAILS))
    assert desk.letters.state(first) is DocumentState.SUPERSEDED
    reports.signed(lease, IN, PDF, "application/pdf")
    assert len(reports.signed_papers(lease, IN)) == 1
    with pytest.raises(OfficeError) as caught:
        reports.save(lease, IN, LAST)
    assert caught.value.code == "report_signed"


def test_a_picture_is_kept_and_listed(reports: HandoverReports, lease: LeaseId) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"x" * 20
    reports.add_photo(lease, IN, picture, "image/png", "Gulvet i stua")
    assert [row.title for row in reports.photos(lease, IN)] == ["Gulvet i stua"]
    assert "Gulvet i stua" in str(reports.preview(lease, IN, FIRST).blocks)


def test_a_report_that_lacks_something_is_not_made(
    reports: HandoverReports, lease: LeaseId
) -> None:
    with pytest.raises(Invalid):
        reports.issue(lease, IN, replace(FIRST, smoke_alarm=None))
    assert reports.of(lease) == ()


def test_what_was_saved_is_undone(
    desk: LeaseDesk, reports: HandoverReports, lease: LeaseId
) -> None:
    reports.save(lease, IN, FIRST)
    reports.save(lease, IN, replace(FIRST, remarks=()))
    desk.office.history.undo()
    assert reports.begun(lease, IN) == FIRST


def test_shielding_removes_the_reports(
    desk: LeaseDesk, reports: HandoverReports, lease: LeaseId
) -> None:
    reports.issue(lease, IN, FIRST)
    desk.office.people.shield(desk.person, "Folkeregisteret", "mappe 12")
    assert reports.of(lease) == ()
