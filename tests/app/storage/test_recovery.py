"""The paper key is read however it is typed, and no slip of the finger gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import WrongKey
from app.storage import recovery
from app.storage.recovery import ALPHABET

SECRETS = st.binary(min_size=20, max_size=20)


@given(SECRETS)
def test_what_is_written_is_read_back(secret: bytes) -> None:
    groups = recovery.write(secret)
    assert [len(group) for group in groups] == [5] * 8
    assert set("".join(groups)) <= set(ALPHABET)
    assert recovery.read("-".join(groups)) == secret


@given(SECRETS, st.data())
def test_case_blanks_hyphens_and_lookalikes_do_not_matter(
    secret: bytes, data: st.DataObject
) -> None:
    typed = ""
    for letter in "".join(recovery.write(secret)):
        same = {"0": "0Oo", "1": "1IilL"}.get(letter, letter + letter.lower())
        typed += data.draw(st.sampled_from(same))
        typed += data.draw(st.sampled_from(["", "", " ", "-", "\u00a0", "–", "\n", "."]))
    assert recovery.read(typed) == secret


def test_no_single_wrong_character_gets_through() -> None:
    tried = 0
    for number in range(16):
        letters = "".join(recovery.write(bytes([number * 7 % 256]) * 20))
        for at, right in enumerate(letters):
            for wrong in ALPHABET.replace(right, "") + "U":
                with pytest.raises(WrongKey) as caught:
                    recovery.read(letters[:at] + wrong + letters[at + 1 :])
                assert caught.value.code == "recovery_mistyped"
                tried += 1
    assert tried >= 20_000


@given(SECRETS, st.integers(0, 6))
def test_two_groups_that_changed_places_are_told(secret: bytes, at: int) -> None:
    groups = list(recovery.write(secret))
    if groups[at] == groups[at + 1]:
        return
    groups[at], groups[at + 1] = groups[at + 1], groups[at]
    with pytest.raises(WrongKey):
        recovery.read(" ".join(groups))


@pytest.mark.parametrize(
    ("typed", "length"), [("", 0), ("A" * 39, 39), ("A" * 41, 41), ("-- -", 0)]
)
def test_a_wrong_length_is_said_with_the_length(typed: str, length: int) -> None:
    with pytest.raises(WrongKey) as caught:
        recovery.read(typed)
    assert (caught.value.code, caught.value.facts) == ("recovery_length", {"typed": length})


@given(st.text(max_size=60))
def test_no_text_is_more_than_a_wrong_key(typed: str) -> None:
    with pytest.raises(WrongKey):
        recovery.read(typed)


def test_two_papers_are_never_alike() -> None:
    assert len({recovery.new_secret() for _ in range(50)}) == 50
