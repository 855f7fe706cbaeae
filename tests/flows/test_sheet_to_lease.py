"""The whole story: from a sheet to a signed lease, then locked, and moved to a new machine."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.alerts.model import AlertId
from app.allocation.model import ReasonCode
from app.applications.model import ApplicationState, ReplyDraft, TargetGroup
from app.core.errors import Invalid, OfficeError, WrongKey
from app.core.ids import ApplicationId, DwellingId, LeaseId, Ref, VedtakId
from app.core.money import Ore
from app.dwellings.model import DwellingStatus
from app.leases.model import LeaseState
from app.letters.model import DocumentKind
from app.office import Folders, Office
from app.overview.model import HitKind
from app.people.model import AddressProtection
from app.register import Register
from tests.app.decisions.desk import a_grant
from tests.app.letters.documents import PDF
from tests.factories import CANARY_NAME, CANARY_NUMBER, a_person, an_officer
from tests.flows.town import Town, codes

TODAY = date(2026, 11, 23)
NEW_PASSPHRASE = "et helt nytt passord her"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A machine where nothing was, after the first run."""
    made = Town.founded(tmp_path)
    yield made
    made.end()


def test_from_the_sheet_to_a_signed_lease_and_a_new_machine(town: Town, tmp_path: Path) -> None:
    takes_in_both_sheets_and_one_step_back(town)
    keeps_a_confidential_address_to_itself(town)
    application = registers_an_application(town)
    answers_it_for_now(town, application)
    orders_the_list_by_groups_and_written_reasons(town)
    dwelling = town.vacant(bedrooms=2)
    vedtak = grants_it_a_vacant_dwelling(town, application, dwelling)
    lease = mends_what_the_lease_is_told_to_lack(town, vedtak)
    issues_sends_and_signs_it(town, lease, application, dwelling)
    finds_everything_again(town, application, lease)
    locks_and_opens_again(town, lease)
    lives_on_by_the_copy_and_the_paper(town, lease, tmp_path / "another")


def takes_in_both_sheets_and_one_step_back(town: Town) -> None:
    dwellings, applicants = town.take_in_both()
    assert (dwellings.dwellings, dwellings.leases) == (55, 31)
    assert applicants.applications == 38
    office = town.office
    undone = office.history.undo()
    assert undone.verb == "sheet.taken_in"
    assert office.applications.rows() == ()
    assert len(office.dwellings.rows()) == 55, "only the last step is taken back"
    assert town.take_in_applicants().applications == 38


def keeps_a_confidential_address_to_itself(town: Town) -> None:
    people = town.office.people
    person = people.register(
        a_person(
            given_name="Siv",
            family_name="Ødegård",
            national_id="",
            protection=AddressProtection.CONFIDENTIAL,
            protection_source="Folkeregisteret",
        )
    )
    assert codes(lambda: people.shown_address(person, " "), of=Invalid) == ["reason_missing"]
    shown = people.shown_address(person, "Ringte og ba om svar på brevet")
    assert shown is not None
    assert town.office.history.latest(1)[0].verb == "address.shown"
    (hit,) = [
        each for each in town.office.search.find("siv odegard") if each.kind is HitKind.PERSON
    ]
    assert hit.protected
    assert shown.line not in hit.detail


def registers_an_application(town: Town) -> ApplicationId:
    application = town.apply(received_on=date(2026, 11, 2))
    known = town.office.applications.get(application)
    assert known.state is ApplicationState.RECEIVED
    assert len(town.office.people.household(known.household).members) == 2
    clock = town.office.applications.clock(application)
    assert clock.answered_on is None
    assert clock.deadline.nominal == date(2026, 12, 2), "a month after it came (FV-02)"
    case = Ref("application", application)
    assert town.waiting_today(AlertId.UNANSWERED, case) == 1
    return application


def answers_it_for_now(town: Town, application: ApplicationId) -> None:
    office, case = town.office, Ref("application", application)
    empty = ReplyDraft(date(2026, 12, 18))
    assert codes(lambda: office.replies.issue(application, empty), of=Invalid) == [
        "delay_reason_missing"
    ]
    office.replies.issue(application, replace(empty, reason="Vi venter på en ledig bolig."))
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    assert town.waiting_today(AlertId.UNANSWERED, case) == 1, "issued is not sent"
    town.send(town.letter(case))
    assert town.waiting_today(AlertId.UNANSWERED, case) == 0
    assert office.applications.clock(application).answered_on == TODAY


def orders_the_list_by_groups_and_written_reasons(town: Town) -> None:
    allocation = town.office.allocation
    allocation.set_group_order(
        (TargetGroup.FAMILY_WITH_CHILDREN, TargetGroup.SUBSTANCE_USE), "Kommunestyret, sak 12/26"
    )
    places = allocation.waiting_list()
    assert len(places) == 38
    assert places[0].reasons[0].code is ReasonCode.GROUP_ADOPTED
    assert places[1].undecided, "the day it came parts them, and nobody has chosen"
    first, second = places[0].row.id, places[1].row.id
    refused = codes(lambda: allocation.move(second, first, ""), of=Invalid)
    assert refused == ["reason_missing"]
    allocation.move(second, first, "Barnet begynner på skolen i januar")
    moved = allocation.waiting_list()
    assert [place.row.id for place in moved[:2]] == [second, first]
    assert ReasonCode.PLACED_ABOVE in [reason.code for reason in moved[0].reasons]
    assert not moved[1].undecided
    town.office.history.undo()
    assert allocation.waiting_list()[0].row.id == first


def grants_it_a_vacant_dwelling(
    town: Town, application: ApplicationId, dwelling: DwellingId
) -> VedtakId:
    decisions = town.office.decisions
    vedtak = decisions.draft(application)
    decisions.save_draft(vedtak, a_grant(term_months=None, appeal_body=""))
    refused = codes(lambda: decisions.issue(vedtak), of=Invalid)
    assert refused == ["term_months_missing", "appeal_body_missing"]
    decisions.save_draft(vedtak, a_grant(dwelling=dwelling))
    assert decisions.check(vedtak) == ()
    decisions.issue(vedtak)
    case = Ref("vedtak", vedtak)
    assert decisions.appeal_deadline(vedtak) is None, "not sent, so nothing runs"
    assert town.office.applications.get(application).state is ApplicationState.ALLOCATED
    town.send(town.letter(case))
    town.later(3)
    town.office.letters.arrived(town.letter(case), date(2026, 11, 26))
    deadline = decisions.appeal_deadline(vedtak)
    assert deadline is not None
    assert deadline.nominal == date(2026, 12, 17), "three weeks from arrival (FV-11)"
    return vedtak


def mends_what_the_lease_is_told_to_lack(town: Town, vedtak: VedtakId) -> LeaseId:
    leases = town.office.leases
    lease = leases.prepare(vedtak=vedtak)
    right = leases.get(lease).draft
    assert leases.check(lease) == ()
    short = replace(right, end=leases.last_day(right.start or TODAY, 12))
    assert [problem.code for problem in leases.check(lease, short)] == ["term_too_short"]
    assert leases.check(lease, replace(short, short_reason="Huset rives i 2028")) == ()
    assert right.end == leases.last_day(right.start or TODAY, 36)
    assert right.rent is not None
    wrong = replace(
        right,
        end=leases.last_day(right.start or TODAY, 24),
        deposit=Ore(right.rent * 7),
        eviction_for_rent=False,
    )
    leases.save_draft(lease, wrong)
    told = {problem.code: problem.remedy for problem in leases.check(lease)}
    assert told == {
        "term_too_short": right.end,
        "security_too_high": Ore(right.rent * 6),
        "deposit_account_missing": None,
        "eviction_clause_a_missing": True,
    }
    assert set(codes(lambda: leases.issue(lease), of=Invalid)) == set(told)
    town.office.history.undo()
    assert leases.get(lease).draft == right, "undo brings the right one back"
    return lease


def issues_sends_and_signs_it(
    town: Town, lease: LeaseId, application: ApplicationId, dwelling: DwellingId
) -> None:
    office, case = town.office, Ref("lease", lease)
    document = office.leases.issue(lease)
    assert office.leases.get(lease).state is LeaseState.TO_SIGN
    assert document in [row.id for row in office.letters.to_send()]
    town.later(3)
    assert town.waiting_today(AlertId.UNSENT, Ref("document", document)) == 1
    town.send(document)
    assert town.waiting_today(AlertId.UNSENT, Ref("document", document)) == 0
    office.leases.signed(lease, town.clock.today(), PDF)
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    kinds = [row.kind for row in office.letters.of(case)]
    assert kinds == [DocumentKind.SIGNED_LEASE, DocumentKind.LEASE]
    start = office.leases.get(lease).draft.start or TODAY
    assert office.dwellings.get(dwelling).status is DwellingStatus.READY, "not before the day"
    assert office.dwellings.get(dwelling, start).status is DwellingStatus.LET
    assert office.applications.get(application).state is ApplicationState.ALLOCATED


def finds_everything_again(town: Town, application: ApplicationId, lease: LeaseId) -> None:
    office = town.office
    known = office.leases.get(lease)
    number = office.applications.get(application).number
    address = office.dwellings.get(known.draft.dwelling).draft.address
    for typed, kind in (
        (CANARY_NAME.lower(), HitKind.PERSON),
        (CANARY_NUMBER, HitKind.PERSON),
        (number, HitKind.APPLICATION),
        (known.number, HitKind.LEASE),
        (address, HitKind.DWELLING),
    ):
        assert kind in [hit.kind for hit in office.search.find(typed)], kind


def locks_and_opens_again(town: Town, lease: LeaseId) -> None:
    head = town.office.history.head()
    town.lock()
    wrong = codes(lambda: town.register.open_with_passphrase("feil ord hele veien"), of=WrongKey)
    assert wrong == ["wrong_passphrase"]
    office = town.unlock()
    assert (office.opening.compared, office.opening.clean_end) == ("same", True)
    assert office.history.head() == head
    assert office.leases.get(lease).state is LeaseState.SIGNED
    assert codes(office.history.undo, of=OfficeError) == ["nothing_to_undo"]


def lives_on_by_the_copy_and_the_paper(town: Town, lease: LeaseId, machine: Path) -> None:
    """All that reaches the new machine is the one file on the stick and the recovery key."""
    copy = town.outside / town.office.back_up().name
    told, head = told_of(town.office, lease), town.office.history.head()
    folders = Folders(machine / "heads", machine / "backups")
    register = Register(machine / "data" / "lia.husrom", town.clock, folders)
    typed = " ".join(town.groups).lower()
    register.restore(copy, lambda envelope: envelope.open_with_recovery(typed)[0])
    office = register.open_with_recovery_key(typed)
    assert office.opening.compared == "unknown"
    assert office.settings.me is None, "the paper opens for nobody in particular"
    assert office.history.head() == head
    assert told_of(office, lease) == told
    assert office.check().whole
    office.settings.admit(replace(an_officer(), name="Per Vikar", passphrase=NEW_PASSPHRASE))
    office.close()
    register.let_go()
    office = register.open_with_passphrase(NEW_PASSPHRASE)
    assert office.settings.me is not None
    assert office.settings.me.name == "Per Vikar"
    assert office.history.verify() is None, "the chain is whole from the first day"
    office.close()
    register.let_go()


def told_of(office: Office, lease: LeaseId) -> tuple[object, ...]:
    """What must be the same on both machines: cases, papers byte for byte, verbs in order."""
    papers = [office.letters.content(row.id) for row in office.letters.of(Ref("lease", lease))]
    verbs = [event.verb for event in reversed(office.history.latest(500))]
    assert verbs[0] == "register.made"
    return (
        len(office.applications.rows()),
        len(office.dwellings.rows()),
        office.leases.get(lease).draft,
        papers,
        verbs,
    )
