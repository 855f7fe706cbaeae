"""What was worked out is kept until something is done, and never while something is being done."""

import pytest

from app.office import Office
from app.storage.database import Database
from app.storage.remembered import Remembered
from tests.factories import registered_person


class Counted:
    """Counts how often it was asked to read."""

    def __init__(self, db: Database) -> None:
        self._db, self.times = db, 0

    def read(self) -> int:
        self.times += 1
        return self._db.value(int, "SELECT count(*) FROM person")


def test_it_is_worked_out_once_until_the_next_event(db: Database, office: Office) -> None:
    counted, kept = Counted(db), Remembered[int](db)
    assert [kept.get("persons", counted.read) for _ in range(3)] == [0, 0, 0]
    assert counted.times == 1
    registered_person(office)
    assert kept.get("persons", counted.read) == 1
    office.history.undo()
    assert kept.get("persons", counted.read) == 0
    assert counted.times == 3


def test_each_key_has_its_own_value(db: Database) -> None:
    kept: Remembered[str] = Remembered(db)
    assert kept.get(1, lambda: "first") == "first"
    assert kept.get(2, lambda: "second") == "second"
    assert kept.get(1, lambda: "other") == "first"


def test_inside_a_unit_it_is_read_as_it_is_there(db: Database, office: Office) -> None:
    counted, kept = Counted(db), Remembered[int](db)
    person = registered_person(office)
    assert kept.get("persons", counted.read) == 1
    with db.unit("person.registered") as unit:
        unit.execute(
            "INSERT INTO person (given_name, family_name, sort_key, search_text)"
            " VALUES ('Even', 'Prøve', '', '')"
        )
        assert kept.get("persons", counted.read) == 2
    assert kept.get("persons", counted.read) == 2
    assert person


def test_inside_a_unit_what_it_has_not_written_to_is_kept(db: Database, office: Office) -> None:
    counted, kept = Counted(db), Remembered[int](db)
    registered_person(office)
    kept.get("persons", counted.read)
    with db.unit("biller.added") as unit:
        unit.insert("biller", name="Modell Utleie")
        assert kept.get("persons", counted.read) == 1
        assert counted.times == 1
        unit.insert("person", given_name="Even", family_name="Prøve", sort_key="", search_text="")
        assert kept.get("persons", counted.read) == 2
    assert counted.times == 2


def test_what_a_unit_wrote_and_took_back_is_never_kept(db: Database, office: Office) -> None:
    counted, kept = Counted(db), Remembered[int](db)
    registered_person(office)

    def fails() -> None:
        with db.unit("person.registered") as unit:
            columns = {"family_name": "Prøve", "sort_key": "", "search_text": ""}
            unit.insert("person", given_name="Even", **columns)
            assert kept.get("persons", counted.read) == 2
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert kept.get("persons", counted.read) == 1


def test_what_is_first_read_in_a_unit_is_kept_when_it_is_as_before(
    db: Database, office: Office
) -> None:
    counted, kept = Counted(db), Remembered[int](db)
    registered_person(office)
    with db.unit("biller.added") as unit:
        unit.insert("biller", name="Modell Utleie")
        assert [kept.get("persons", counted.read) for _ in range(3)] == [1, 1, 1]
    assert kept.get("persons", counted.read) == 1
    assert counted.times == 1
    registered_person(office, national_id="", given_name="Bo")
    assert kept.get("persons", counted.read) == 2


def test_within_a_reading_it_is_asked_for_once_and_after_it_anew(
    db: Database, office: Office
) -> None:
    counted, inner, outer = Counted(db), Remembered[int](db), Remembered[int](db)

    def thrice() -> int:
        return sum(inner.get("persons", counted.read) for _ in range(3))

    for many in range(3):
        assert outer.get("thrice", thrice) == 3 * many
        assert outer.get("thrice", thrice) == 3 * many
        assert counted.times == many + 1
        registered_person(office, national_id=None)


def test_what_was_not_read_again_still_counts_as_read(db: Database, office: Office) -> None:
    counted, inner = Counted(db), Remembered[int](db)
    first, second = Remembered[int](db), Remembered[int](db)

    def both() -> int:
        one = first.get("one", lambda: inner.get("persons", counted.read))
        return one + second.get("two", lambda: inner.get("persons", counted.read))

    outer = Remembered[int](db)
    assert outer.get("both", both) == 0
    registered_person(office)
    assert second.get("two", lambda: inner.get("persons", counted.read)) == 1
    assert outer.get("both", both) == 2
