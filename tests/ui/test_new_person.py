"""What was searched for is what a new person begins with."""

import pytest

from ui.new_person import new_person, split_name


@pytest.mark.parametrize(
    ("typed", "given", "family", "number"),
    [
        ("Ingunn Marie Sølvberg", "Ingunn Marie", "Sølvberg", None),
        ("ingunn sølvberg", "Ingunn", "Sølvberg", None),
        ("Sølvberg", None, "Sølvberg", None),
        ("018190 12345", None, None, "01819012345"),
    ],
)
def test_the_last_word_is_the_family_name_and_digits_are_a_number(
    typed: str, given: str | None, family: str | None, number: str | None
) -> None:
    name = split_name(typed)
    assert (name["given_name"], name["family_name"], name["national_id"]) == (given, family, number)


def test_a_number_alone_is_a_person_whose_name_is_asked_for() -> None:
    assert new_person({"given_name": " ", "family_name": None}) is None
    draft = new_person({"national_id": " 01819012345 "})
    assert draft is not None
    assert (draft.family_name, draft.to_check) == ("", "name_missing")
    known = new_person({"family_name": "Prøve"})
    assert known is not None
    assert known.to_check == ""
