"""Letters issued, days remembered, needs confirmed and nothing lapsed unwarned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.applications.answers.model import LetterDraft, LetterKind
from app.applications.intake.model import Intake, Paper, PaperKind, Representative
from app.applications.intake.model import RepresentativeKind as Speaks
from app.applications.model import ApplicationDraft, ApplicationState, Channel, Delay, ReplyDraft
from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import ApplicationId, DocumentId, Ref
from app.documents.form_model import Closing
from app.letters.model import Channel as Sending
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import a_person

TODAY = date(2026, 11, 23)


def an_application(
    office: Office, received_on: date = date(2026, 11, 2), **person: object
) -> ApplicationId:
    draft = ApplicationDraft(applicant=a_person(**person), received_on=received_on)
    return office.applications.register(draft)


def send(office: Office, document: object, day: date | None = None) -> None:
    """It went out."""
    assert isinstance(document, int)
    on = day or office.clock.today()
    office.letters.sent(DocumentId(document), on, Sending.LETTER, "postlagt")


def refused(office: Office, application: ApplicationId, since: date = TODAY) -> list[str]:
    """Why it may not lapse."""
    with pytest.raises(Invalid) as caught:
        office.applications.take(application, ApplicationState.LAPSED, since, "ikke hørt fra")
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_waits_under_to_send_with_its_case(office: Office, kind: LetterKind) -> None:
    application = an_application(office)
    suggested = office.answers.suggest(application, kind)
    draft = LetterDraft(
        kind, suggested.day or date(2026, 12, 18), Delay.QUEUE, papers=(PaperKind.INCOME,)
    )
    office.letters.preview(office.answers.preview(application, draft))
    office.answers.issue(application, draft)
    (row,) = office.letters.to_send()
    assert (row.case, row.kind) == (Ref("application", application), kind.document)
    assert office.history.undoable() is None


def test_a_draft_with_something_wrong_makes_no_letter(office: Office) -> None:
    application = an_application(office)
    with pytest.raises(Invalid):
        office.answers.issue(application, LetterDraft(LetterKind.RECEIPT))
    assert office.letters.to_send() == ()


def test_the_preliminary_reply_promises_its_day(office: Office, clock: FixedClock) -> None:
    application = an_application(office)
    document = office.replies.issue(application, ReplyDraft(date(2026, 12, 1), Delay.QUEUE))
    send(office, document)
    promise = office.answers.clock_of(application).promise
    assert promise is not None
    assert (promise.notice.told_day, promise.passed) == (date(2026, 12, 1), False)
    clock.at += timedelta(days=9)
    promise = office.answers.clock_of(application).promise
    assert promise is not None
    assert promise.passed


def test_a_delay_notice_renews_the_promise_and_answers_in_itself(office: Office) -> None:
    application = an_application(office)
    draft = LetterDraft(LetterKind.DELAY_NOTICE, date(2026, 12, 18), Delay.OTHERS)
    document = office.answers.issue(application, draft)
    assert office.applications.clock(application).answered_on is None
    send(office, document)
    clock = office.answers.clock_of(application)
    assert clock.answer.answered_on == TODAY
    assert clock.promise is not None
    assert clock.promise.notice.kind is DocumentKind.DELAY_NOTICE


def test_a_receipt_is_no_answer(office: Office) -> None:
    application = an_application(office)
    send(office, office.answers.issue(application, LetterDraft(LetterKind.RECEIPT, TODAY)))
    assert office.applications.clock(application).answered_on is None


def test_an_annulled_letter_promises_nothing(office: Office) -> None:
    application = an_application(office)
    draft = LetterDraft(LetterKind.DELAY_NOTICE, date(2026, 12, 18), Delay.OTHERS)
    document = office.answers.issue(application, draft)
    assert isinstance(document, int)
    office.letters.annul(DocumentId(int(document)), "feil dag")
    assert office.answers.clock_of(application).promise is None


def test_asking_for_papers_notes_them_and_the_application_waits(office: Office) -> None:
    application = an_application(office)
    missing = {paper.kind for paper in office.intake.missing_papers(application)}
    draft = office.answers.suggest(application, LetterKind.MISSING_PAPERS)
    assert set(draft.papers) == missing
    kinds = (PaperKind.INCOME, PaperKind.DEBT_OVERVIEW)
    document = office.answers.issue(
        application, LetterDraft(LetterKind.MISSING_PAPERS, draft.day, papers=kinds)
    )
    assert office.applications.get(application).state is ApplicationState.INCOMPLETE
    asked = {each.kind for each in office.intake.missing_papers(application) if each.asked_on}
    assert asked == set(kinds)
    send(office, document)
    papers = office.answers.clock_of(application).papers
    assert papers is not None
    assert papers.due == draft.day
    intake = office.intake.of(application)
    come = tuple(Paper(kind, TODAY, TODAY) for kind in kinds)
    office.intake.save(application, _with(intake, come))
    assert office.answers.clock_of(application).papers is None


def _with(intake: Intake, papers: tuple[Paper, ...]) -> Intake:
    return replace(intake, papers=papers)


def test_a_confirmed_need_holds_anew_and_can_be_undone(office: Office) -> None:
    application = an_application(office)
    office.answers.confirm(application, TODAY, Channel.PHONE, "ringte")
    clock = office.answers.clock_of(application)
    assert clock.confirmed_on == TODAY
    assert clock.validity is not None
    assert clock.validity.counted_day == date(2027, 11, 23)
    office.history.undo()
    assert office.answers.clock_of(application).confirmed_on is None


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (date(2026, 11, 24), "day_in_future"),
        (date(2026, 11, 1), "confirmed_before_received"),
    ],
)
def test_a_day_that_cannot_be_is_told(office: Office, since: date, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        office.answers.confirm(an_application(office), since, Channel.PHONE)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_nothing_lapses_without_a_warning_sent(office: Office, clock: FixedClock) -> None:
    application = an_application(office, date(2025, 11, 24))
    assert refused(office, application) == ["lapse_without_warning"]
    draft = office.answers.suggest(application, LetterKind.LAPSE_WARNING)
    document = office.answers.issue(application, draft)
    assert refused(office, application) == ["lapse_warning_unsent"]
    send(office, document)
    assert refused(office, application) == ["lapse_too_early"]
    assert draft.day is not None
    clock.at += timedelta(days=(draft.day - TODAY).days + 3)
    today = clock.today()
    office.applications.take(application, ApplicationState.LAPSED, today, "ikke hørt fra")
    assert office.applications.get(application).state is ApplicationState.LAPSED


def test_the_sweep_finds_those_who_wait_and_not_those_just_asked(office: Office) -> None:
    old = an_application(office, date(2026, 1, 5))
    before = office.answers.sweep_day()
    assert [each.row.id for each in office.answers.sweep(before)] == [old]
    draft = office.answers.suggest(old, LetterKind.STILL_NEED)
    office.answers.issue(old, draft)
    assert office.answers.sweep(before) == ()


def test_nothing_of_the_letter_is_kept_for_a_strictly_confidential_person(office: Office) -> None:
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    application = an_application(office, address=None, protection=strict)
    paper = office.answers.issue(
        application, LetterDraft(LetterKind.STILL_NEED, date(2026, 12, 14))
    )
    assert isinstance(paper, OnPaper)
    assert paper.content.startswith(b"%PDF-1.7")
    assert office.answers.clock_of(application).asked is not None


def test_a_confidential_address_is_logged_as_shown_and_never_in_the_preview(
    office: Office,
) -> None:
    application = an_application(office, protection=AddressProtection.CONFIDENTIAL)
    draft = LetterDraft(LetterKind.STILL_NEED, date(2026, 12, 14))
    assert office.answers.preview(application, draft).recipient == ()
    office.answers.issue(application, draft)
    assert "address.shown" in {event.verb for event in office.history.latest()}


def test_who_speaks_for_the_person_gets_a_letter_of_their_own(office: Office) -> None:
    application = an_application(office)
    person = office.applications.get(application).applicant
    who = Representative(
        person,
        Speaks.AGENT,
        "Berit Ombudset",
        date(2026, 11, 1),
        line="Prøvegata 1",
        postal_code="2211",
        postal_place="Lia",
    )
    office.intake.add_representative(who)
    draft = LetterDraft(LetterKind.STILL_NEED, date(2026, 12, 14))
    office.answers.issue(application, draft)
    assert [row.number for row in office.letters.to_send()] == ["B-2026-1", "B-2026-2"]
    blocks = office.answers.preview(application, draft).blocks
    (closing,) = [block for block in blocks if isinstance(block, Closing)]
    assert closing.copies == ("Berit Ombudset",)


def test_shielding_takes_the_letters_and_leaves_the_days_they_told(office: Office) -> None:
    application = an_application(office)
    draft = LetterDraft(LetterKind.STILL_NEED, date(2026, 12, 14))
    send(office, office.answers.issue(application, draft))
    person = office.applications.get(application).applicant
    office.people.shield(person, "politiet", "Mappe 7")
    asked = office.answers.clock_of(application).asked
    assert asked is not None
    assert (asked.told_day, asked.document, asked.sent_on) == (date(2026, 12, 14), None, None)
    assert office.letters.of(Ref("application", application)) == ()
    assert office.history.verify() is None


@pytest.mark.parametrize(
    ("state", "kind", "code"),
    [
        (ApplicationState.WITHDRAWN, LetterKind.STILL_NEED, "application_closed"),
        (ApplicationState.WITHDRAWN, LetterKind.RECEIPT, "application_closed"),
    ],
)
def test_one_who_no_longer_waits_gets_no_letter(
    office: Office, state: ApplicationState, kind: LetterKind, code: str
) -> None:
    application = an_application(office)
    office.applications.take(application, state, TODAY, "ringte")
    with pytest.raises(Invalid) as caught:
        office.answers.preview(application, LetterDraft(kind, date(2026, 12, 14)))
    assert [problem.code for problem in caught.value.problems] == [code]


def test_one_granted_is_not_told_that_the_answer_is_late(office: Office) -> None:
    draft = ApplicationDraft(
        applicant=a_person(),
        received_on=date(2026, 1, 5),
        state=ApplicationState.GRANTED_WAITING,
        state_since=date(2026, 2, 2),
    )
    application = office.applications.register(draft)
    with pytest.raises(Invalid) as caught:
        office.answers.preview(
            application, LetterDraft(LetterKind.DELAY_NOTICE, date(2026, 12, 14), Delay.QUEUE)
        )
    assert [problem.code for problem in caught.value.problems] == ["answer_already_decided"]
    office.answers.preview(application, LetterDraft(LetterKind.STILL_NEED, date(2026, 12, 14)))
