"""What a person lacks can be put right after it was written."""

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import NeedId
from app.followup.model import LifeArea
from app.followup.plans.model import NeedDraft
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk


def test_a_need_typed_wrong_is_put_right_where_it_stands(office: Office) -> None:
    desk = PlanDesk(office)
    need = desk.need("Betaler snet")
    right = NeedDraft(LifeArea.MONEY, "Betaler sent")
    office.plans.change_need(need, right)
    (known,) = office.plans.needs(desk.person)
    assert (known.id, known.draft) == (need, right)
    acts = [event.verb for event in office.history.latest(20)]
    office.plans.change_need(need, right)
    assert [event.verb for event in office.history.latest(20)] == acts, "nothing was other"
    assert acts.count("need.changed") == 1


def test_a_need_is_never_left_without_words(office: Office) -> None:
    need = PlanDesk(office).need()
    with pytest.raises(Invalid):
        office.plans.change_need(need, NeedDraft(LifeArea.MONEY, " "))
    with pytest.raises(NotFound):
        office.plans.change_need(NeedId(999), NeedDraft(LifeArea.MONEY, "Uro"))
