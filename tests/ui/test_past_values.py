"""A recorded value is told in the officer's words, never as it is stored."""

import pytest

from ui.past_values import value_words


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("application_other_group", "target_group", "young", "Ung i etablering"),
        ("legal_basis", "case_kind", "housing_help", "Boligsosial hjelp"),
        ("dispensation", "criterion", "residence", "Botid i kommunen"),
        ("offer_state", "state", "accepted", "Takket ja"),
        ("offer_state", "reason", "too_small", "For liten"),
        ("offer_state", "valid_reason", 1, "ja"),
        ("evaluation", "outcome", "not_known", "Noe er ikke kjent ennå"),
        ("local_text", "document", "offer", "Tilbud om bolig"),
        ("dwelling_suitability", "emergency", 0, "nei"),
        ("dwelling_suitability", "for_groups", '["young", "older"]', "ung i etablering, eldre"),
        ("dwelling_suitability", "meets", "[]", "–"),
    ],
)
def test_a_code_is_told_in_words(table: str, column: str, value: object, said: str) -> None:
    assert value_words(table, column, value) == said


def test_a_number_of_a_person_is_never_told_whole() -> None:
    told = value_words("offer_state", "words", "Ring 31885012345 i morgen")
    assert "12345" not in told
