"""A preliminary reply is an answer from the day it is sent, not from the day it is written."""

from datetime import date

import pytest

from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import ApplicationDraft, Delay, ReplyDraft
from app.core.errors import Invalid
from app.core.ids import ApplicationId, DocumentId, Ref
from app.letters.model import Channel, DocumentKind, OnPaper
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import a_person

REPLY = ReplyDraft(date(2026, 12, 18), Delay.QUEUE)


def an_application(office: Office, **person: object) -> ApplicationId:
    draft = ApplicationDraft(applicant=a_person(**person), received_on=date(2026, 11, 2))
    return office.applications.register(draft)


def test_the_clock_stops_the_day_the_reply_is_sent(office: Office) -> None:
    application = an_application(office)
    document = office.replies.issue(application, REPLY)
    assert isinstance(document, int)
    assert office.applications.clock(application).answered_on is None
    office.letters.sent(DocumentId(int(document)), date(2026, 11, 23), Channel.LETTER, "postlagt")
    assert office.applications.clock(application).answered_on == date(2026, 11, 23)


def test_the_letter_waits_under_to_send_with_its_case(office: Office) -> None:
    application = an_application(office)
    office.replies.issue(application, REPLY)
    waiting = office.letters.to_send()
    assert [row.case for row in waiting] == [Ref("application", application)]


def test_a_reply_without_a_reason_or_with_a_day_that_has_been_is_told(office: Office) -> None:
    application = an_application(office)
    with pytest.raises(Invalid) as caught:
        office.replies.issue(application, ReplyDraft(date(2026, 11, 1)))
    assert {problem.field for problem in caught.value.problems} == {"answer_by", "reason"}


def test_nothing_of_the_letter_is_kept_for_a_strictly_confidential_person(office: Office) -> None:
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    application = an_application(office, address=None, protection=strict)
    paper = office.replies.issue(application, REPLY)
    assert isinstance(paper, OnPaper)
    assert paper.content.startswith(b"%PDF-1.7")
    assert [row.case for row in office.letters.to_send()] == [Ref("application", application)]


def test_an_issued_reply_is_not_undone(office: Office) -> None:
    application = an_application(office)
    office.replies.issue(application, REPLY)
    assert office.history.undoable() is None


def test_who_speaks_for_the_person_gets_the_reply_in_an_envelope_of_their_own(
    office: Office,
) -> None:
    application = an_application(office)
    applicant = office.applications.get(application).applicant
    office.intake.add_representative(
        Representative(
            person=applicant,
            kind=RepresentativeKind.GUARDIAN,
            name="Verge Testli",
            line="Lia 1",
            postal_code="2211",
            postal_place="Lia",
            since=date(2026, 1, 1),
        )
    )
    made = office.replies.issue(application, REPLY)
    kinds = [row.kind for row in office.letters.to_send()]
    assert sorted(kinds) == [DocumentKind.PRELIMINARY_REPLY, DocumentKind.PRELIMINARY_REPLY_COPY]
    (copy,) = (row for row in office.letters.to_send() if row.id != made)
    office.letters.sent(copy.id, date(2026, 11, 23), Channel.LETTER, "postlagt")
    assert office.applications.clock(application).answered_on is None, "a copy answers nobody"
