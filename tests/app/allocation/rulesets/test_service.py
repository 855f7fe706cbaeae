"""Adopting, replacing and withdrawing the municipality's rules in a real register."""

from dataclasses import replace
from datetime import date

import pytest

from app.allocation.rulesets.content import KEYS
from app.allocation.rulesets.model import RuleSet, RuleSetDraft, TieBreak
from app.applications.model import TargetGroup as G
from app.core import words
from app.core.dated import DatedValue
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import Ref
from app.office import Office

TODAY = date(2026, 11, 23)
NEW_YEAR = date(2027, 1, 1)
GOOD = RuleSet(groups=(G.HOMELESS, G.YOUNG), preliminary_days=10, valid_months=6)


def draft(valid_from: date = TODAY, rules: RuleSet = GOOD) -> RuleSetDraft:
    return RuleSetDraft(rules, valid_from, "Retningslinjer", " 26/41 ", "Kommunestyret")


def test_before_any_set_the_proposal_holds_with_what_is_set_one_by_one(office: Office) -> None:
    office.settings.override("local.valid_months", DatedValue(3, TODAY, source="rutine"))
    office.allocation.set_group_order((G.OLDER,), "sak 1/26")
    found = office.rule_sets.in_force()
    assert (found.id, found.adopted) == (0, False)
    assert found.rules == RuleSet(groups=(G.OLDER,), valid_months=3)


def test_a_set_holds_from_its_day_with_its_order_and_its_clocks(office: Office) -> None:
    added = office.rule_sets.adopt(draft(NEW_YEAR))
    assert office.rule_sets.in_force(date(2026, 12, 31)).id == 0
    found = office.rule_sets.in_force(NEW_YEAR)
    assert (found.id, found.rules, found.case_number) == (added, GOOD, "26/41")
    assert found.source == "Kommunestyret, 26/41"
    order = office.allocation.group_order(NEW_YEAR)
    assert (order.listed, order.source) == (GOOD.groups, "Kommunestyret, 26/41")
    parameters = office.settings.parameters
    for key, before, after in (
        ("local.prelim_days", 14, 10),
        ("local.offer_answer_days", 7, 7),
        ("local.valid_months", 12, 6),
    ):
        assert parameters.whole(key, date(2026, 12, 31)) == before
        assert parameters.whole(key, NEW_YEAR) == after
        assert parameters.version(key, NEW_YEAR).source == "Kommunestyret, 26/41"
    newest = office.history.latest()[0]
    assert (newest.verb, newest.subject) == ("rule_set.adopted", Ref("rule_set", added))


def test_adopting_and_withdrawing_can_be_undone(office: Office) -> None:
    added = office.rule_sets.adopt(draft(NEW_YEAR))
    office.rule_sets.withdraw(added, "skrevet feil")
    office.history.undo()
    assert [each.id for each in office.rule_sets.all()] == [added]
    assert office.allocation.group_order(NEW_YEAR).adopted
    office.history.undo()
    assert office.rule_sets.all() == ()
    assert not office.allocation.group_order(NEW_YEAR).adopted
    assert office.settings.own_versions("local.prelim_days") == ()


def test_a_set_that_has_not_begun_is_withdrawn_with_all_it_brought(office: Office) -> None:
    added = office.rule_sets.adopt(draft(NEW_YEAR))
    office.rule_sets.withdraw(added, " vedtaket ble utsatt ")
    assert office.rule_sets.in_force(NEW_YEAR).id == 0
    assert not office.allocation.group_order(NEW_YEAR).adopted
    assert office.settings.parameters.whole("local.prelim_days", NEW_YEAR) == 14
    # what was evaluated by it can still be read
    assert office.rule_sets.get(added).rules == GOOD
    with pytest.raises(NotFound):
        office.rule_sets.withdraw(added, "en gang til")
    assert office.rule_sets.adopt(draft(NEW_YEAR)) != added


def test_a_set_that_holds_is_replaced_not_withdrawn(office: Office) -> None:
    added = office.rule_sets.adopt(draft())
    with pytest.raises(Conflict) as caught:
        office.rule_sets.withdraw(added, "angrer")
    assert caught.value.code == "rule_set_begun"
    later = office.rule_sets.adopt(draft(NEW_YEAR))
    with pytest.raises(Invalid):
        office.rule_sets.withdraw(later, " ")


def test_a_hole_in_time_is_refused(office: Office) -> None:
    office.rule_sets.adopt(draft(NEW_YEAR))
    for day, code in ((NEW_YEAR, "rule_set_same_day"), (TODAY, "rule_set_before_newest")):
        with pytest.raises(Invalid) as caught:
            office.rule_sets.adopt(draft(day))
        assert [each.code for each in caught.value.problems] == [code]
    assert len(office.rule_sets.all()) == 1


def test_a_new_order_of_groups_is_a_new_version_of_the_set(office: Office) -> None:
    first = office.rule_sets.adopt(draft())
    office.allocation.set_group_order((G.REFUGEE, G.YOUNG), " Formannskapet sak 9/26 ")
    found = office.rule_sets.in_force()
    assert found.id != first
    assert found.rules == replace(GOOD, groups=(G.REFUGEE, G.YOUNG))
    assert found.case_number == "Formannskapet sak 9/26"
    order = office.allocation.group_order()
    assert (order.listed, order.source) == ((G.REFUGEE, G.YOUNG), "Formannskapet sak 9/26")
    assert office.rule_sets.get(first).rules == GOOD


def test_an_adopted_set_never_changes(office: Office) -> None:
    added = office.rule_sets.adopt(draft())
    with pytest.raises(Exception, match="never changes"), office.unit("rule_set.adopted") as unit:
        unit.update("rule_set", added, content="{}")


def test_a_preview_tells_what_is_new_and_saves_nothing(office: Office) -> None:
    office.rule_sets.adopt(draft())
    rules = replace(GOOD, residence_months=36, tie_break=TieBreak.LOT, groups=(G.YOUNG,))
    seen = office.rule_sets.preview(draft(NEW_YEAR, rules))
    assert [(each.key, each.before, each.after) for each in seen.changes] == [
        ("residence_months", "24\u00a0måneder", "36\u00a0måneder"),
        ("groups", f"{words.word(G.HOMELESS)}, {words.word(G.YOUNG)}", words.word(G.YOUNG)),
        ("tie_break", "ingenting", "loddtrekning"),
    ]
    assert (seen.adopted.rules, seen.problems) == (rules, ())
    assert len(office.rule_sets.all()) == 1


def test_every_key_of_a_set_has_a_name() -> None:
    assert [key for key in KEYS if not words.column("rule_set_key", key)] == []


def test_what_is_not_there_is_told(office: Office) -> None:
    with pytest.raises(NotFound) as caught:
        office.rule_sets.get(9)
    assert caught.value.code == "rule_set_not_found"
