"""A new rent holds only when its letter went out in time; the past stays as it was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore, kroner
from app.leases.model import ImportedLease
from app.leases.rents.model import (
    Correction,
    IndexLink,
    RentChangeKind,
    RentChangeState,
    RentDraft,
    ToldFixing,
)
from app.leases.rents.series import read_values
from app.letters.model import Channel, DocumentKind, DocumentState
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk

VALUES = "2026M11 144,6\n2027M11 149,2\n2028M11 153,0"
INDEX, PREVAILING = RentChangeKind.INDEX, RentChangeKind.PREVAILING
JANUARY = date(2028, 1, 1)


def told(desk: LeaseDesk, lease: LeaseId) -> DocumentId:
    """The letter about the index change that would be made today."""
    made = desk.office.rents.issue(lease, desk.office.rents.proposed(lease, INDEX))
    assert isinstance(made, int)
    return DocumentId(made)


def send(desk: LeaseDesk, letter: DocumentId) -> None:
    desk.office.letters.sent(letter, desk.office.clock.today(), Channel.LETTER, "Postlagt")


@pytest.fixture
def later(desk: LeaseDesk, lease: LeaseId, clock: FixedClock) -> LeaseId:
    """The lease a year on, with the index known: 23 November 2027."""
    clock.at += timedelta(days=365)
    desk.office.rents.add_index(read_values(VALUES, "2015")[:2], "SSB tabell 05327")
    return lease


def test_hl_22_the_proposal_is_the_limit_from_the_month_the_rent_was_agreed(
    desk: LeaseDesk, later: LeaseId
) -> None:
    draft = desk.office.rents.proposed(later, INDEX)
    assert draft == RentDraft(INDEX, JANUARY, kroner(8460), date(2026, 11, 1), date(2027, 11, 1))
    assert desk.office.rents.check(later, draft) == ()


def test_hl_24_a_change_sent_in_time_holds_from_its_day(
    desk: LeaseDesk, later: LeaseId, clock: FixedClock
) -> None:
    letter = told(desk, later)
    assert [row.id for row in desk.office.letters.to_send()][-1] == letter
    standing = desk.office.rents.standing(later)
    assert standing.pending is not None
    assert standing.pending.send_by == date(2027, 12, 1)
    assert standing.pending.state is RentChangeState.TO_SEND
    send(desk, letter)
    assert desk.leases.get(later, date(2027, 12, 31)).rent == kroner(8200)
    assert desk.leases.get(later, JANUARY).rent == kroner(8460)
    rows = {row.id: row.rent for row in desk.leases.rows(JANUARY)}
    assert rows[later] == kroner(8460)
    clock.at += timedelta(days=60)
    standing = desk.office.rents.standing(later)
    assert (standing.rent, standing.basis) == (kroner(8460), INDEX)
    assert (standing.fixing.since, standing.fixing.month) == (JANUARY, date(2027, 11, 1))
    assert standing.index_from == date(2029, 1, 1)


def test_hl_24_a_change_that_is_not_sent_in_time_never_holds(
    desk: LeaseDesk, later: LeaseId, clock: FixedClock
) -> None:
    letter = told(desk, later)
    assert desk.leases.get(later, JANUARY).rent == kroner(8200)
    clock.at += timedelta(days=9)  # 2 December: a day too late
    send(desk, letter)
    assert desk.leases.get(later, JANUARY).rent == kroner(8200)
    standing = desk.office.rents.standing(later)
    assert standing.pending is None
    assert standing.not_told is not None
    again = told(desk, later)
    assert desk.office.letters.state(letter) is DocumentState.SUPERSEDED
    assert desk.office.rents.standing(later).pending is not None
    send(desk, again)
    assert desk.leases.get(later, date(2028, 1, 31)).rent == kroner(8200)
    assert desk.leases.get(later, date(2028, 2, 1)).rent == kroner(8460)


def test_a_letter_that_came_back_tells_nothing(desk: LeaseDesk, later: LeaseId) -> None:
    letter = told(desk, later)
    send(desk, letter)
    desk.office.letters.returned(letter, desk.office.clock.today(), "Ukjent adresse")
    assert desk.leases.get(later, JANUARY).rent == kroner(8200)


def test_a_change_is_told_once_and_can_be_withdrawn_before_it_begins(
    desk: LeaseDesk, later: LeaseId
) -> None:
    send(desk, told(desk, later))
    with pytest.raises(Invalid) as refused:
        told(desk, later)
    assert refused.value.problems[0].code == "rent_change_pending"
    desk.office.rents.withdraw(later, "Feil leie")
    assert desk.leases.get(later, JANUARY).rent == kroner(8200)
    assert desk.office.rents.of(later)[0].state is RentChangeState.WITHDRAWN


def test_hl_25_hl_26_gjengs_leie_after_thirty_months(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    draft = RentDraft(PREVAILING, date(2029, 11, 1), kroner(9100), reference="Ti leier i Lia")
    clock.at += timedelta(days=365)
    assert "prevailing_too_early" in [each.code for each in desk.office.rents.check(lease, draft)]
    assert desk.office.rents.standing(lease).demand_from == date(2029, 6, 1)
    clock.at += date(2029, 6, 1) - clock.today()
    assert desk.office.rents.standing(lease).prevailing_from == date(2029, 12, 1)
    assert "rent_day_too_early" in [each.code for each in desk.office.rents.check(lease, draft)]
    draft = replace(draft, effective_on=date(2029, 12, 1))
    assert [each.code for each in desk.office.rents.check(lease, draft)] == [
        "rent_lease_ends_first"
    ]


def test_hl_21_gjengs_leie_holds_from_its_day_and_keeps_what_it_was_compared_with(
    desk: LeaseDesk, clock: FixedClock
) -> None:
    lease = desk.leases.prepare(vedtak=desk.granted(term_months=60))
    desk.leases.issue(lease)
    desk.leases.signed(lease, clock.today())
    clock.at += date(2029, 6, 1) - clock.today()
    day = date(2029, 12, 1)
    draft = RentDraft(PREVAILING, day, kroner(9100), reference="Ti leier i Lia")
    made = desk.office.rents.issue(lease, draft)
    assert isinstance(made, int)
    assert desk.office.letters.get(DocumentId(made)).kind is DocumentKind.RENT_PREVAILING
    send(desk, DocumentId(made))
    assert desk.leases.get(lease, date(2029, 11, 30)).rent == kroner(8200)
    assert desk.leases.get(lease, day).rent == kroner(9100)
    assert desk.office.rents.of(lease)[0].reference == "Ti leier i Lia"


def test_hl_28_a_rent_that_was_too_high_is_put_right_and_can_be_undone(
    desk: LeaseDesk, later: LeaseId, clock: FixedClock
) -> None:
    send(desk, told(desk, later))
    clock.at += timedelta(days=100)  # 2 March 2028
    right = Correction(JANUARY, kroner(8400), "Feil indeks")
    assert desk.office.rents.overpaid(later, right) == kroner(180)
    desk.office.rents.correct(later, right)
    assert desk.leases.get(later).rent == kroner(8400)
    standing = desk.office.rents.standing(later)
    assert standing.basis is RentChangeKind.CORRECTED
    assert standing.fixing.month == date(2027, 11, 1)
    desk.office.history.undo()
    assert desk.leases.get(later).rent == kroner(8460)


def test_hl_28_later_changes_that_rested_on_it_are_lowered_too(
    desk: LeaseDesk, later: LeaseId, clock: FixedClock
) -> None:
    send(desk, told(desk, later))
    clock.at += timedelta(days=370)
    desk.office.rents.add_index(read_values(VALUES, "2015"), "SSB tabell 05327")
    send(desk, told(desk, later))
    clock.at += timedelta(days=60)
    assert desk.leases.get(later).rent == kroner(8675)
    desk.office.rents.correct(later, Correction(JANUARY, kroner(8300), "Feil"))
    assert desk.leases.get(later).rent == kroner(8300)
    assert desk.leases.get(later, JANUARY).rent == kroner(8300)


def test_hl_29_a_value_is_corrected_by_a_newer_row(desk: LeaseDesk, lease: LeaseId) -> None:
    rents = desk.office.rents
    values = read_values("2026M06 140,2", "2015")
    assert rents.add_index(values, "SSB") == 1
    assert rents.add_index(values, "SSB") == 0
    assert rents.add_index(read_values("2026M06 140,3", "2015"), "SSB") == 1
    assert rents.add_index(read_values("2026M06 98,7", "2025"), "SSB") == 1
    assert [(each.base, each.tenths) for each in rents.series().values] == [
        ("2025", 987),
        ("2015", 1403),
    ]
    for bad, code in (
        (("2027M06 140,2", "2015", "SSB"), "index_month_in_future"),
        (("2026M06 140,2", " ", "SSB"), "index_base_missing"),
        (("2026M06 140,2", "2015", ""), "index_source_missing"),
        (("", "2015", "SSB"), "index_values_missing"),
        (("2026M06 140,2\n2026M06 141,2", "2015", "SSB"), "index_month_twice"),
    ):
        with pytest.raises(Invalid) as refused:
            rents.add_index(read_values(bad[0], bad[1]), bad[2])
        assert refused.value.problems[0].code == code


def test_hl_29_a_link_needs_its_source(desk: LeaseDesk, lease: LeaseId) -> None:
    with pytest.raises(Invalid):
        desk.office.rents.link_bases(IndexLink("2025", "2015", 1_402_000, ""))
    desk.office.rents.link_bases(IndexLink("2025", "2015", 1_402_000, "SSB, Om statistikken"))
    assert desk.office.rents.series().links[0].millionths == 1_402_000


def test_a_lease_from_a_sheet_waits_until_its_last_change_is_told(
    desk: LeaseDesk, clock: FixedClock
) -> None:
    office = desk.office
    sheet = ImportedLease(desk.person, desk.dwelling, date(2019, 1, 1), rent=kroner(7000))
    with office.unit("sheet.imported") as unit:
        lease = office.leases.take_in(unit, sheet)
    office.rents.add_index(read_values("2025M06 140,2\n2026M10 144,6", "2015"), "SSB")
    draft = RentDraft(INDEX, date(2027, 1, 1), kroner(7100), date(2019, 1, 1), date(2026, 10, 1))
    assert [each.code for each in office.rents.check(lease, draft)] == ["rent_fixing_unknown"]
    office.rents.tell_fixing([lease], ToldFixing(date(2025, 7, 1), date(2025, 6, 1)))
    assert office.leases.get(lease).rent == kroner(7000)
    proposed = office.rents.proposed(lease, INDEX)
    assert (proposed.base_month, proposed.new_rent) == (date(2025, 6, 1), kroner(7219))
    with pytest.raises(Conflict):
        office.rents.tell_fixing([lease], ToldFixing(date(2025, 7, 1), date(2025, 6, 1)))


def test_a_lease_that_does_not_run_keeps_its_rent(desk: LeaseDesk, lease: LeaseId) -> None:
    draft = RentDraft(INDEX, JANUARY, kroner(8300), date(2026, 11, 1), date(2026, 11, 1))
    assert [each.code for each in desk.office.rents.check(lease, draft)] == [
        "rent_lease_not_running"
    ]


def test_adr_03_the_preview_hides_a_confidential_address(desk: LeaseDesk, later: LeaseId) -> None:
    office: Office = desk.office
    draft = office.rents.proposed(later, INDEX)
    assert office.rents.preview(later, draft).recipient
    office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    hidden = office.rents.preview(later, draft)
    assert hidden.recipient == ()
    assert office.dwellings.get(desk.dwelling).address not in str(hidden)


def test_adr_05_a_change_tells_where_someone_lives_and_is_removed_with_the_lease(
    desk: LeaseDesk, later: LeaseId
) -> None:
    send(desk, told(desk, later))
    who = frozenset({desk.person})
    assert [each.ref.kind for each in desk.office.rents.holding(who)] == ["rent_change"]
    desk.office.people.shield(desk.person, "Folkeregisteret", "Mappe 12")
    assert desk.office.rents.holding(who) == ()


def test_nobody_who_is_not_an_officer_tells_a_rent(desk: LeaseDesk, later: LeaseId) -> None:
    draft = desk.office.rents.proposed(later, INDEX)
    assert draft.new_rent is not None
    high = RentDraft(
        INDEX, draft.effective_on, Ore(draft.new_rent + 100), draft.base_month, draft.new_month
    )
    with pytest.raises(OfficeError) as refused:
        desk.office.rents.issue(later, high)
    assert refused.value.code == "invalid"
    assert desk.leases.get(later, JANUARY).rent == kroner(8200)


def test_one_day_told_for_many_leaves_those_that_began_later(desk: LeaseDesk) -> None:
    office = desk.office
    old, new = date(2019, 1, 1), date(2025, 9, 1)
    leases = []
    with office.unit("sheet.imported") as unit:
        for start in (old, new):
            sheet = ImportedLease(desk.person, desk.dwelling, start, rent=kroner(7000))
            leases.append(office.leases.take_in(unit, sheet))
    told_before = ToldFixing(date(2025, 7, 1), date(2025, 6, 1))
    office.rents.tell_fixing(leases, told_before)
    assert [len(office.rents.of(lease)) for lease in leases] == [1, 0]
    with pytest.raises(Invalid):
        office.rents.tell_fixing(leases[1:], told_before)
