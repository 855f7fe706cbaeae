"""HL-76: what is left is cared for, asked for in writing, and never thrown unasked but rubbish."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid
from app.core.ids import LeaseId
from app.core.money import Ore
from app.leases.aftermath.left_belongings.model import Belonging, BelongingOutcome, cost
from app.leases.aftermath.service import Aftermath

BACK = date(2027, 4, 5)
SOFA = Belonging(BACK, "En sofa og to esker bøker", "Boden i kjelleren", cost=Ore(45_000))
RUBBISH = Belonging(BACK, "Tre sekker søppel", outcome=BelongingOutcome.RUBBISH, cost=Ore(20_000))


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [each.code for each in refused.value.problems]


def test_hl_76_the_inventory_holds_what_is_kept_and_what_was_rubbish(
    over: LeaseId, aftermath: Aftermath
) -> None:
    aftermath.belongings.add(over, SOFA)
    aftermath.belongings.add(over, RUBBISH)
    kept, thrown = aftermath.belongings.of(over)
    assert (kept.what, kept.kept_where, kept.outcome) == (
        SOFA.what,
        SOFA.kept_where,
        BelongingOutcome.KEPT,
    )
    assert thrown.outcome_on == BACK
    assert cost((kept, thrown)) == 65_000


def test_hl_76_it_is_asked_for_in_writing_before_it_is_sold_or_thrown(
    over: LeaseId, aftermath: Aftermath
) -> None:
    thing = aftermath.belongings.add(over, SOFA)
    with pytest.raises(Invalid) as refused:
        aftermath.belongings.decide(over, thing, BelongingOutcome.SOLD, BACK, "")
    assert codes(refused) == ["belonging_not_asked"]
    aftermath.belongings.ask(over, aftermath.belongings.suggested_day())
    (request,) = aftermath.belongings.requests(over)
    assert (request.asked_on, request.collect_by) == (BACK, BACK + timedelta(days=28))
    aftermath.belongings.decide(over, thing, BelongingOutcome.SOLD, BACK, "Solgt på auksjon")
    assert aftermath.belongings.of(over)[0].outcome is BelongingOutcome.SOLD


def test_what_is_fetched_needs_no_letter(over: LeaseId, aftermath: Aftermath) -> None:
    thing = aftermath.belongings.add(over, SOFA)
    aftermath.belongings.decide(over, thing, BelongingOutcome.COLLECTED, BACK, "")
    with pytest.raises(Invalid) as refused:
        aftermath.belongings.preview(over, BACK + timedelta(days=10))
    assert codes(refused) == ["belongings_none"]


def test_what_is_lacking_is_told_beside_the_field(over: LeaseId, aftermath: Aftermath) -> None:
    with pytest.raises(Invalid) as refused:
        aftermath.belongings.add(over, Belonging(None, " "))
    assert codes(refused) == [
        "belonging_day_missing",
        "belonging_missing",
        "belonging_place_missing",
    ]
    aftermath.belongings.add(over, SOFA)
    with pytest.raises(Invalid) as refused:
        aftermath.belongings.preview(over, BACK)
    assert codes(refused) == ["collect_day_has_been"]
