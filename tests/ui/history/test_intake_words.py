"""What a form told is read in the history as the officer would write it."""

import pytest

from app.applications.intake.model import (
    HelpNeed,
    Hindrance,
    IncomeKind,
    Requirement,
)
from app.people.consents.model import ConsentScope
from ui.labels import title_word
from ui.past_values import value_words


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("intake", "tenure", "rents_privately", "Leier privat"),
        ("intake", "present_rent", 900000, "9\u00a0000\u00a0kr"),
        ("intake", "registered_here", 0, "nei"),
        ("intake_income", "kind", "work", title_word(IncomeKind.WORK)),
        ("intake_income", "monthly", 100000, "1\u00a0000\u00a0kr"),
        ("intake_mark", "code", "quiet", title_word(Requirement.QUIET)),
        ("intake_mark", "code", "debt", title_word(Hindrance.DEBT)),
        ("intake_mark", "code", "cleaning", title_word(HelpNeed.CLEANING)),
        ("intake_paper", "not_needed", 1, "ja"),
        ("consent", "scope", "fetch_nav", title_word(ConsentScope.FETCH_NAV)),
        ("representative", "kind", "guardian", "Verge"),
    ],
)
def test_what_was_told_is_told_in_words(table: str, column: str, value: object, said: str) -> None:
    assert value_words(table, column, value) == said
