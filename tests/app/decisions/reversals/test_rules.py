"""A reversal has a ground from the closed list, and harms nobody who could not speak first."""

from dataclasses import replace
from datetime import date

import pytest

from app.decisions.reversals import rules
from app.decisions.reversals.model import ReversalDraft, ReversalGround, Standing

G = ReversalGround
TODAY = date(2026, 11, 23)
OLD = Standing(
    issued=True, replaced=False, begun=False, notified=True, allocated=False, new_act=False
)
WHY = "Vi hadde lest feil i søknaden."


def codes(draft: ReversalDraft, **changes: object) -> list[str]:
    old = replace(OLD, **changes)  # type: ignore[arg-type]  # its own fields
    return [problem.code for problem in rules.check(draft, old, TODAY)]


def test_the_list_is_closed_and_breach_belongs_to_the_act_of_2025() -> None:
    assert rules.own_grounds(False) == (G.NOT_TO_HARM, G.NOT_NOTIFIED, G.INVALID)
    assert rules.own_grounds(True) == (*rules.own_grounds(False), G.BREACH)
    breach = ReversalDraft(G.BREACH, WHY)
    assert codes(breach) == ["reversal_breach_not_yet"]
    assert codes(breach, new_act=True) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"issued": False}, "reversal_of_draft"),
        ({"replaced": True}, "reversal_of_replaced"),
        ({"begun": True}, "reversal_begun"),
        ({"allocated": True}, "reversal_of_allocated"),
    ],
)
def test_what_cannot_be_reversed_is_told(change: dict[str, object], code: str) -> None:
    assert codes(ReversalDraft(G.NOT_TO_HARM, WHY), **change) == [code]


def test_ground_and_reason_are_needed() -> None:
    assert codes(ReversalDraft()) == ["reversal_ground_missing", "reversal_reason_missing"]
    assert codes(ReversalDraft(G.APPEAL, WHY)) == ["reversal_without_appeal"]
    assert codes(ReversalDraft(G.APPEAL, WHY, appeal=1)) == []


def test_each_ground_holds_only_where_it_is_true() -> None:
    assert codes(ReversalDraft(G.NOT_NOTIFIED, WHY)) == ["reversal_notified"]
    assert codes(ReversalDraft(G.NOT_NOTIFIED, WHY, to_harm=True), notified=False) == []
    assert "reversal_harms" in codes(ReversalDraft(G.NOT_TO_HARM, WHY, to_harm=True))


def test_to_harm_only_after_a_notice_that_has_run_out_or_been_weighed() -> None:
    draft = ReversalDraft(G.INVALID, WHY, to_harm=True)
    assert codes(draft) == ["reversal_needs_notice"]
    named = replace(draft, notice=1)
    assert codes(named) == ["reversal_notice_unsent"]
    assert codes(named, notice_until=TODAY) == ["reversal_notice_runs"]
    assert codes(named, notice_until=TODAY, notice_read=True) == []
    assert codes(named, notice_until=date(2026, 11, 22)) == []
    assert codes(ReversalDraft(G.APPEAL_BODY, WHY, to_harm=True, appeal=1)) == []
