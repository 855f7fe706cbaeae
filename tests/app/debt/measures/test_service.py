"""What is done about an economy: asked, answered, agreed, over; each with its day."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import DebtCaseId
from app.core.money import kroner
from app.debt.measures.model import (
    DebtDueKind,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    SettlementCheck,
    SettlementFinding,
)
from app.debt.model import AdviceStage, Screened
from app.office import Office
from tests.app.debt.desk import begun

K, S = DebtMeasureKind, DebtMeasureState


def ago(office: Office, days: int) -> date:
    return office.clock.today() - timedelta(days=days)


def a_measure(
    office: Office, case: DebtCaseId, kind: DebtMeasureKind, days: int = 30, **row: object
) -> int:
    """Asked for so many days ago."""
    state = DebtMeasureRow(ago(office, days), S.ASKED, **row)  # type: ignore[arg-type]  # its own
    return office.debt_measures.begin(case, DebtMeasureDraft(kind), state)


def fields(found: Invalid) -> set[str]:
    return {problem.code for problem in found.problems}


def test_a_measure_is_kept_as_it_stood_on_any_day(office: Office) -> None:
    case = begun(office, days=60)
    measure = a_measure(office, case, K.BOSTOTTE, 40)
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 10), S.AGREED))
    assert office.debt_measures.of(case, ago(office, 41)) == ()
    assert office.debt_measures.get(measure, ago(office, 11)).state is S.ASKED
    assert office.debt_measures.get(measure).state is S.AGREED


def test_one_nobody_knows_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.debt_measures.get(7)


def test_it_begins_as_considered_or_asked_and_after_the_request(office: Office) -> None:
    case = begun(office, days=5)
    row = DebtMeasureRow(ago(office, 6), S.AGREED)
    with pytest.raises(Invalid) as found:
        office.debt_measures.begin(case, DebtMeasureDraft(amount=kroner(-1)), row)
    assert fields(found.value) == {
        "debt_measure_kind_missing",
        "debt_measure_negative",
        "debt_before_request",
        "debt_measure_begins",
    }


@pytest.mark.parametrize("kind", [K.VOLUNTARY_DEDUCTION, K.MONEY_MANAGEMENT])
def test_gj_07_own_money_is_paid_to_others_only_with_consent_in_writing(
    office: Office, kind: DebtMeasureKind
) -> None:
    measure = a_measure(office, begun(office, days=60), kind)
    with pytest.raises(Invalid) as found:
        office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 2), S.AGREED))
    assert fields(found.value) == {"debt_consent_missing"}
    agreed = DebtMeasureRow(ago(office, 2), S.AGREED, consent_on=ago(office, 3))
    office.debt_measures.stands(measure, agreed)
    assert office.debt_measures.get(measure).now.consent_on == ago(office, 3)


def test_no_move_is_dated_before_the_last_or_ahead(office: Office) -> None:
    measure = a_measure(office, begun(office, days=60), K.STARTLAN)
    for day, code in ((31, "day_before_last"), (-1, "day_in_future")):
        with pytest.raises(Invalid) as found:
            office.debt_measures.stands(measure, DebtMeasureRow(ago(office, day), S.REFUSED))
        assert fields(found.value) == {code}


def test_an_answer_that_is_due_is_told_until_it_comes(office: Office) -> None:
    case = begun(office, days=60)
    measure = a_measure(office, case, K.BOSTOTTE, answer_by=ago(office, 3))
    assert [(each.kind, each.due_on) for each in office.debt_measures.due()] == [
        (DebtDueKind.ANSWER, ago(office, 3))
    ]
    assert office.debt_measures.due(ago(office, 4)) == ()
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 1), S.REFUSED))
    assert office.debt_measures.due() == ()


def test_gj_24_25_28_a_settlement_has_its_days_from_the_opening(office: Office) -> None:
    case = begun(office, days=60)
    measure = a_measure(office, case, K.SETTLEMENT)
    assert office.debt_measures.days_of(office.debt_measures.get(measure)) is None
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 5), S.OPENED))
    days = office.debt_measures.days_of(office.debt_measures.get(measure))
    assert days is not None
    assert days.opened_on == ago(office, 5)
    until = office.clock.today() + timedelta(days=365)
    assert [each.kind for each in office.debt_measures.due(until)] == [
        DebtDueKind.NOTIFY,
        DebtDueKind.PAUSE,
    ]
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 1), S.AGREED))
    assert office.debt_measures.due(until) == ()
    assert office.debt_measures.due(days.ends_on)[0].kind is DebtDueKind.SETTLEMENT_END


def test_a_settlement_cannot_run_before_the_namsfogd_has_opened_it(office: Office) -> None:
    measure = a_measure(office, begun(office, days=60), K.SETTLEMENT)
    with pytest.raises(Invalid) as found:
        office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 2), S.AGREED))
    assert fields(found.value) == {"debt_measure_not_next"}


def test_what_is_done_moves_the_work_in_the_case(office: Office) -> None:
    case = begun(office, days=60)
    office.debt_cases.reach(case, AdviceStage.CONTACTING, ago(office, 50))
    measure = a_measure(office, case, K.SETTLEMENT)
    assert office.debt_cases.get(case).stage is AdviceStage.SETTLEMENT_APPLIED
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 9), S.OPENED))
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 5), S.AGREED))
    assert office.debt_cases.get(case).stage is AdviceStage.SETTLEMENT_RUNNING
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 0), S.COMPLETED))
    assert office.debt_cases.get(case).stage is AdviceStage.FOLLOWED


def test_a_move_is_undone_with_the_stage_it_brought(office: Office) -> None:
    case = begun(office, days=60)
    office.debt_cases.reach(case, AdviceStage.CONTACTING, ago(office, 50))
    a_measure(office, case, K.SETTLEMENT)
    office.history.undo()
    assert office.debt_measures.of(case) == ()
    assert office.debt_cases.get(case).stage is AdviceStage.CONTACTING


def test_a_correction_keeps_the_kind(office: Office) -> None:
    case = begun(office, days=60)
    measure = a_measure(office, case, K.REFINANCING)
    office.debt_measures.correct(measure, DebtMeasureDraft(K.REFINANCING, "Prøvebanken"))
    assert office.debt_measures.get(measure).draft.with_whom == "Prøvebanken"
    with pytest.raises(Invalid):
        office.debt_measures.correct(measure, DebtMeasureDraft(K.STARTLAN))


def test_gj_20_21_23_the_terms_are_told_and_never_in_the_way(office: Office) -> None:
    case = begun(office, days=60)
    assert [each.finding for each in office.debt_measures.findings(case)] == [
        SettlementFinding.NOT_ASKED
    ]
    no = Screened.NO
    check = SettlementCheck(
        ago(office, 1), Screened.YES, no, no, Screened.YES, no, None, no, Screened.YES
    )
    office.debt_measures.go_through(case, check)
    assert [each.finding for each in office.debt_measures.findings(case)] == [
        SettlementFinding.DISLOYAL
    ]
    assert office.debt_measures.terms(case) == check
    a_measure(office, case, K.SETTLEMENT, 0)


def test_words_that_may_name_a_home_are_forgotten(office: Office) -> None:
    case = begun(office, days=60)
    person = office.debt_cases.get(case).person
    row = DebtMeasureRow(ago(office, 3), S.ASKED, words="Bor i Prøvegata 7.")
    draft = DebtMeasureDraft(K.STARTLAN, words="Til Prøvegata 9.")
    measure = office.debt_measures.begin(case, draft, row)
    office.debt_measures.go_through(case, SettlementCheck(ago(office, 1), words="Leier i 7."))
    held = {each.ref.kind for each in office.debt_words.holding(frozenset({person}))}
    assert held >= {"debt_measure", "debt_measure_state", "settlement_check"}
    with office.unit("person.shielded") as unit:
        office.debt_words.forget(unit, frozenset({person}))
    known = office.debt_measures.get(measure)
    assert (known.draft.words, known.now.words) == ("", "")
    assert office.debt_words.holding(frozenset({person})) == ()


def test_gj_25_the_creditors_day_is_told_until_it_is_over(office: Office) -> None:
    case = begun(office, days=120)
    measure = a_measure(office, case, K.SETTLEMENT, 100)
    office.debt_measures.stands(measure, DebtMeasureRow(ago(office, 60), S.OPENED))
    until = office.clock.today() + timedelta(days=365)
    assert [each.kind for each in office.debt_measures.due(until)] == [DebtDueKind.PAUSE]
