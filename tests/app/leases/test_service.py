"""Leases: prepared from a vedtak, issued once and for all, signed, and gone when the law says."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.applications.model import ApplicationState
from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import DwellingId, PersonId, Ref
from app.core.money import kroner
from app.dwellings.model import DwellingStatus
from app.leases.model import ImportedLease, LeaseDraft, LeaseKind, LeaseState
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.app.letters.documents import PDF
from tests.factories import a_dwelling, a_number, a_person

TODAY = date(2026, 11, 23)


def another_person(office: Office, serial: int = 9) -> PersonId:
    """Someone else."""
    number = a_number(date(1990, 1, 2), serial)
    return office.people.register(a_person(given_name="Ola", national_id=number))


def test_a_lease_is_prefilled_from_vedtak_dwelling_and_office(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.leases.get(desk.prepared())
    assert lease.number == "L2026-001"
    assert lease.state is LeaseState.DRAFT
    assert (lease.draft.start, lease.draft.end) == (date(2026, 12, 1), date(2029, 11, 30))
    assert lease.draft.rent == kroner(8200)
    assert lease.draft.account == "12345678903"
    assert lease.draft.kid == "2026000014"
    assert lease.draft.kind is LeaseKind.ORDINARY
    assert desk.leases.check(lease.id) == ()
    assert desk.leases.last_day(date(2026, 12, 1), 36) == lease.draft.end
    assert desk.leases.prepare(vedtak=lease.draft.vedtak) == lease.id


def test_what_is_saved_is_read_back(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    draft = replace(
        desk.leases.get(lease).draft,
        guarantee=kroner(24600),
        guarantor="Nav",
        deposit_account="<b>1</b>",
        terminable=True,
    )
    desk.leases.save_draft(lease, draft)
    assert desk.leases.get(lease).draft == draft


def test_the_kind_follows_from_the_term(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    draft = replace(desk.leases.get(lease).draft, end=date(2027, 11, 30), short_reason="rives")
    desk.leases.save_draft(lease, draft)
    assert desk.leases.get(lease).draft.kind is LeaseKind.SHORT
    assert "shorter_term" in desk.leases.get(lease).draft.exceptions
    desk.leases.save_draft(lease, replace(draft, end=date(2029, 11, 30)))
    assert desk.leases.get(lease).draft.kind is LeaseKind.ORDINARY
    assert "shorter_term" not in desk.leases.get(lease).draft.exceptions


def test_issuing_keeps_the_paper_and_lists_it_to_be_sent(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    before = office.history.head().events
    document = desk.leases.issue(lease)
    assert office.history.head().events == before + 1
    assert office.history.latest()[0].final
    assert desk.leases.get(lease).state is LeaseState.TO_SIGN
    assert document in [row.id for row in desk.letters.to_send()]
    assert desk.letters.content(document).startswith(b"%PDF")
    assert dict(desk.leases.get(lease).rule_versions)["hl.min_term_years"] == date(2000, 1, 1)


def test_a_lease_that_breaks_a_rule_is_not_issued(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    draft = replace(desk.leases.get(lease).draft, end=date(2028, 11, 30), eviction_for_rent=False)
    desk.leases.save_draft(lease, draft)
    with pytest.raises(Invalid) as caught:
        desk.leases.issue(lease)
    codes = {problem.code: problem.remedy for problem in caught.value.problems}
    assert codes == {"term_too_short": date(2029, 11, 30), "eviction_clause_a_missing": True}
    assert desk.leases.get(lease).state is LeaseState.DRAFT


def test_signing_lets_the_dwelling_from_the_first_day(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY, PDF)
    assert desk.leases.get(lease).state is LeaseState.SIGNED
    assert desk.leases.get(lease, date(2026, 12, 1)).state is LeaseState.RUNNING
    assert office.dwellings.get(desk.dwelling).status is DwellingStatus.READY
    assert office.dwellings.get(desk.dwelling, date(2026, 12, 1)).status is DwellingStatus.LET
    assert desk.applications.get(desk.application).state is ApplicationState.ALLOCATED
    kinds = [row.kind for row in desk.letters.of(Ref("lease", lease))]
    assert DocumentKind.SIGNED_LEASE in kinds
    with pytest.raises(OfficeError) as caught:
        desk.leases.signed(lease, TODAY)
    assert caught.value.code == "lease_not_to_sign"


def test_signing_allocates_a_dwelling_that_the_vedtak_did_not_name(office: Office) -> None:
    desk = LeaseDesk(office)
    vedtak = desk.granted(dwelling=None)
    lease = desk.leases.prepare(vedtak=vedtak, dwelling=desk.dwelling)
    desk.leases.issue(lease)
    assert desk.applications.get(desk.application).state is ApplicationState.GRANTED_WAITING
    desk.leases.signed(lease, TODAY)
    assert desk.applications.get(desk.application).state is ApplicationState.ALLOCATED
    allocated = desk.allocation.dwelling_for(vedtak)
    assert allocated is not None
    assert allocated.dwelling == desk.dwelling


def test_a_scan_that_is_none_signs_nothing(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    for day, scan in ((TODAY, b"ikke en PDF"), (TODAY + timedelta(days=1), None)):
        with pytest.raises(Invalid):
            desk.leases.signed(lease, day, scan)
    assert desk.leases.get(lease).state is LeaseState.TO_SIGN


def test_nothing_issued_changes(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    draft = desk.leases.get(lease).draft
    desk.leases.issue(lease)
    for act in (
        lambda: desk.leases.save_draft(lease, draft),
        lambda: desk.leases.discard(lease),
        lambda: desk.leases.issue(lease),
        lambda: desk.leases.preview(lease),
    ):
        with pytest.raises(OfficeError) as caught:
            act()
        assert caught.value.code == "lease_issued"


@pytest.mark.parametrize("change", ["end_on = '2030-01-01'", "rent = 1", "kid = ''", "kind = 'x'"])
def test_the_register_itself_refuses_to_change_what_is_issued(office: Office, change: str) -> None:
    desk = LeaseDesk(office)
    desk.leases.issue(desk.prepared())
    with pytest.raises(sqlite3.IntegrityError, match="never changes"), office.unit("x") as unit:
        unit.execute(f"UPDATE lease SET {change}")  # noqa: S608  the cases above


def test_joining_two_records_moves_an_issued_lease(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    kept = another_person(office)
    office.people.join(kept, desk.person)
    assert desk.leases.get(lease).draft.tenant == kept


def test_two_leases_never_share_a_kid(office: Office) -> None:
    desk = LeaseDesk(office)
    first = desk.prepared()
    other = office.dwellings.register(a_dwelling(unit_number="H0301"))
    second = desk.leases.prepare(dwelling=other, tenant=desk.person)
    kid = desk.leases.get(first).draft.kid
    assert desk.leases.get(second).draft.kid != kid
    with pytest.raises(Invalid) as caught:
        desk.leases.save_draft(second, replace(desk.leases.get(second).draft, kid=kid))
    assert caught.value.problems[0].code == "kid_taken"


def test_two_leases_on_one_dwelling_in_the_same_time_are_told(office: Office) -> None:
    desk = LeaseDesk(office)
    desk.leases.issue(desk.prepared())
    rival = desk.leases.prepare(dwelling=desk.dwelling, tenant=another_person(office))
    codes = {problem.code: problem.facts for problem in desk.leases.check(rival)}
    assert codes == {"dwelling_taken": {"lease": "L2026-001"}}


def test_a_lease_that_was_never_signed_gives_the_dwelling_back(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    with pytest.raises(Invalid):
        desk.leases.cancel(lease, " ")
    desk.leases.cancel(lease, "leieren trakk seg")
    assert desk.leases.get(lease).state is LeaseState.CANCELLED
    again = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    assert desk.leases.check(again) == ()


def test_the_second_short_lease_is_counted_from_the_register(office: Office) -> None:
    desk = LeaseDesk(office)
    with office.unit("sheet.taken_in") as unit:
        desk.leases.take_in(
            unit,
            ImportedLease(desk.person, desk.dwelling, date(2025, 1, 1), date(2025, 12, 31)),
        )
    lease = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    draft = replace(
        desk.leases.get(lease).draft,
        start=date(2026, 12, 1),
        end=date(2027, 11, 30),
        short_reason="venter på omsorgsbolig",
    )
    desk.leases.save_draft(lease, draft)
    assert desk.leases.get(lease).draft.kind is LeaseKind.SECOND_SHORT
    (problem,) = [each for each in desk.leases.check(lease) if each.blocks]
    assert (problem.code, problem.source) == ("second_short_needs_weighty_reason", "HL-57")
    assert problem.remedy == date(2029, 11, 30)


def test_an_imported_lease_is_taken_as_it_is_and_marked(office: Office) -> None:
    desk = LeaseDesk(office)
    with office.unit("sheet.taken_in") as unit:
        lease = desk.leases.take_in(
            unit,
            ImportedLease(
                desk.person, desk.dwelling, date(2026, 1, 1), date(2026, 12, 31), to_check="odd"
            ),
        )
    known = desk.leases.get(lease)
    assert known.state is LeaseState.RUNNING
    assert known.to_check == "odd term_too_short rent_missing"
    assert office.dwellings.get(desk.dwelling).status is DwellingStatus.LET
    office.history.undo()
    assert desk.leases.rows() == ()


def test_a_dwelling_that_cannot_be_let_does_not_stop_an_import(office: Office) -> None:
    desk = LeaseDesk(office)
    office.dwellings.change_status(desk.dwelling, DwellingStatus.RETIRED, TODAY, "solgt")
    with office.unit("sheet.taken_in") as unit:
        imported = ImportedLease(desk.person, desk.dwelling, date(2026, 1, 1), open_ended=True)
        lease = desk.leases.take_in(unit, imported)
    assert desk.leases.get(lease).to_check == "rent_missing tenant_but_not_let"
    assert office.dwellings.get(desk.dwelling).status is DwellingStatus.RETIRED


def test_an_imported_lease_without_an_end_is_open_ended(office: Office) -> None:
    desk = LeaseDesk(office)
    with office.unit("sheet.taken_in") as unit:
        lease = desk.leases.take_in(
            unit, ImportedLease(desk.person, desk.dwelling, date(2014, 5, 1), open_ended=True)
        )
    assert desk.leases.get(lease).draft.kind is LeaseKind.OPEN_ENDED
    assert desk.leases.get(lease).state is LeaseState.RUNNING
    assert desk.leases.ending() == ()


def test_what_runs_out_is_listed_and_a_new_lease_ends_the_old(
    office: Office, clock: FixedClock
) -> None:
    desk = LeaseDesk(office)
    with office.unit("sheet.taken_in") as unit:
        old = desk.leases.take_in(
            unit, ImportedLease(desk.person, desk.dwelling, date(2024, 1, 1), date(2026, 12, 31))
        )
    (ending,) = desk.leases.ending()
    assert (ending.lease, ending.end_on) == (old, date(2026, 12, 31))
    assert (ending.state, ending.renewal_decided) == (LeaseState.RUNNING, False)
    assert desk.leases.ending(date(2027, 2, 1))[0].state is LeaseState.PAST_TERM
    assert desk.leases.ending(date(2027, 4, 1))[0].state is LeaseState.TURNED_OPEN_ENDED
    fresh = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    assert desk.leases.get(fresh).draft.start == date(2027, 1, 1)
    desk.leases.issue(fresh)
    desk.leases.signed(fresh, TODAY)
    assert desk.leases.ending()[0].renewal_decided
    assert [row.lease for row in desk.leases.ending(date(2027, 2, 1))] == [fresh]
    assert desk.leases.get(old, date(2027, 1, 1)).state is LeaseState.ENDED


def test_rows_are_those_of_the_day_asked_for(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    assert desk.leases.rows(TODAY - timedelta(days=1)) == ()
    (row,) = desk.leases.rows()
    assert (row.id, row.address) == (lease, "Ødegårdsvegen 4, H0201")
    assert desk.leases.of_dwelling(desk.dwelling) == desk.leases.of_person(desk.person) == (row,)
    assert desk.leases.of_dwelling(DwellingId(999)) == ()


def test_a_confidential_tenant_shows_no_address_in_the_list(office: Office) -> None:
    desk = LeaseDesk(office, protection=AddressProtection.CONFIDENTIAL)
    lease = desk.prepared()
    assert desk.leases.rows()[0].address == ""
    assert "Ødegårdsvegen" not in repr(desk.leases.preview(lease))
    desk.leases.issue(lease)
    assert "address.shown" in [event.verb for event in office.history.latest()]


def test_strictly_confidential_gets_a_paper_and_the_register_no_tie(office: Office) -> None:
    desk = LeaseDesk(office, protection=AddressProtection.STRICTLY_CONFIDENTIAL, address=None)
    with pytest.raises(OfficeError) as caught:
        desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    assert caught.value.code == "lease_on_paper_only"
    draft = desk.leases.prefilled(dwelling=desk.dwelling, tenant=desk.person)
    paper = desk.leases.issue_on_paper(draft)
    assert paper.content.startswith(b"%PDF")
    assert desk.leases.rows() == ()
    desk.leases.let_on_paper(desk.dwelling, TODAY, "Mappe 7")
    assert office.dwellings.get(desk.dwelling).status is DwellingStatus.LET
    assert office.people.places_of(desk.person) == ()


def test_shielding_removes_the_lease_and_leaves_the_dwelling_let(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY)
    office.clock.at += timedelta(days=30)  # type: ignore[attr-defined]  # the clock of the tests
    office.people.shield(desk.person, "politiet", "Mappe 7")
    assert desk.leases.rows() == ()
    assert office.people.places_of(desk.person) == ()
    latest = office.dwellings.statuses(desk.dwelling)[-1]
    assert (latest.status, latest.reason) == (DwellingStatus.LET, "Mappe 7")


def test_a_kid_is_never_given_twice_even_when_a_lease_is_taken_out(office: Office) -> None:
    desk = LeaseDesk(office)
    first = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    kid = desk.leases.get(first).draft.kid
    office.people.shield(desk.person, "politiet", "Mappe 7")
    other = desk.leases.prepare(dwelling=desk.dwelling, tenant=another_person(office))
    assert desk.leases.get(other).draft.kid != kid


def test_a_draft_needs_a_dwelling_and_a_tenant(office: Office) -> None:
    desk = LeaseDesk(office)
    with pytest.raises(Invalid) as caught:
        desk.leases.prepare(tenant=desk.person)
    assert caught.value.problems[0].code == "dwelling_missing"
    with pytest.raises(OfficeError) as refused:
        desk.leases.prepare(vedtak=desk.drafted())
    assert refused.value.code == "vedtak_not_granted"


def test_a_draft_can_be_thrown_away_and_brought_back(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    kept: LeaseDraft = desk.leases.get(lease).draft
    desk.leases.discard(lease)
    assert desk.leases.rows() == ()
    office.history.undo()
    assert desk.leases.get(lease).draft == kept


def test_old_debt_is_settled_or_planned_before_the_lease(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    vedtak = desk.leases.get(lease).draft.vedtak
    assert vedtak is not None
    application = office.decisions.get(vedtak).application

    def codes() -> list[str]:
        return [problem.code for problem in desk.leases.check(lease) if problem.blocks]

    told = replace(office.intake.of(application), owed=kroner(12000))
    office.intake.save(application, told)
    assert codes() == ["lease_old_debt"]
    with pytest.raises(Invalid):
        desk.leases.issue(lease)
    office.intake.save(application, replace(told, owed_plan_on=TODAY))
    assert codes() == []
    office.intake.save(application, replace(told, owed=kroner(0)))
    assert codes() == []
