"""What is half typed survives the lock, and leaves no trace when it is finished."""

from datetime import date

from app.storage.database import Database
from app.storage.drafts import Drafts
from app.storage.history import History


def test_a_draft_is_read_back_as_it_was_typed(db: Database) -> None:
    drafts = Drafts(db)
    typed = {"name": "<b>Ola", "born": date(1985, 8, 15), "rooms": 2, "wheel": True, "rent": None}
    drafts.keep("person.new", typed | {"needs": ["a1", "c3"]})
    drafts.keep("person.new", typed | {"needs": ["a1"]})
    assert drafts.of("person.new") == typed | {"needs": ["a1"]}
    assert drafts.of("dwelling.new") == {}


def test_a_finished_form_leaves_nothing_and_no_event(db: Database) -> None:
    drafts, before = Drafts(db), History(db).head()
    drafts.keep("person.new", {"name": "Ola"})
    drafts.drop("person.new")
    assert drafts.of("person.new") == {}
    assert History(db).head() == before
