"""When a backup is due, and what the dates say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.storage import backup, chain
from app.storage import envelope as envelopes
from app.storage.backup import Manifest
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.heads import Heads
from app.storage.history import History
from app.storage.safekeeping import Safekeeping
from tests.app.storage.records import rewritten, saved
from tests.conftest import MOMENT


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def register_id(db: Database) -> str:
    return envelopes.load(db.files).register_id


@pytest.fixture
def safekeeping(db: Database, tmp_path: Path, register_id: str) -> Safekeeping:
    return _on(db, tmp_path, register_id)


def _on(db: Database, machine: Path, register_id: str) -> Safekeeping:
    return Safekeeping(db, Heads(machine / "heads"), machine / "backups", register_id)


@pytest.fixture
def job(db: Database) -> Iterator[Database]:
    """The connection of a job."""
    other = db.another()
    yield other
    other.close()


def test_a_backup_is_due_half_an_hour_after_the_first_change(
    safekeeping: Safekeeping, db: Database, job: Database, clock: FixedClock
) -> None:
    assert not safekeeping.pending
    saved(db, "a")
    assert safekeeping.pending
    clock.at = MOMENT + timedelta(minutes=29, seconds=59)
    saved(db, "b")
    assert not safekeeping.due()
    clock.at = MOMENT + timedelta(minutes=30)
    assert safekeeping.due()
    made = safekeeping.make(job)
    assert safekeeping.newest() == made
    assert not safekeeping.due()
    assert not safekeeping.pending
    assert safekeeping.status().made_at == clock.at


def test_what_was_not_copied_before_the_end_is_due_at_the_next_start(
    safekeeping: Safekeeping,
    db: Database,
    job: Database,
    clock: FixedClock,
    tmp_path: Path,
    register_id: str,
) -> None:
    safekeeping.begin()
    safekeeping.make(job)
    saved(db, "a")
    safekeeping.end()
    clock.at = MOMENT + timedelta(days=1)
    again = _on(db, tmp_path, register_id)
    again.begin()
    assert again.due()
    again.make(job)
    later = _on(db, tmp_path, register_id)
    later.begin()
    assert not later.pending


def test_what_is_changed_while_the_copy_is_made_waits_for_the_next(
    safekeeping: Safekeeping, db: Database, job: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(db, "a")
    make = backup.make

    def slow(other: Database, folder: Path, envelope: Envelope) -> tuple[Path, Manifest]:
        made = make(other, folder, envelope)
        saved(db, "meanwhile")
        return made

    monkeypatch.setattr(backup, "make", slow)
    safekeeping.make(job)
    assert safekeeping.pending


def test_a_backup_that_failed_is_still_due(
    safekeeping: Safekeeping, db: Database, job: Database, tmp_path: Path, clock: FixedClock
) -> None:
    saved(db, "a")
    (tmp_path / "backups").touch()
    with pytest.raises(FileProblem) as caught:
        safekeeping.make(job)
    assert caught.value.code == "disk_refused"
    clock.at = MOMENT + timedelta(minutes=30)
    assert safekeeping.due()
    assert safekeeping.status().made_at is None


def test_the_copy_outside_is_late_after_seven_days(
    safekeeping: Safekeeping, job: Database, outside: Path, clock: FixedClock
) -> None:
    safekeeping.set_outside(str(outside))
    made = safekeeping.make(job)
    assert (outside / made.name).read_bytes() == made.read_bytes()
    status = safekeeping.status()
    assert (status.outside_at, status.outside_folder) == (MOMENT, str(outside))
    clock.at = MOMENT + timedelta(days=7)
    assert not safekeeping.status().outside_late
    clock.at = MOMENT + timedelta(days=7, seconds=1)
    assert safekeeping.status().outside_late


def test_without_a_place_it_is_late_at_once_and_without_a_copy_after_seven_days(
    safekeeping: Safekeeping, outside: Path, clock: FixedClock
) -> None:
    assert safekeeping.status().outside_late
    safekeeping.set_outside(str(outside))
    assert not safekeeping.status().outside_late
    clock.at = MOMENT + timedelta(days=8)
    assert safekeeping.status().outside_late


def test_a_stick_that_is_gone_leaves_the_copy_here_and_both_dates_true(
    safekeeping: Safekeeping, job: Database, outside: Path, clock: FixedClock
) -> None:
    safekeeping.set_outside(str(outside))
    safekeeping.make(job)
    for path in outside.iterdir():
        path.unlink()
    outside.rmdir()
    clock.at = MOMENT + timedelta(days=1)
    with pytest.raises(FileProblem) as caught:
        safekeeping.make(job)
    assert caught.value.code == "outside_missing"
    status = safekeeping.status()
    assert (status.made_at, status.outside_at) == (clock.at, MOMENT)
    with pytest.raises(FileProblem):
        safekeeping.set_outside(str(outside))
    safekeeping.set_outside("")
    assert safekeeping.status().outside_late


def test_old_copies_are_thinned_in_both_places(
    safekeeping: Safekeeping, db: Database, job: Database, outside: Path, clock: FixedClock
) -> None:
    safekeeping.set_outside(str(outside))
    for hours in (0, 1, 80):
        clock.at = MOMENT + timedelta(hours=hours)
        saved(db, str(hours))
        made = safekeeping.make(job)
    assert len(list(outside.iterdir())) == len(list(made.parent.iterdir())) == 2


def test_the_check_is_due_weekly_and_remembered_only_when_all_is_well(
    safekeeping: Safekeeping, db: Database, job: Database, clock: FixedClock
) -> None:
    assert safekeeping.check_due()
    assert safekeeping.check(job).whole
    assert not safekeeping.check_due()
    clock.at = MOMENT + timedelta(days=7, seconds=1)
    assert safekeeping.check_due()
    saved(db, "a")
    rewritten(db, "UPDATE event SET verb = 'x' WHERE id = 2")
    assert safekeeping.check(job).chain == 2
    assert safekeeping.check_due()


def test_an_unclean_end_is_known_at_the_next_start(safekeeping: Safekeeping) -> None:
    assert safekeeping.begin() == ("unknown", True)
    assert safekeeping.begin() == ("unknown", False)
    safekeeping.end()
    assert safekeeping.begin() == ("same", True)


def test_a_full_disk_keeps_no_one_from_opening_and_closing(
    safekeeping: Safekeeping, tmp_path: Path
) -> None:
    (tmp_path / "heads").touch()
    assert safekeeping.begin() == ("unknown", True)
    safekeeping.end()


def _seen_further(safekeeping: Safekeeping, tmp_path: Path, register_id: str) -> None:
    """This machine has seen more of the register than there is now."""
    safekeeping.end()
    head = safekeeping.known.head
    assert head is not None
    Heads(tmp_path / "heads").keep(register_id, head=replace(head, events=head.events + 3))


def test_an_older_copy_is_told_until_someone_chooses_to_go_on(
    safekeeping: Safekeeping, job: Database, tmp_path: Path, register_id: str
) -> None:
    _seen_further(safekeeping, tmp_path, register_id)
    for _ in range(2):
        assert safekeeping.begin()[0] == "older"
        safekeeping.make(job)
        safekeeping.end()
    safekeeping.begin()
    safekeeping.accept_older()
    safekeeping.end()
    assert safekeeping.begin()[0] == "same"


def test_going_on_with_an_older_copy_is_recorded_with_both_lengths(
    safekeeping: Safekeeping, db: Database, tmp_path: Path, register_id: str
) -> None:
    safekeeping.begin()
    safekeeping.accept_older()
    assert chain.head(db).events == 1, "there was nothing to choose"
    _seen_further(safekeeping, tmp_path, register_id)
    safekeeping.begin()
    safekeeping.accept_older()
    event = History(db).latest(1)[0]
    assert (event.verb, event.final) == ("register.older_accepted", True)
    assert db.select(tuple_of, "SELECT seen_events, found_events FROM older_copy") == ((4, 1),)


def tuple_of(*columns: object) -> tuple[object, ...]:
    return columns


def test_half_made_copies_of_an_unclean_end_are_cleared(
    safekeeping: Safekeeping, tmp_path: Path, register_id: str
) -> None:
    folder = tmp_path / "backups" / register_id
    left = folder / f".husrom-{register_id}-abc"
    left.mkdir(parents=True)
    (left / "register.husrom").touch()
    safekeeping.begin()
    assert list(folder.iterdir()) == []
