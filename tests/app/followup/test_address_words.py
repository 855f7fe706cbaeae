"""A street is found as people write it, and only that street (ADR-05)."""

import pytest

from app.followup.address_words import TAKEN_OUT, pattern


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Bor i Storgata 12 B.", f"Bor i {TAKEN_OUT}."),
        ("bor i STORGATA 12b", f"bor i {TAKEN_OUT}"),
        ("Møtes i Storgt. 12", f"Møtes i {TAKEN_OUT}"),
        ("Bråk i Storgata", f"Bråk i {TAKEN_OUT}"),
        ("Hjemme i Nedre  Elvevegen 4, alene", f"Hjemme i {TAKEN_OUT}, alene"),
        ("Ser på Elveveien 4", "Ser på Elveveien 4"),
        ("Har stor glede av turer", "Har stor glede av turer"),
        ("Ny jobb på Storgaten kafé", f"Ny jobb på {TAKEN_OUT} kafé"),
    ],
)
def test_a_street_is_found_with_and_without_its_number(said: str, left: str) -> None:
    told = pattern(["Storgata 12 B", "Nedre Elveveg 4"])
    assert told is not None
    assert told.sub(TAKEN_OUT, said) == left


def test_with_no_address_known_nothing_is_looked_for() -> None:
    assert pattern([]) is None
    assert pattern(["", "By 2"]) is None
