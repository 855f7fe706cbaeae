"""The timeline is read by its indexes: no table is read whole, however many persons there are."""

import pytest

from app.core.words import has_word
from app.overview.household import story_store
from app.overview.household.model import Happened
from app.storage.database import Database


@pytest.mark.parametrize("sql", [story_store.STORY, story_store.LISTED], ids=["story", "papers"])
def test_no_table_is_read_whole(db: Database, sql: str) -> None:
    steps = db.select(lambda *row: str(row[3]), f"EXPLAIN QUERY PLAN {sql}", ("[1]", "2026-11-23"))
    whole = {step for step in steps if step.startswith("SCAN") or "AUTOMATIC" in step}
    assert {step.split()[1] for step in whole} <= {"w", "who", "json_each", "story", "c", "p"}


def test_every_kind_but_letters_and_rent_is_read_once() -> None:
    told = [each.what for each in story_store.EVERY]
    assert len(told) == len(set(told))
    apart = {
        Happened.LETTER,
        Happened.PAPER_RECEIVED,
        Happened.LETTER_RETURNED,
        Happened.RENT_MISSED,
    }
    assert set(Happened) - set(told) == apart


def test_every_code_that_may_be_told_has_words() -> None:
    kinds = {kind for each in story_store.EVERY for kind in (*each.states, *each.more)}
    missing = [member for kind in kinds for member in kind if not has_word(member)]
    assert missing == []
