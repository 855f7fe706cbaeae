"""The letter to one who waits, and the words that may tell where somebody lives."""

from datetime import timedelta

import pytest

from app.applications.model import Delay
from app.core.errors import Invalid
from app.core.ids import Ref
from app.core.working_days import adjust
from app.debt.decisions.model import WaitingDraft
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.debt.decisions.desk import granted
from tests.app.debt.desk import asked, begun


def test_fv_02_it_tells_nobody_before_it_is_sent(office: Office) -> None:
    case = asked(office, days=20)
    draft = WaitingDraft(office.clock.today() + timedelta(days=14), Delay.QUEUE)
    office.debt_replies.issue(case, draft)
    made = office.debt_replies.of(case)[0]
    assert made.sent_on is None
    assert office.debt_decisions.overdue()[0].told_on is None
    assert made.document is not None
    today = office.clock.today()
    office.letters.sent(made.document, today, Channel.LETTER, "postlagt")
    assert office.debt_replies.of(case)[0].sent_on == today
    late = office.debt_decisions.overdue()
    assert [each.told_on for each in late] == [today]  # told, and still without a vedtak (F12)


def test_it_begins_with_the_start_that_is_granted(office: Office) -> None:
    case = asked(office)
    granted(office, case, weeks=4)
    draft = office.debt_replies.drafted(case)
    assert draft.answer_by == office.debt_cases.get(case).starts_on
    title = office.debt_replies.preview(case, WaitingDraft(draft.answer_by, Delay.QUEUE)).title
    assert title.startswith("Vi begynner senest")


@pytest.mark.parametrize(("days", "ahead"), [(0, 28), (10, 18), (20, 14), (60, 14)])
def test_f12_without_a_vedtak_it_tells_when_the_answer_comes_not_the_start(
    office: Office, days: int, ahead: int
) -> None:
    draft = office.debt_replies.drafted(asked(office, days=days))
    assert draft.answer_by == adjust(office.clock.today() + timedelta(days=ahead))


def test_who_is_helped_already_waits_for_nothing(office: Office) -> None:
    case = begun(office)
    with pytest.raises(Invalid):
        office.debt_replies.issue(case, WaitingDraft(office.clock.today(), Delay.QUEUE))


def test_adr_05_words_about_a_home_can_be_taken_away_from_what_is_issued(office: Office) -> None:
    case = asked(office)
    decision = granted(office, case)
    person = frozenset({office.debt_cases.get(case).person})
    held = office.debt_words.holding(person)
    assert Ref("debt_decision", decision) in {each.ref for each in held}
    with office.unit("debt_case.corrected", Ref("debt_case", case)) as unit:
        office.debt_words.forget(unit, person)
    assert office.debt_words.holding(person) == ()
    known = office.debt_decisions.get(decision)
    assert known.draft.facts_text == ""
    assert known.draft.starts_on is not None
    kinds = {row.kind for row in office.letters.of(Ref("debt_case", case))}
    assert DocumentKind.DEBT_VEDTAK in kinds
