"""P13, E9: the ready measures: their help, their usual unit, and whether a vedtak is needed."""

import pytest

from app.core import words
from app.followup.kinds.model import DEFAULTS, VedtakNeed, in_order, usual_unit
from app.followup.model import LifeArea, MeasureKind
from app.office import Office


@pytest.mark.parametrize("kind", MeasureKind)
def test_p13_each_kind_says_what_it_is_and_who_gives_it(kind: MeasureKind) -> None:
    help_text = words.explanation(kind)
    assert help_text.endswith(".")
    assert all(len(sentence.split()) <= 25 for sentence in help_text.split(". "))


@pytest.mark.parametrize("kind", MeasureKind)
def test_each_kind_has_a_unit_that_came_with_the_program(kind: MeasureKind, office: Office) -> None:
    units = office.service_units.all()
    defaults = DEFAULTS[kind]
    chosen = usual_unit(kind, units)
    assert (chosen is None) == (not defaults.unit)
    assert chosen is None or office.service_units.get(chosen).code == defaults.unit


def test_e9_husbanken_is_among_them_and_rests_on_a_vedtak() -> None:
    schemes = (MeasureKind.BOSTOTTE, MeasureKind.STARTLAN, MeasureKind.ADAPTATION_GRANT)
    assert len(MeasureKind) - 1 >= 12
    assert all(DEFAULTS[kind].vedtak is VedtakNeed.MUST for kind in schemes)


def test_a_unit_that_is_closed_is_not_proposed(office: Office) -> None:
    nav = usual_unit(MeasureKind.DEBT_ADVICE, office.service_units.all())
    assert nav is not None
    office.service_units.close(nav, office.clock.today())
    assert usual_unit(MeasureKind.DEBT_ADVICE, office.service_units.open()) is None


def test_those_of_the_area_come_first_and_other_last() -> None:
    kinds = in_order(LifeArea.CHILDREN)
    assert kinds[0] is MeasureKind.CHILD_FOLLOWUP
    assert kinds[-1] is MeasureKind.OTHER
    assert set(kinds) == set(MeasureKind)
