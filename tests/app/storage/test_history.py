"""What was done, and taking it back."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import Conflict, OfficeError
from app.core.events import FieldChange, PastEvent
from app.core.ids import Ref
from app.storage import history as histories
from app.storage import schema
from app.storage.chain import verify
from app.storage.database import Database
from app.storage.history import History
from tests.app.storage.records import TABLE, add, changed, names, rewritten, saved


@pytest.fixture
def history(db: Database) -> History:
    return History(db)


def _newest(history: History) -> PastEvent:
    return history.latest(1)[0]


def _content(db: Database) -> list[object]:
    return list(db.column("SELECT content FROM sheet_profile ORDER BY id"))


def test_the_history_tells_what_each_unit_did(db: Database, history: History) -> None:
    row = saved(db, "a", "old")
    changed(db, row, "new")
    event, made, _ = history.latest()
    assert (event.verb, event.subject, event.by) == ("profile.changed", Ref(TABLE, row), 1)
    assert event.at == db.clock.now()
    assert history.changes(event.id) == (FieldChange(TABLE, row, "content", "old", "new"),)
    assert FieldChange(TABLE, row, "name", None, "a") in history.changes(made.id)
    assert [each.verb for each in history.of(Ref(TABLE, row))] == [
        "profile.changed",
        "profile.saved",
    ]
    assert [each.id for each in history.latest(before=made.id)] == [1]


def test_no_repr_tells_what_was_written(db: Database, history: History) -> None:
    saved(db, "Kanarifugl", "hemmelig")
    with db.unit("why", reason="hemmelig") as unit:
        add(unit, "b")
    shown = repr(history.latest()) + repr([history.changes(e.id) for e in history.latest()])
    assert "Kanarifugl" not in shown
    assert "hemmelig" not in shown


def test_an_insert_is_taken_back(db: Database, history: History) -> None:
    saved(db, "a")
    undone = history.undo()
    assert undone.verb == "profile.saved"
    assert names(db) == []
    assert _newest(history).verb == "unit.undone"
    assert history.event(undone.id) == replace(undone, reversed_by=_newest(history).id)


def test_an_update_is_taken_back_to_the_letter(db: Database, history: History) -> None:
    row = saved(db, "a", 'æøå\u0000«\U0001f600»\n\\"')
    before = _content(db)
    changed(db, row, "other")
    history.undo()
    assert _content(db) == before


def test_numbers_and_empty_values_are_taken_back_as_they_were(
    db: Database, history: History
) -> None:
    with db.unit("made") as unit:
        row = unit.insert(
            "dwelling",
            street="a",
            dwelling_type="flat",
            holding="owned",
            area=0.1 + 0.2,
            sort_key="a",
            search_text="a",
        )
    before = db.select(_columns, "SELECT * FROM dwelling")
    with db.unit("moved") as unit:
        unit.update("dwelling", row, area=7.0, bedrooms=2, kobo_id="x")
    history.undo()
    assert db.select(_columns, "SELECT * FROM dwelling") == before


def _columns(*columns: object) -> tuple[object, ...]:
    return columns


def test_a_delete_is_taken_back_with_its_number(db: Database, history: History) -> None:
    row = saved(db, "a", "kept")
    with db.unit("removed", Ref(TABLE, row)) as unit:
        unit.delete(TABLE, row)
    history.undo()
    assert db.column("SELECT id FROM sheet_profile") == [row]
    assert _content(db) == ["kept"]


def test_a_unit_is_taken_back_whole_in_the_opposite_order(db: Database, history: History) -> None:
    first = saved(db, "a", "1")
    with db.unit("many") as unit:
        unit.update(TABLE, first, name="b")
        second = add(unit, "a")  # the name is free only because the line above ran first
        unit.update(TABLE, second, content="2")
        unit.delete(TABLE, first)
    history.undo()
    assert (names(db), _content(db)) == (["a"], ["1"])


def test_undo_goes_backwards_from_the_newest(db: Database, history: History) -> None:
    for name in ("a", "b", "c"):
        saved(db, name)
    assert [history.undo().subject for _ in range(3)] == [Ref(TABLE, row) for row in (3, 2, 1)]
    assert names(db) == []
    assert history.undoable() is None
    with pytest.raises(OfficeError) as caught:
        history.undo()
    assert caught.value.code == "nothing_to_undo"
    assert verify(db) is None


def test_undo_reaches_a_hundred_units_back(
    db: Database, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert histories.UNDO_LIMIT == 100
    monkeypatch.setattr(histories, "UNDO_LIMIT", 4)
    for number in range(6):
        saved(db, str(number))
    for _ in range(4):
        history.undo()
    assert names(db) == ["0", "1"]
    assert history.undoable() is None


def test_undo_is_for_this_opening_only(db: Database, history: History) -> None:
    saved(db, "a")
    assert History(db).undoable() is None
    assert history.undoable() is not None


def test_what_took_back_is_not_taken_back(db: Database, history: History) -> None:
    saved(db, "a")
    saved(db, "b")
    history.undo()
    undoable = history.undoable()
    assert undoable is not None
    assert undoable.verb == "profile.saved"
    with pytest.raises(OfficeError) as caught:
        history.reverse(_newest(history))
    assert caught.value.code == "undo_final"
    assert names(db) == ["a"]


def test_a_final_verb_cannot_be_undone(db: Database, history: History) -> None:
    with db.unit("letter.issued", final=True) as unit:
        add(unit, "a")
    assert history.undoable() is None
    with pytest.raises(OfficeError) as caught:
        history.undo()
    assert (caught.value.code, caught.value.facts) == ("undo_final", {"verb": "letter.issued"})
    assert names(db) == ["a"]


def test_rows_changed_since_are_named_and_nothing_is_undone(db: Database, history: History) -> None:
    with db.unit("sheet.taken_in") as unit:
        first, second = add(unit, "a"), add(unit, "b")
    taken_in = _newest(history)
    changed(db, second, "by hand")
    with pytest.raises(Conflict) as caught:
        history.reverse(taken_in)
    assert caught.value.code == "undo_changed_since"
    assert caught.value.facts == {"rows": (Ref(TABLE, second),)}
    assert names(db) == ["a", "b"]
    history.undo()
    history.reverse(taken_in)
    assert names(db) == []
    assert first != second


def test_rows_that_lean_on_what_was_made_are_named(db: Database, history: History) -> None:
    with db.unit("person.registered") as unit:
        person = unit.insert(
            "person", given_name="a", family_name="b", sort_key="b", search_text="a b"
        )
        unit.insert("national_id", person=person, number="1", kind="fnr")
    registered = _newest(history)
    with db.unit("address.added") as unit:
        address = unit.insert("person_address", person=person, since="2026-01-01", line="x")
    with pytest.raises(Conflict) as caught:
        history.reverse(registered)
    assert caught.value.code == "undo_changed_since"
    assert caught.value.facts == {"rows": (Ref("person_address", address),)}
    assert db.value(int, "SELECT count(*) FROM person") == 1


def test_a_value_that_was_taken_since_is_a_conflict_too(db: Database, history: History) -> None:
    row = saved(db, "a")
    with db.unit("removed") as unit:
        unit.delete(TABLE, row)
    removed = _newest(history)
    with db.unit("made again") as unit:
        unit.insert(TABLE, id=row + 10, kind="test", name="a", content="")
    with pytest.raises(Conflict):
        history.reverse(removed)


def test_what_was_reversed_from_the_history_is_not_offered_again(
    db: Database, history: History
) -> None:
    saved(db, "a")
    saved(db, "b")
    newest = _newest(history)
    history.reverse(newest)
    assert history.undo().id == newest.id - 1
    with pytest.raises(OfficeError) as caught:
        history.reverse(history.latest()[-2])
    assert caught.value.code == "undo_done_already"


def test_redaction_empties_values_and_keeps_the_chain_whole(db: Database, history: History) -> None:
    row = saved(db, "a", "secret")
    changed(db, row, "more secret")
    kept = saved(db, "b", "kept")
    assert history.redact([Ref(TABLE, row)], "ARK-02") == 2
    assert verify(db) is None
    noted = str(db.select(_columns, "SELECT before, after FROM change"))
    assert "secret" not in noted
    assert "kept" in noted
    event = history.of(Ref(TABLE, row))[0]
    assert history.changes(event.id) == (FieldChange(TABLE, row, "", None, None, redacted=True),)
    assert _newest(history).final
    assert _newest(history).reason == "ARK-02"
    assert history.redact([Ref(TABLE, kept)], "ARK-02") == 1
    assert verify(db) is None


def test_what_was_emptied_is_not_undone(db: Database, history: History) -> None:
    row = saved(db, "a")
    made = _newest(history)
    history.redact([Ref(TABLE, row)], "ARK-02")
    with pytest.raises(OfficeError) as caught:
        history.reverse(made)
    assert caught.value.code == "undo_redacted"
    assert names(db) == ["a"]


def test_a_removed_document_cannot_come_back_from_the_history(
    db: Database, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes are not in the history, only their number."""
    paper = tmp_path / "9999_paper.sql"
    paper.write_text("CREATE TABLE paper (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;")
    every = schema.migration_files()
    monkeypatch.setattr(schema, "migration_files", lambda: (*every, paper))
    db.migrate()
    with db.unit("paper.kept") as unit:
        row = unit.insert("paper", content=b"\x00pdf")
    assert history.changes(2)[0] == FieldChange("paper", row, "content", None, 4)
    with db.unit("paper.removed") as unit:
        unit.delete("paper", row)
    with pytest.raises(OfficeError) as caught:
        history.undo()
    assert caught.value.code == "undo_final"


def test_an_event_from_before_a_column_went_away_is_a_conflict(
    db: Database, history: History
) -> None:
    row = saved(db, "a")
    changed(db, row, "b")
    rewritten(db, "UPDATE change SET before = '{\"gone\": 1}' WHERE event = 3")
    with pytest.raises(Conflict):
        history.undo()
