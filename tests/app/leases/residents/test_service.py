"""Consents asked for, answered or given by silence, and who lives there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.consents_due import ConsentsDue, consents
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import DocumentId, LeaseId, Ref
from app.leases.residents.model import (
    AbsenceCause,
    AnswerDraft,
    ConsentKind,
    ConsentRefusal,
    ConsentState,
    Relation,
    RequestDraft,
    ResidentStanding,
    Tie,
)
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.people.model import AddressProtection, MemberDraft, PersonDraft, Role
from tests.app.leases.desk import LeaseDesk

CAME = date(2026, 11, 23)
MOVING = RequestDraft(ConsentKind.HOUSEHOLD, CAME, name="Ola Orrfugl", relation=Relation.OTHER)
AWAY = RequestDraft(
    ConsentKind.ABSENCE_SUBLET,
    CAME,
    name="Eva Erle",
    cause=AbsenceCause.STUDY,
    since=date(2027, 1, 1),
    until=date(2027, 6, 30),
)
NO = AnswerDraft(False, ConsentRefusal.OVERCROWDING, "Dere er allerede fire i to rom.")


def state(office: Office, request: int) -> ConsentState:
    return office.residents.consent(request).state


def send(office: Office, document: object) -> None:
    assert isinstance(document, int)
    office.letters.sent(DocumentId(document), office.clock.today(), Channel.LETTER, "Postet")


def found(office: Office) -> list[Alert]:
    return [each for each in office.alerts.today() if each.id is AlertId.CONSENT]


def test_hl_37_a_request_nobody_answers_is_a_yes_by_itself_and_never_stored(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    request = office.residents.received(lease, MOVING)
    assert state(office, request) is ConsentState.WAITING
    head = office.history.head()
    clock.at += timedelta(days=31)
    assert state(office, request) is ConsentState.DEEMED_CONSENT
    assert office.residents.consent(request).deemed_on == date(2026, 12, 24)
    assert office.history.head() == head
    with pytest.raises(Invalid) as told:
        office.residents.answer(request, NO)
    assert told.value.problems[0].code == "consent_given_by_silence"
    assert office.residents.answer(request, AnswerDraft())


def test_al_06_what_is_not_read_is_not_to_be_told(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    """By the day they came it is known which requests nobody need look at."""
    first, asked, parameters = clock.today(), office.residents, office.settings.parameters
    told = set()
    for _ in range(50):
        day = clock.today()
        if (day - first).days in {0, 3, 11}:
            asked.received(lease, replace(MOVING, received_on=day))
            asked.received(lease, replace(MOVING, received_on=day, in_writing=False))
            asked.withdraw(asked.received(lease, replace(MOVING, received_on=day)), day)
        whole = asked.waiting(day)
        assert {each.request for each in whole} == {
            each.request.id
            for each in asked.consents(lease)
            if each.state.open and each.request.draft.in_writing
        }
        found = ConsentsDue(asked).alerts(parameters, day)
        assert found == tuple(consents(whole, parameters, day))[:1]
        told |= {each.why for each in found}
        clock.at += timedelta(days=1)
    assert told == {Reason.CONSENT_UNANSWERED, Reason.CONSENT_RUNS_OUT}


def test_al_06_the_alert_is_red_at_day_14_and_25_and_goes_when_the_answer_is_sent(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    request = office.residents.received(lease, MOVING)
    clock.at += timedelta(days=13)
    assert found(office) == []
    clock.at += timedelta(days=1)
    (first,) = found(office)
    assert (first.urgency, first.why, first.act) == (
        Urgency.NOW,
        Reason.CONSENT_UNANSWERED,
        Act.ANSWER_CONSENT,
    )
    assert (first.case, first.due) == (Ref("lease", lease), date(2026, 12, 23))
    clock.at += timedelta(days=11)
    assert [each.why for each in found(office)] == [Reason.CONSENT_RUNS_OUT]
    letter = office.residents.answer(request, NO)
    assert [each.why for each in found(office)] == [Reason.CONSENT_NOT_SENT]
    send(office, letter)
    assert found(office) == []
    assert state(office, request) is ConsentState.REFUSED


def test_al_06_after_the_month_there_is_nothing_left_to_act_on(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    office.residents.received(lease, MOVING)
    clock.at += timedelta(days=31)
    assert found(office) == []


def test_al_06_the_address_of_a_protected_tenant_is_not_told(
    office: Office, lease: LeaseId, desk: LeaseDesk, clock: FixedClock
) -> None:
    office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    office.residents.received(lease, MOVING)
    clock.at += timedelta(days=14)
    (alert,) = found(office)
    assert alert.place == ""


def test_hl_04_an_answer_that_lies_here_stops_nothing(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    request = office.residents.received(lease, MOVING)
    letter = office.residents.answer(request, NO)
    assert state(office, request) is ConsentState.ANSWER_READY
    clock.at += timedelta(days=40)
    send(office, letter)
    assert state(office, request) is ConsentState.DEEMED_CONSENT


def test_the_letter_lies_on_the_lease_and_is_final(office: Office, lease: LeaseId) -> None:
    request = office.residents.received(lease, MOVING)
    office.residents.answer(request, NO)
    kinds = [row.kind for row in office.letters.of(Ref("lease", lease))]
    assert DocumentKind.CONSENT_ANSWER in kinds
    with pytest.raises(Conflict):
        office.residents.answer(request, AnswerDraft())
    with pytest.raises(OfficeError):
        office.history.undo()


def test_an_answer_whose_letter_is_annulled_is_none(office: Office, lease: LeaseId) -> None:
    request = office.residents.received(lease, MOVING)
    letter = office.residents.answer(request, NO)
    assert isinstance(letter, int)
    office.letters.annul(DocumentId(letter), "Feil navn")
    assert state(office, request) is ConsentState.WAITING


def test_a_request_can_be_put_right_withdrawn_and_undone(office: Office, lease: LeaseId) -> None:
    request = office.residents.received(lease, MOVING)
    office.residents.correct(request, replace(MOVING, name="Per Piplerke"))
    assert office.residents.consent(request).request.draft.name == "Per Piplerke"
    office.residents.withdraw(request, CAME)
    assert state(office, request) is ConsentState.WITHDRAWN
    office.history.undo()
    assert state(office, request) is ConsentState.WAITING


def test_hl_35_one_who_is_let_in_moves_in_and_stands_there_with_the_consent(
    office: Office, lease: LeaseId, desk: LeaseDesk, clock: FixedClock
) -> None:
    request = office.residents.received(lease, MOVING)
    with pytest.raises(OfficeError) as told:
        office.residents.move_in(request, PersonDraft("Ola", "Orrfugl"))
    assert told.value.code == "consent_lacking"
    send(office, office.residents.answer(request, AnswerDraft()))
    clock.at += timedelta(days=1)
    who = office.residents.move_in(request, PersonDraft("Ola", "Orrfugl"))
    there = office.residents.residents(lease)
    assert [(each.tie, each.standing) for each in there] == [
        (Tie.TENANT, ResidentStanding.TENANT),
        (Tie.MEMBER, ResidentStanding.CONSENTED),
    ]
    household = office.people.household_of(desk.person)
    assert household is not None
    assert {each.person for each in household.members} == {desk.person, who}
    office.history.undo()
    household = office.people.household_of(desk.person)
    assert household is not None
    assert [each.person for each in household.members] == [desk.person]


def test_one_who_was_there_at_the_signing_and_one_nobody_asked_about(
    office: Office, lease: LeaseId, desk: LeaseDesk, clock: FixedClock
) -> None:
    first = office.residents.received(lease, replace(MOVING, name="Lill"))
    send(office, office.residents.answer(first, AnswerDraft()))
    office.residents.move_in(first, PersonDraft("Lill", "Linerle"))
    household = office.people.household_of(desk.person)
    assert household is not None
    clock.at += timedelta(days=10)
    with office.unit("household.member_added", Ref("household", household.id)) as unit:
        other = office.people.add(unit, PersonDraft("Nils", "Nøtteskrike"))
        office.people.add_member(unit, household.id, MemberDraft(other, Role.ADULT))
    standings = {each.name: each.standing for each in office.residents.residents(lease)}
    assert standings["Lill Linerle"] is ResidentStanding.CONSENTED
    assert standings["Nils Nøtteskrike"] is ResidentStanding.NOT_ASKED


def test_hl_77_an_approved_sub_tenant_must_get_a_copy_while_renting(
    office: Office, lease: LeaseId
) -> None:
    request = office.residents.received(lease, AWAY)
    day = date(2027, 3, 1)
    send(office, office.residents.answer(request, AnswerDraft()))
    (sub,) = office.residents.approved_subtenants(lease, day)
    assert (sub.name, sub.until) == ("Eva Erle", date(2027, 6, 30))
    assert office.residents.approved_subtenants(lease, date(2026, 12, 31)) == ()
    assert office.residents.approved_subtenants(lease, date(2027, 7, 1)) == ()
    (_, there) = office.residents.residents(lease, day)
    assert (there.tie, there.gets_copy) == (Tie.SUB_TENANT, True)


def test_hl_77_silence_approves_a_sub_tenant_too_and_a_no_does_not(
    office: Office, lease: LeaseId
) -> None:
    request = office.residents.received(lease, AWAY)
    day = date(2027, 3, 1)
    assert len(office.residents.approved_subtenants(lease, day)) == 1
    no = AnswerDraft(False, ConsentRefusal.PERSONS_CIRCUMSTANCES, "Forholdet er kjent.")
    send(office, office.residents.answer(request, no))
    assert office.residents.approved_subtenants(lease, day) == ()


def test_before_it_is_signed_nobody_asks(office: Office, desk: LeaseDesk) -> None:
    draft = desk.prepared()
    with pytest.raises(OfficeError) as told:
        office.residents.received(draft, MOVING)
    assert told.value.code == "lease_not_running"


def test_adr_02_shielding_the_tenant_takes_the_requests_along(
    office: Office, lease: LeaseId, desk: LeaseDesk
) -> None:
    request = office.residents.received(lease, MOVING)
    office.residents.answer(request, AnswerDraft())
    assert Ref("consent_request", request) in office.people.places_of(desk.person)
    report = office.people.shield(desk.person, "Politiet", "mappe 3")
    assert dict(report.removed)["consent_request"] == 1
    with pytest.raises(OfficeError):
        office.residents.consent(request)
