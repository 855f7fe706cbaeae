"""A term followed in the register: letters in time, the decision, the talks (HL-42, FV-25)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.terms_due import talks
from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import ApplicationDraft, ApplicationKind, TargetGroup
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import DocumentId, LeaseId, Ref, VedtakId
from app.decisions.model import RefusalGround, VedtakKind, VedtakResult
from app.documents.parts import texts_of
from app.leases.endings.model import EndCause
from app.leases.expiry.model import (
    DueReview,
    Fate,
    Recommendation,
    ReviewDraft,
    ReviewKind,
    StepKind,
    TermLetterDraft,
)
from app.leases.model import LeaseKind, LeaseState
from app.letters.model import Channel, DocumentKind
from app.overview.vacancies.model import VacancyCause
from app.people.model import AddressProtection
from tests.app.decisions.desk import a_grant, a_refusal
from tests.app.leases.desk import LeaseDesk

END = date(2029, 11, 30)
SAFE = date(2030, 2, 28)
REQUEST, NOTE = DocumentKind.MOVE_OUT_REQUEST, DocumentKind.EXPIRY_NOTE
OURS = {AlertId.LEASE_ENDS, AlertId.LEASE_ENDED, AlertId.HALF_WAY, AlertId.EXIT_PLAN}


def go_to(clock: FixedClock, day: date) -> None:
    """Ten in the morning of that day."""
    clock.at = datetime.combine(day, time(10), clock.at.tzinfo)


def alerts(desk: LeaseDesk) -> list[Alert]:
    return [each for each in desk.office.alerts.today() if each.id in OURS]


def the_alert(desk: LeaseDesk) -> Alert:
    (found,) = alerts(desk)
    return found


def ask_to_move(desk: LeaseDesk, lease: LeaseId) -> DocumentId:
    """The request, made and sent today."""
    today = desk.office.clock.today()
    draft = TermLetterDraft(today + timedelta(days=30))
    made = desk.office.expiry.issue(lease, REQUEST, draft)
    assert isinstance(made, int)
    desk.letters.sent(DocumentId(made), today, Channel.REGISTERED_LETTER, "RR1")
    return DocumentId(made)


def decide(desk: LeaseDesk, lease: LeaseId, *, granted: bool) -> VedtakId:
    """A renewal begun from the lease and answered today."""
    application = desk.office.renewals.begin(lease, desk.office.clock.today())
    vedtak = desk.decisions.draft(application)
    body = desk.decisions.get(vedtak).draft.appeal_body
    draft = (
        a_grant(kind=VedtakKind.RENEWAL, start_package=(), appeal_body=body)
        if granted
        else a_refusal(
            kind=VedtakKind.RENEWAL,
            refusal_ground=RefusalGround.RENEWAL_NOT_MET,
            appeal_body=body,
        )
    )
    desk.decisions.save_draft(vedtak, draft)
    desk.decisions.issue(vedtak)
    return vedtak


def test_hl_42_a_request_is_refused_before_the_last_day_and_after_the_laws(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    for day, code in (
        (END - timedelta(days=1), "move_out_request_too_early"),
        (SAFE + timedelta(days=1), "move_out_request_too_late"),
    ):
        go_to(clock, day)
        draft = desk.office.expiry.suggest(lease, REQUEST)
        with pytest.raises(Invalid) as caught:
            desk.office.expiry.issue(lease, REQUEST, draft)
        assert [problem.code for problem in caught.value.problems] == [code]
        with pytest.raises(Invalid):
            desk.office.expiry.preview(lease, REQUEST, draft)
    assert desk.letters.of(Ref("lease", lease))[0].kind is not REQUEST


def test_hl_42_only_a_request_that_is_sent_keeps_it_from_turning(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, END)
    draft = desk.office.expiry.suggest(lease, REQUEST)
    made = desk.office.expiry.issue(lease, REQUEST, draft)
    assert desk.office.expiry.waiting(lease)
    assert desk.office.expiry.ladder(lease).fate is Fate.WILL_TURN
    assert the_alert(desk).act is Act.SEND_MOVE_OUT_REQUEST
    assert isinstance(made, int)
    desk.letters.sent(DocumentId(made), END, Channel.REGISTERED_LETTER, "RR1")
    assert not desk.office.expiry.waiting(lease)
    assert desk.office.expiry.ladder(lease).fate is Fate.ASKED
    assert alerts(desk) == []
    go_to(clock, date(2031, 1, 15))
    assert desk.leases.get(lease).state is not LeaseState.TURNED_OPEN_ENDED


def test_hl_42_a_request_that_is_annulled_asks_nobody_to_move(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, END)
    made = ask_to_move(desk, lease)
    desk.letters.annul(made, "feil navn")
    assert desk.office.expiry.ladder(lease).fate is Fate.WILL_TURN


def test_hl_42_a_copy_to_who_speaks_for_the_tenant_asks_nobody_to_move(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    who = Representative(
        desk.person,
        RepresentativeKind.AGENT,
        "Nils Hjelper",
        clock.today(),
        line="Hjelpevegen 1",
        postal_code="2211",
        postal_place="Lia",
    )
    desk.office.intake.add_representative(who)
    go_to(clock, END)
    desk.office.expiry.issue(lease, REQUEST, TermLetterDraft(END + timedelta(days=31)))
    copies = [
        each
        for each in desk.letters.of(Ref("lease", lease))
        if each.kind is DocumentKind.MOVE_OUT_REQUEST_COPY
    ]
    (copy,) = copies
    desk.letters.sent(copy.id, END, Channel.LETTER, "postet")
    assert desk.office.expiry.waiting(lease)
    assert desk.office.expiry.ladder(lease).fate is Fate.WILL_TURN


def test_hl_42_it_turns_open_ended_by_itself_and_leaves_a_trace(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    seen = {}
    for n in range(95):
        go_to(clock, END + timedelta(days=n))
        seen[clock.today()] = desk.leases.get(lease).state
    turned = [day for day, state in seen.items() if state is LeaseState.TURNED_OPEN_ENDED]
    assert turned[0] == SAFE + timedelta(days=1)
    found = desk.office.expiry.ladder(lease)
    assert found.fate is Fate.TURNED
    assert found.turns_on == turned[0]
    alert = the_alert(desk)
    assert (alert.id, alert.why) == (AlertId.LEASE_ENDED, Reason.LEASE_OPEN_ENDED)
    assert alert.act is Act.OPEN_LEASE


def test_al_03_the_letter_before_the_end_marks_its_step_done(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 6, 1))
    draft = desk.office.expiry.suggest(lease, NOTE)
    assert draft.day == date(2029, 8, 30)  # three months before, the last working day
    desk.office.expiry.issue(lease, NOTE, draft)
    told = {
        step.on: step.done
        for step in desk.office.expiry.ladder(lease).steps
        if step.kind is StepKind.TELL
    }
    assert list(told.values()) == [True, False, False]
    assert the_alert(desk).why is Reason.LEASE_ENDS  # telling is no decision (FV-25)
    go_to(clock, END)
    assert desk.office.expiry.suggest(lease, NOTE).day is None


def test_fv_25_a_renewal_is_begun_from_the_lease_with_what_is_known(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    application = desk.office.renewals.begin(lease, clock.today())
    known = desk.applications.get(application)
    assert known.draft.kind is ApplicationKind.RENEWAL
    assert known.draft.bedrooms == 2
    assert known.applicant == desk.person
    assert desk.office.intake.of(application).lease_ends_on == END
    vedtak = desk.decisions.get(desk.decisions.draft(application))
    assert vedtak.draft.kind is VedtakKind.RENEWAL
    assert desk.office.renewals.begin(lease, clock.today()) == application
    assert desk.office.renewals.asked() == {lease}
    assert not desk.leases.ending()[0].renewal_decided


def test_a_case_begun_by_mistake_is_taken_back_whole(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    assert desk.office.renewals.asked() == frozenset()
    desk.office.renewals.begin(lease, clock.today())
    assert desk.office.renewals.asked() == {lease}
    desk.office.history.undo()
    assert desk.office.renewals.of(lease) is None
    assert desk.office.renewals.asked() == frozenset()
    assert desk.applications.open_of(desk.person, ApplicationKind.RENEWAL) is None


def test_fv_25_a_refusal_decides_and_the_letter_names_it(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    assert the_alert(desk).id is AlertId.LEASE_ENDS
    vedtak = decide(desk, lease, granted=False)
    assert alerts(desk) == []
    (ending,) = desk.leases.ending()
    assert ending.renewal_decided
    found = desk.office.renewals.of(lease)
    assert found is not None
    assert (found.vedtak, found.decided, found.granted) == (vedtak, True, False)
    go_to(clock, END)
    assert the_alert(desk).act is Act.SEND_MOVE_OUT_REQUEST
    letter = desk.office.expiry.preview(lease, REQUEST, desk.office.expiry.suggest(lease, REQUEST))
    said = " ".join(texts_of(letter.blocks))
    assert desk.decisions.get(vedtak).number in said


def test_fv_25_a_grant_decides_and_the_next_lease_begins_the_day_after(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    vedtak = decide(desk, lease, granted=True)
    assert alerts(desk) == []
    go_to(clock, date(2029, 11, 1))
    waiting = the_alert(desk)
    assert (waiting.why, waiting.urgency) == (Reason.RENEWAL_NOT_SIGNED, Urgency.SOON)
    go_to(clock, END)
    assert the_alert(desk).act is Act.SIGN_RENEWAL  # nobody who may stay is asked to move
    draft = desk.leases.prefilled(vedtak=vedtak, dwelling=desk.dwelling)
    assert draft.start == END + timedelta(days=1)
    following = desk.leases.prepare(vedtak=vedtak, dwelling=desk.dwelling)
    desk.leases.save_draft(following, replace(draft, kid=desk.leases.get(following).draft.kid))
    desk.leases.issue(following)
    desk.leases.signed(following, clock.today())
    assert alerts(desk) == []
    go_to(clock, date(2030, 6, 1))
    assert desk.leases.get(lease).state is LeaseState.ENDED
    assert desk.office.expiry.ladder(lease).fate is Fate.FOLLOWED


def test_fv_25_a_vedtak_that_turns_the_request_away_decides_nothing(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    application = desk.office.renewals.begin(lease, clock.today())
    vedtak = desk.decisions.draft(application)
    desk.decisions.save_draft(
        vedtak, a_refusal(kind=VedtakKind.RENEWAL, result=VedtakResult.DISMISSED)
    )
    desk.decisions.issue(vedtak)
    assert not desk.leases.ending()[0].renewal_decided


def test_fv_25_a_request_that_came_by_itself_is_about_the_only_lease_there_is(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    application = desk.applications.register(
        ApplicationDraft(
            applicant=desk.person, kind=ApplicationKind.RENEWAL, received_on=clock.today()
        )
    )
    found = desk.office.renewals.of(lease)
    assert found is not None
    assert found.application == application
    assert desk.office.renewals.asked() == {lease}
    assert desk.office.renewals.begin(lease, clock.today()) == application


def test_a_case_is_not_begun_for_what_is_not_lived_in_or_on_a_day_that_cannot_be(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    with pytest.raises(OfficeError) as caught:
        desk.office.renewals.begin(lease, clock.today())
    assert caught.value.code == "lease_not_running"
    go_to(clock, date(2029, 9, 3))
    for day in (date(2026, 11, 1), date(2029, 9, 4)):
        with pytest.raises(Invalid):
            desk.office.renewals.begin(lease, day)
    decide(desk, lease, granted=False)
    with pytest.raises(OfficeError) as caught:
        desk.office.renewals.begin(lease, clock.today())
    assert caught.value.code == "renewal_decided_already"
    assert not isinstance(caught.value, Conflict)


def test_the_talk_half_way_is_due_then_late_and_gone_when_it_is_held(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    middle = date(2028, 5, 31)
    go_to(clock, middle - timedelta(days=1))
    assert alerts(desk) == []
    go_to(clock, middle)
    assert (the_alert(desk).id, the_alert(desk).urgency) == (AlertId.HALF_WAY, Urgency.INFO)
    go_to(clock, middle + timedelta(days=30))
    assert the_alert(desk).urgency is Urgency.SOON
    draft = ReviewDraft(
        held_on=clock.today(), recommendation=Recommendation.RENEW, findings="Alt i orden."
    )
    desk.office.term_reviews.record(lease, draft)
    assert alerts(desk) == []
    (kept,) = desk.office.term_reviews.of(lease)
    assert (kept.recommendation, kept.findings) == (Recommendation.RENEW, "Alt i orden.")
    desk.office.history.undo()
    assert the_alert(desk).why is Reason.HALF_WAY_DUE


def test_a_talk_without_findings_is_not_kept(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2028, 6, 1))
    with pytest.raises(Invalid) as caught:
        desk.office.term_reviews.record(lease, ReviewDraft(held_on=clock.today()))
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["findings", "recommendation"]


def test_b12_e8_a_refugee_is_asked_for_the_exit_plan_at_six_months(
    desk: LeaseDesk, clock: FixedClock
) -> None:
    desk.applications.set_group(desk.application, TargetGroup.REFUGEE, date(2026, 11, 20))
    lease = desk.prepared()
    assert desk.leases.get(lease).draft.kind is LeaseKind.REFUGEE
    desk.leases.issue(lease)
    desk.leases.signed(lease, clock.today())
    go_to(clock, date(2029, 5, 30))
    found = {alert.id: alert for alert in alerts(desk)}
    assert found[AlertId.EXIT_PLAN].urgency is Urgency.SOON
    assert AlertId.HALF_WAY not in found
    draft = ReviewDraft(
        ReviewKind.EXIT_PLAN, clock.today(), Recommendation.NOT_RENEW, "Vil kjøpe.", "Startlån"
    )
    desk.office.term_reviews.record(lease, draft)
    assert AlertId.EXIT_PLAN not in {alert.id for alert in alerts(desk)}


def test_a_lease_under_notice_needs_no_al_03(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    assert the_alert(desk).id is AlertId.LEASE_ENDS
    with desk.office.unit("lease.review_recorded", Ref("lease", lease)) as unit:
        desk.office.endings.end(unit, lease, date(2029, 12, 31), EndCause.TENANT_NOTICE)
    assert alerts(desk) == []
    assert desk.office.expiry.ladder(lease).fate is Fate.ENDS


def test_adr_03_a_preview_hides_a_confidential_address_and_the_letter_holds_it(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, END)
    desk.office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    draft = desk.office.expiry.suggest(lease, REQUEST)
    letter = desk.office.expiry.preview(lease, REQUEST, draft)
    assert letter.recipient == ()
    assert "Ødegårdsvegen" not in " ".join(texts_of(letter.blocks))
    assert isinstance(desk.office.expiry.issue(lease, REQUEST, draft), int)


def test_adr_02_what_hangs_on_a_lease_goes_with_it(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, date(2029, 9, 3))
    desk.office.renewals.begin(lease, clock.today())
    draft = ReviewDraft(
        held_on=clock.today(), recommendation=Recommendation.UNSURE, findings="Usikkert."
    )
    desk.office.term_reviews.record(lease, draft)
    desk.office.people.shield(desk.person, "Folkeregisteret", "mappe 12")
    assert desk.leases.rows() == ()
    assert desk.office.term_reviews.of(lease) == ()


def test_many_talks_that_wait_are_told_as_one_and_never_red() -> None:
    due = tuple(
        DueReview(LeaseId(n), ReviewKind.HALF_WAY, date(2026, 1, n), END) for n in range(1, 8)
    )
    today = date(2026, 6, 1)
    assert len(list(talks(due[:5], today))) == 5
    (one,) = talks(due, today)
    assert (one.why, one.act, one.urgency) == (
        Reason.HALF_WAY_SEVERAL,
        Act.SEE_TALKS,
        Urgency.INFO,
    )
    assert dict(one.facts)["count"] == 7


def test_a_home_whose_tenant_is_asked_to_move_is_foretold(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, END - timedelta(days=60))
    (ends,) = desk.office.vacancies.forecast().vacancies
    assert (ends.cause, ends.day) == (VacancyCause.TERM_ENDS, END)
    go_to(clock, END + timedelta(days=2))
    assert desk.office.vacancies.forecast().vacancies == ()
    ask_to_move(desk, lease)
    (asked,) = desk.office.vacancies.forecast().vacancies
    assert (asked.cause, asked.day) == (VacancyCause.MOVE_ASKED, None)
