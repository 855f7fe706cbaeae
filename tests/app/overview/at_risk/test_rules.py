"""Who stands first among those in danger of losing their home, and what comes next."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId, Ref
from app.overview.at_risk.model import AtRiskRow, Risk, RiskReason, RiskSet, RiskStep
from app.overview.at_risk.rules import belongs, in_order, ranked, step_after
from app.people.model import AddressProtection

LEASE = Ref("lease", 1)


def risk(why: RiskReason, day: date | None = None, since: date = date(2026, 3, 2)) -> Risk:
    """One reason."""
    return Risk(why, since, LEASE, day)


def row(person: int, *risks: Risk, ages: tuple[int, ...] = ()) -> AtRiskRow:
    """A person with these reasons."""
    found = in_order(risks)
    return AtRiskRow(
        PersonId(person), "", AddressProtection.NONE, "", found, step_after(found), ages
    )


def test_the_day_that_is_set_comes_before_all_else_the_earliest_first() -> None:
    late = row(1, risk(RiskReason.DATE_SET, date(2026, 12, 20)))
    soon = row(2, risk(RiskReason.DATE_SET, date(2026, 12, 3)))
    owes = row(3, risk(RiskReason.LONG_ARREARS), ages=(4,))
    assert [each.person for each in ranked([owes, late, soon])] == [2, 1, 3]


def test_children_come_first_among_those_alike() -> None:
    alone = row(1, risk(RiskReason.EVICTION_NOTICE))
    family = row(2, risk(RiskReason.EVICTION_NOTICE), ages=(9, 4))
    assert [each.person for each in ranked([alone, family])] == [2, 1]


def test_the_next_step_follows_the_most_pressing_reason() -> None:
    found = in_order([risk(RiskReason.LONG_ARREARS), risk(RiskReason.EVICTION_NOTICE)])
    assert step_after(found) is RiskStep.HOLD_MEETING


def test_one_without_a_case_is_found_by_itself() -> None:
    noticed = row(1, risk(RiskReason.EVICTION_NOTICE))
    filed = row(2, risk(RiskReason.PETITION_FILED), risk(RiskReason.EVICTION_NOTICE))
    assert belongs(noticed, RiskSet.WITHOUT_CASE)
    assert not belongs(filed, RiskSet.WITHOUT_CASE)


_risks = st.lists(st.sampled_from(RiskReason), min_size=1, max_size=4)


@given(st.lists(_risks))
def test_every_row_has_a_reason_and_a_step_and_none_is_lost(drawn: list[list[RiskReason]]) -> None:
    rows = [row(at, *map(risk, whys)) for at, whys in enumerate(drawn)]
    found = ranked(rows)
    assert sorted(each.person for each in found) == sorted(each.person for each in rows)
    assert all(each.risks and each.step in RiskStep for each in found)
