"""A rule set is kept and read back exactly, whatever it says."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.allocation.rulesets.content import KEYS, from_content, from_json, to_content, to_json
from app.allocation.rulesets.model import IncomeCap, RuleSet
from app.core.errors import OfficeError
from app.core.money import Ore

DECIMALS = st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False)
CAPS = st.builds(
    IncomeCap,
    st.integers(0, 20),
    st.none() | DECIMALS,
    st.none() | st.integers(0, 10**12).map(Ore),
)


def rule_sets() -> st.SearchStrategy[RuleSet]:
    """Every rule set: each key of any value of its type, not only those without a default."""
    hints = get_type_hints(RuleSet)
    own: dict[str, st.SearchStrategy[object]] = {key: st.from_type(hints[key]) for key in KEYS}
    own["income_caps"] = st.lists(CAPS, max_size=5).map(tuple)
    return st.builds(RuleSet, **own)


@given(rule_sets())
def test_what_is_kept_is_what_was_adopted(rules: RuleSet) -> None:
    assert from_json(to_json(rules)) == rules


def test_every_key_is_kept_in_plain_values() -> None:
    content = json.loads(to_json(RuleSet()))
    assert tuple(content) == KEYS
    assert content["residence_exceptions"] == ["refugee_by_agreement", "special_reason"]


def test_a_key_nobody_knows_is_refused() -> None:
    with pytest.raises(OfficeError) as caught:
        from_content({"waiting_time_first": True})
    assert caught.value.code == "rule_set_malformed"
    assert caught.value.facts == {"key": "waiting_time_first"}


@pytest.mark.parametrize("key", KEYS)
def test_a_set_kept_before_a_key_came_has_its_default(key: str) -> None:
    content = to_content(RuleSet(income_caps=(IncomeCap(1, Decimal("3.5")),)))
    del content[key]
    kept = from_content(content)
    assert getattr(kept, key) == getattr(RuleSet(), key)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("residence_months", "24"),
        ("residence_months", True),
        ("stay_required", 1),
        ("ranking", "by_waiting_time"),
        ("groups", "homeless"),
        ("groups", ["nobody"]),
        ("income_caps", [{"persons": 1, "in_g": "NaN"}]),
        ("income_caps", [{"persons": 1, "in_euro": "3"}]),
        ("size_norm", [{"persons": 1}]),
        ("lease_terms", [36]),
    ],
)
def test_an_unfit_value_names_its_key(key: str, value: object) -> None:
    with pytest.raises(OfficeError) as caught:
        from_content({key: value})
    assert caught.value.facts == {"key": key}


def test_text_that_is_no_set_is_refused() -> None:
    with pytest.raises(OfficeError):
        from_json("[]")


def test_equal_sets_are_equal_text() -> None:
    rules = replace(RuleSet(), quarantine_months=3)
    assert to_json(rules) == to_json(from_json(to_json(rules)))
