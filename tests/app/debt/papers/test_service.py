"""Papers asked for, come and still missing, and the letter that asks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid
from app.core.ids import DebtCaseId, Ref
from app.debt.papers.model import DebtPaper, DebtPaperKind, DebtPaperState, PaperLetterDraft
from app.letters.model import Channel, DocumentKind, OnPaper
from app.office import Office
from tests.app.debt.desk import begun
from tests.factories import registered_person

PDF = b"%PDF-1.7 in short"
SLIPS, LEASE = DebtPaperKind.PAY_SLIPS, DebtPaperKind.LEASE
TWO = PaperLetterDraft(frozenset({SLIPS, LEASE}))


def paper(office: Office, case: DebtCaseId, kind: DebtPaperKind = SLIPS) -> DebtPaper:
    """How one kind stands."""
    return next(each for each in office.debt_papers.of(case) if each.kind is kind)


def asked(office: Office, case: DebtCaseId) -> date:
    """A letter that asks for two, and the day to bring them."""
    draft = replace(office.debt_paper_letters.drafted(case), kinds=TWO.kinds)
    office.debt_paper_letters.issue(case, draft)
    assert draft.answer_by is not None
    return draft.answer_by


def test_everything_is_missing_until_somebody_says(office: Office) -> None:
    """GJ-03."""
    case = begun(office)
    assert len(office.debt_papers.missing(case)) == len(DebtPaperKind)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME)
    office.debt_papers.mark(case, [LEASE], DebtPaperState.NOT_NEEDED)
    missing = {each.kind for each in office.debt_papers.missing(case)}
    assert missing == set(DebtPaperKind) - {SLIPS, LEASE}


def test_what_was_missing_before_is_still_seen_as_missing_then(office: Office) -> None:
    case = begun(office, days=20)
    yesterday = office.clock.today() - timedelta(days=1)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME)
    assert SLIPS in {each.kind for each in office.debt_papers.missing(case, yesterday)}


def test_a_tick_is_undone(office: Office) -> None:
    case = begun(office)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME)
    office.history.undo()
    assert paper(office, case) == DebtPaper(SLIPS)


def test_a_tick_is_never_before_the_last_one_nor_ahead(office: Office) -> None:
    case = begun(office, days=20)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME)
    today = office.clock.today()
    for day, code in ((-1, "debt_paper_before"), (1, "day_in_future")):
        with pytest.raises(Invalid) as stopped:
            office.debt_papers.mark(
                case, [SLIPS], DebtPaperState.NOT_NEEDED, today + timedelta(days=day)
            )
        assert [each.code for each in stopped.value.problems] == [code]


def test_the_letter_begins_with_all_that_is_missing(office: Office) -> None:
    case = begun(office)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME)
    draft = office.debt_paper_letters.drafted(case)
    assert draft.kinds == frozenset(DebtPaperKind) - {SLIPS}
    assert draft.answer_by == office.debt_papers.answer_by()
    assert office.debt_paper_letters.check(draft) == ()


def test_issued_is_not_sent_and_nobody_is_late_before_it_is(office: Office) -> None:
    case = begun(office)
    by = asked(office, case)
    assert paper(office, case).unsent
    assert office.debt_papers.due(by) == ()
    (row,) = office.letters.of(Ref("debt_case", case))
    assert row.kind is DocumentKind.DEBT_PAPERS
    today = office.clock.today()
    office.letters.sent(row.id, today, Channel.LETTER, "Posten")
    known = paper(office, case)
    assert (known.state, known.sent_on, known.answer_by) == (DebtPaperState.ASKED, today, by)
    assert not known.late(by)
    assert known.late(by + timedelta(days=1))
    (due,) = office.debt_papers.due(by)
    assert (due.case, due.answer_by, due.kinds) == (case, by, (SLIPS, LEASE))
    assert office.debt_papers.due(by - timedelta(days=1)) == ()


def test_what_has_come_is_not_waited_for(office: Office) -> None:
    case = begun(office)
    by = asked(office, case)
    (row,) = office.letters.of(Ref("debt_case", case))
    office.letters.sent(row.id, office.clock.today(), Channel.LETTER, "Posten")
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME)
    (due,) = office.debt_papers.due(by)
    assert due.kinds == (LEASE,)
    office.debt_papers.mark(case, [LEASE], DebtPaperState.NOT_NEEDED)
    assert office.debt_papers.due(by) == ()


def test_a_scan_of_what_has_come_is_kept_on_the_case(office: Office) -> None:
    case = begun(office)
    kept = office.debt_papers.take_in(case, [SLIPS], PDF, "application/pdf")
    (row,) = office.letters.of(Ref("debt_case", case))
    assert row.id == kept
    assert office.letters.get(kept).title == "Lønnsslipper eller ytelser, tre måneder"
    assert paper(office, case).state is DebtPaperState.COME


@pytest.mark.parametrize(("kinds", "scan"), [([], None), ([SLIPS], b"not a paper")])
def test_what_is_no_paper_ticks_nothing(
    office: Office, kinds: list[DebtPaperKind], scan: bytes | None
) -> None:
    case = begun(office)
    with pytest.raises(Invalid):
        office.debt_papers.take_in(case, kinds, PDF if scan is None else scan, "application/pdf")
    assert paper(office, case) == DebtPaper(SLIPS)


def test_a_letter_that_is_annulled_asks_for_nothing(office: Office) -> None:
    case = begun(office)
    asked(office, case)
    (row,) = office.letters.of(Ref("debt_case", case))
    office.letters.annul(row.id, "Feil papirer")
    assert paper(office, case).state is DebtPaperState.NOT_ASKED


def test_asked_aloud_counts_from_the_day_it_was_said(office: Office) -> None:
    case = begun(office)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.ASKED)
    known = paper(office, case)
    assert (known.sent_on, known.answer_by) == (
        office.clock.today(),
        office.debt_papers.answer_by(),
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kinds": frozenset()}, "debt_papers_none"),
        ({"answer_by": None}, "papers_day_missing"),
        ({"answer_by": date(2020, 1, 1)}, "answer_day_has_been"),
    ],
)
def test_gj_03_the_letter_is_refused_beside_its_field(
    office: Office, change: dict[str, object], code: str
) -> None:
    case = begun(office)
    draft = replace(office.debt_paper_letters.drafted(case), **change)  # type: ignore[arg-type]  # its own fields
    with pytest.raises(Invalid) as stopped:
        office.debt_paper_letters.issue(case, draft)
    assert [each.code for each in stopped.value.problems] == [code]
    assert office.letters.of(Ref("debt_case", case)) == ()


def test_a_day_too_soon_is_told_with_a_better_one(office: Office) -> None:
    case = begun(office)
    soon = office.clock.today() + timedelta(days=1)
    draft = replace(office.debt_paper_letters.drafted(case), answer_by=soon)
    (problem,) = office.debt_paper_letters.check(draft)
    assert problem.code == "debt_papers_soon"
    assert office.debt_paper_letters.check(replace(draft, answer_by=problem.remedy)) == ()  # type: ignore[arg-type]  # a day


def test_adr_02_strengt_fortrolig_gets_it_on_paper_alone(office: Office) -> None:
    person = registered_person(office)
    case = begun(office, person)
    office.people.shield(person, "Folkeregisteret", "perm 7")
    draft = office.debt_paper_letters.drafted(case)
    assert isinstance(office.debt_paper_letters.issue(case, draft), OnPaper)
    (row,) = office.letters.of(Ref("debt_case", case))
    assert not row.kept
    office.letters.sent(row.id, office.clock.today(), Channel.DELIVERED_BY_HAND, "Gitt her")
    assert not paper(office, case).unsent


def test_remarks_are_forgotten_and_states_stay(office: Office) -> None:
    """ADR-05."""
    person = registered_person(office)
    case = begun(office, person)
    office.debt_papers.mark(case, [SLIPS], DebtPaperState.COME, words="Lagt i postkassen hans")
    office.people.shield(person, "Folkeregisteret", "perm 7")
    known = paper(office, case)
    assert (known.words, known.state) == ("", DebtPaperState.COME)
