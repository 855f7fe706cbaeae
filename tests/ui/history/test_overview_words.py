"""What the overviews keep is read in the history as the officer would write it."""

import pytest

from app.core import words
from ui.labels import done
from ui.past_values import value_words

VERBS = (
    "homeless.told",
    "homeless.over",
    "homeless.described",
    "homeless.confirmed",
    "homeless.not_counted",
    "data_access.given",
    "list.saved",
    "list.renamed",
    "list.removed",
    "list.exported",
    "return_snapshot.kept",
    "kostra_line.set",
    "pack_text.written",
    "dwelling.sale_told",
    "dwelling.clause_told",
    "application.discharge_told",
    "application.discharge_off",
)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_a_sentence_of_its_own(verb: str) -> None:
    said = done(verb)
    assert said[0].isupper()
    assert verb not in said
    assert [each for each in VERBS if done(each) == said] == [verb]


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("homeless_told", "homeless", 1, "ja"),
        ("homeless_check", "homeless", 0, "nei"),
        ("homeless_told", "place", "unknown", "Ukjent"),
        ("dwelling_sale", "for_sale", 1, "ja"),
        ("kostra_line", "dropped", 0, "nei"),
    ],
)
def test_values_are_told_in_words(table: str, column: str, value: object, said: str) -> None:
    assert value_words(table, column, value).casefold() == said.casefold()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("homeless_told", "since"),
        ("homeless_told", "place"),
        ("homeless_profile", "homeless_since"),
        ("homeless_check", "checked_on"),
        ("data_access", "given_on"),
        ("list_export", "row_count"),
        ("list_export", "filters"),
        ("return_snapshot", "last_on"),
        ("pack_text", "words"),
        ("indicator_target", "target"),
        ("planned_discharge", "leaves_on"),
        ("dwelling_clause", "ends_on"),
    ],
)
def test_columns_have_words(table: str, column: str) -> None:
    said = words.column(table, column)
    assert said
    assert "_" not in said
