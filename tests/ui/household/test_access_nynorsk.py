"""What a person reads of all that is held has its words in the person's own language (PV-04)."""

import re
from enum import Enum

import pytest

from app.core import words
from app.core.text import Language
from app.overview.data_access import names_store, store
from app.overview.data_access.graph import reached
from app.storage.database import Database
from ui.past_values import _LISTS, _MARKS, STATES, value_words

NN = Language.NN.value
BOKMAL = re.compile(
    r"\b(ikke|bolig\w*|leie|leieavtale\w*|søker\w*|hva|hvem|hvor\w*|hvis|fra|jeg"
    r"|noen|noe|mer|uke|uker|måneder|kommunens|personens|tjeneste\w*|hjem\w*|avsluttet|endret"
    r"|bekreftet|utleier\w*|gjelder|sendt|betales|uten|innen)\b",
    re.IGNORECASE,
)
"""Words that are never nynorsk."""


@pytest.fixture
def tables(db: Database) -> set[str]:
    return {link.table for link in reached(store.links(db))} | {"person"}


def test_every_table_and_column_has_its_word_in_both(tables: set[str]) -> None:
    for name in tables:
        assert bool(words.table(name)) == bool(words.table(name, NN)), name
        for column in words._read("columns").get(name, {}):
            assert column in words._read("columns", NN)[name], (name, column)
    assert set(words._read("columns")["common"]) == set(words._read("columns", NN)["common"])


def test_every_code_that_can_come_has_its_word_in_both(tables: set[str]) -> None:
    kinds: set[type[Enum]] = {kind for (table, _), kind in STATES.items() if table in tables}
    kinds |= {kind for (table, _), kind in _LISTS.items() if table in tables} | set(_MARKS)
    kinds |= {kind for _, kind in names_store._KINDS.values()}
    lacking = [
        member
        for kind in kinds
        for member in kind
        if words.has_word(member) and not words.has_word(member, NN)
    ]
    assert lacking == []


def test_no_word_of_bokmal_stands_in_the_words_of_nynorsk() -> None:
    found = [
        (part, name, said)
        for file in ("columns", "states", "tables")
        for part, told in words._read(file, NN).items()
        for name, said in told.items()
        if BOKMAL.search(said)
    ]
    assert found == []


def test_a_value_is_told_in_the_language_of_the_reader() -> None:
    assert value_words("application_state", "state", "closed", Language.NB)
    assert value_words("evaluation", "outcome", "eligible", Language.NN) == "Vilkåra er oppfylte"
    assert value_words("evaluation", "outcome", "eligible") == "Vilkårene er oppfylt"
