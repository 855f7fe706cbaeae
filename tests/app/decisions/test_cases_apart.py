"""Two cases of one request: each vedtak decides its own case and never the other (BS-08, F1)."""

from dataclasses import replace
from itertools import product

import pytest

from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.ids import ApplicationId
from app.decisions.model import VedtakDraft, VedtakResult
from app.office import Office
from tests.app.decisions.desk import (
    Desk,
    a_grant,
    a_refusal,
    help_granted,
    help_refused,
    stay_granted,
    stay_refused,
)

BECOMES = {
    VedtakResult.REFUSED: ApplicationState.REFUSED,
    VedtakResult.DISMISSED: ApplicationState.DISMISSED,
}


_EARLY = frozenset({VedtakResult.GRANTED, VedtakResult.REFUSED})


def _of(case: CaseKind, result: VedtakResult) -> VedtakDraft:
    no = result is VedtakResult.REFUSED
    if case is CaseKind.HOUSING_HELP:
        draft = help_granted() if result.grants else help_refused()
    elif case is CaseKind.TEMPORARY_STAY:
        draft = stay_granted() if result.grants else stay_refused()
    else:
        draft = a_grant() if result.grants else a_refusal()
    ground = draft.refusal_ground if no else None
    return replace(draft, result=result, refusal_ground=ground)


def _issue(desk: Desk, application: ApplicationId, draft: VedtakDraft) -> None:
    vedtak = desk.decisions.draft(application)
    desk.decisions.save_draft(vedtak, draft)
    desk.decisions.issue(vedtak)


def _expected(case: CaseKind, result: VedtakResult) -> ApplicationState:
    if not result.grants:
        return BECOMES[result]
    waits = case is CaseKind.ALLOCATION
    return ApplicationState.GRANTED_WAITING if waits else ApplicationState.GRANTED


@pytest.mark.parametrize("other", [CaseKind.HOUSING_HELP, CaseKind.TEMPORARY_STAY])
@pytest.mark.parametrize("results", list(product(VedtakResult, repeat=2)), ids=str)
def test_no_answer_in_one_case_touches_the_other(
    office: Office, other: CaseKind, results: tuple[VedtakResult, VedtakResult]
) -> None:
    # each pair of answers in both orders, one order with help and one with a stay
    dwelling_first = (other is CaseKind.HOUSING_HELP) == (results[0] in _EARLY)
    desk = Desk(office)
    opened = office.applications.open_case(desk.application, other)
    cases = [(desk.application, CaseKind.ALLOCATION), (opened, other)]
    order = list(zip(cases, results, strict=True))
    first, second = order if dwelling_first else order[::-1]
    untouched = office.applications.get(second[0][0]).state
    _issue(desk, first[0][0], _of(first[0][1], first[1]))
    assert office.applications.get(second[0][0]).state is untouched
    _issue(desk, second[0][0], _of(second[0][1], second[1]))
    for (application, case), result in order:
        assert office.applications.get(application).state is _expected(case, result)
