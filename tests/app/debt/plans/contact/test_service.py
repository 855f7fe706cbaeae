"""The first letters to creditors: to whom, not without a yes, and what is answered."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId, Ref
from app.debt.model import AdviceStage
from app.debt.plans.contact.model import OpeningAnswer, OpeningReply
from app.debt.plans.contact.rules import usual_opening
from app.debt.plans.model import CreditorDueKind
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.debt.plans.desk import POWER, agree, ready


def test_gj_05_what_keeps_a_home_stands_first(office: Office) -> None:
    known = ready(office)
    receivers = office.creditor_letters.receivers(known.case)
    assert receivers[0].id == known.creditors[POWER]
    assert [each.first for each in receivers] == [True, False, False, False]


def test_gj_06_each_creditor_gets_a_letter_and_the_work_has_come_to_contact(
    office: Office,
) -> None:
    known = ready(office)
    made = office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    assert (len(made.made), made.not_made, made.left) == (4, (), 0)
    kinds = {each.kind for each in office.letters.of(Ref("debt_case", known.case))}
    assert kinds == {DocumentKind.CREDITOR_OPENING}
    assert office.debt_cases.get(known.case).stage is AdviceStage.CONTACTING
    assert office.creditor_letters.drafted(known.case).receivers == ()


def test_nobody_is_written_to_without_a_yes(office: Office) -> None:
    known = ready(office, agreed=False)
    draft = office.creditor_letters.drafted(known.case)
    with pytest.raises(OfficeError, match="creditors_no_consent"):
        office.creditor_letters.write(known.case, draft)
    agree(office, known.case)
    assert len(office.creditor_letters.write(known.case, draft).made) == 4


def test_a_batch_stops_at_a_whole_letter_and_the_rest_can_be_made_later(office: Office) -> None:
    known = ready(office)
    draft = office.creditor_letters.drafted(known.case)
    made = office.creditor_letters.write(known.case, draft, lambda done, _of: done < 2)
    assert (len(made.made), made.left) == (2, 2)
    rest = office.creditor_letters.drafted(known.case)
    assert rest.receivers == draft.receivers[2:]


def test_days_and_receivers_are_asked_about_beside_the_field(office: Office) -> None:
    known = ready(office)
    today = office.clock.today()
    draft = replace(
        office.creditor_letters.drafted(known.case),
        receivers=(),
        answer_by=today,
        pause_until=today,
    )
    with pytest.raises(Invalid) as refused:
        office.creditor_letters.write(known.case, draft)
    assert {each.field: each.code for each in refused.value.problems} == {
        "receivers": "creditors_none_chosen",
        "answer_by": "creditor_answer_by_passed",
        "pause_until": "creditor_pause_passed",
    }


def test_an_answer_is_waited_for_from_the_day_it_was_sent(office: Office) -> None:
    known = ready(office, days=5)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    letter, today = office.creditor_letters.of(known.case)[0], office.clock.today()
    until = letter.answer_by
    assert office.payment_plans.due(until) == ()
    assert letter.document is not None
    office.letters.sent(letter.document, today, Channel.LETTER, "Brevet")
    assert [each.kind for each in office.payment_plans.due(until)] == [
        CreditorDueKind.OPENING_ANSWER
    ]
    pause = today + timedelta(days=40)
    answer = OpeningAnswer(today, OpeningReply.PAUSED, pause, itemised=True)
    office.creditor_letters.answered(letter.id, answer)
    found = office.payment_plans.due(pause)
    assert [(each.kind, each.day) for each in found] == [(CreditorDueKind.PAUSE_ENDS, pause)]
    assert office.creditor_letters.receivers(known.case)[0].paused_until == pause


def test_a_pause_needs_its_last_day_and_an_answer_is_not_before_the_letter(
    office: Office,
) -> None:
    known = ready(office, days=5)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    letter = office.creditor_letters.of(known.case)[0]
    before = letter.written_on - timedelta(days=1)
    found = office.creditor_letters.check_answer(
        letter.id, OpeningAnswer(before, OpeningReply.PAUSED)
    )
    assert {each.code for each in found} == {
        "creditor_answer_before_letter",
        "creditor_answer_pause",
    }


def test_an_answer_is_undone(office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    letter = office.creditor_letters.of(known.case)[0]
    answer = OpeningAnswer(office.clock.today(), OpeningReply.NO_PAUSE, words="Ringte.")
    office.creditor_letters.answered(letter.id, answer)
    office.history.undo()
    assert office.creditor_letters.get(letter.id).answer is None


def test_a_letter_that_was_annulled_told_nobody_anything(office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    letter = office.creditor_letters.of(known.case)[0]
    assert letter.document is not None
    office.letters.annul(letter.document, "Feil adresse")
    assert letter.creditor in office.creditor_letters.drafted(known.case).receivers


def test_our_own_rent_is_asked_of_nobody(office: Office) -> None:
    """GJ-06: what is owed to us stands in our own books; the letter may still be chosen."""
    known = ready(office)
    first = office.creditor_letters.receivers(known.case)[0]
    claims = tuple(
        replace(each, draft=replace(each.draft, lease=LeaseId(1))) for each in first.claims
    )
    ours = replace(first, claims=claims)
    assert (first.to_ask, ours.to_ask) == (True, False)
    parameters = office.settings.parameters
    draft = usual_opening((ours,), parameters, office.clock.today())
    assert draft.receivers == ()
    mixed = replace(first, claims=(*claims, *first.claims))
    assert mixed.to_ask
