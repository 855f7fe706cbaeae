"""ADR-05: words outside every case are only touched where they tie somebody to a place."""

import pytest

from app.followup.address_words import pattern
from app.overview.loose_words.rules import Look, Ties, names

HERS, OURS = "Gjømmeveien 77", "Skomakervegen 43"
LOOK = Look(pattern([HERS, OURS]), pattern([HERS]), names(["Kari Kanarifugl", "Bo Li"]))


@pytest.mark.parametrize(
    ("text", "ties", "tells"),
    [
        ("Gjømmeveien 77", Ties.LOOSE, True),
        ("gjømmev. 77", Ties.LOOSE, True),
        ("Skomakervegen 43", Ties.LOOSE, False),
        ("Kari i Skomakervegen", Ties.LOOSE, True),
        ("Kanarifugls leilighet i Skomakervegen 43", Ties.LOOSE, True),
        ("Karianne i Skomakervegen", Ties.LOOSE, False),
        ("Li i Skomakervegen", Ties.LOOSE, False),  # too short to be told from other words
        ("Kari Kanarifugl", Ties.LOOSE, False),
        ("Skomakervegen 43", Ties.CASE, True),
        ("Ringer i morgen", Ties.CASE, False),
        ("Kari flytter i mars", Ties.HOME, True),
        ("Skomakervegen 43 skal selges", Ties.HOME, False),
    ],
)
def test_what_ties_somebody_to_a_place(text: str, ties: Ties, *, tells: bool) -> None:
    assert LOOK.tells(text, ties) is tells


def test_only_what_tells_is_taken_out() -> None:
    assert LOOK.without("Kari i Skomakervegen 43, 2. etg", "(ute)", Ties.CASE) == (
        "Kari i (ute), 2. etg"
    )
    assert LOOK.without("Kari Kanarifugl flytter", "(ute)", Ties.HOME) == "(ute) (ute) flytter"


def test_one_without_an_address_and_a_name_is_tied_to_nothing() -> None:
    nobody = Look(None, None, None)
    for ties in Ties:
        assert not nobody.tells(f"Kari i {HERS}", ties)
        assert nobody.without(HERS, "(ute)", ties) == HERS
