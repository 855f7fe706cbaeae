"""Opening, closing, restoring: every start and every end of a register."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import keyring
import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem, Invalid, OfficeError, WrongKey
from app.core.ids import OfficerId, Ref
from app.office import Folders, Office
from app.people.model import PersonDraft
from app.register import FirstRun, Register
from app.settings.model import OfficerDraft
from app.storage import columns, keychain, schema
from app.storage import envelope as envelopes
from app.storage.driver import connect
from tests.app.storage.test_keychain import SecretService
from tests.conftest import MOMENT
from tests.factories import PASSPHRASE, a_person, a_profile, an_officer, registered_person


@pytest.fixture
def register(register_path: Path, clock: FixedClock, folders: Folders) -> Register:
    """A register that was made yesterday, on a machine that does not know it."""
    return Register(register_path, clock, folders)


@pytest.fixture
def first() -> FirstRun:
    return FirstRun(a_profile(), an_officer())


def _fresh(tmp_path: Path, clock: FixedClock, folders: Folders) -> Register:
    return Register(tmp_path / "ny mappe" / "æøå.husrom", clock, folders)


def _closed(register: Register, office: Office) -> None:
    office.close()
    register.let_go()


def _lying(register: Register) -> list[str]:
    return sorted(path.name for path in register.files.register.parent.iterdir())


def test_a_new_register_opens_with_the_passphrase_and_with_the_paper(
    tmp_path: Path, clock: FixedClock, folders: Folders, first: FirstRun
) -> None:
    register = _fresh(tmp_path, clock, folders)
    assert not register.exists
    office, groups = register.create(first)
    assert office.settings.profile == a_profile()
    assert office.settings.me is not None
    assert office.settings.me.name == "Siri Testmo"
    assert office.history.verify() is None
    registered_person(office)
    _closed(register, office)
    assert _lying(register) == ["æøå.husrom", "æøå.husrom.keys", "æøå.husrom.lock"]
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.compared == "same"
    assert office.opening.clean_end
    assert len(office.people.rows()) == 1
    _closed(register, office)
    office = register.open_with_recovery_key(" ".join(groups).lower())
    assert office.settings.me is None
    _closed(register, office)


def test_a_new_register_wants_a_backup(
    tmp_path: Path, clock: FixedClock, folders: Folders, first: FirstRun
) -> None:
    register = _fresh(tmp_path, clock, folders)
    office, _ = register.create(first)
    assert office.safekeeping.pending
    clock.at = MOMENT + timedelta(minutes=30)
    assert office.safekeeping.due()
    _closed(register, office)


def test_the_first_run_takes_the_place_outside_with_it(
    tmp_path: Path, clock: FixedClock, folders: Folders, first: FirstRun
) -> None:
    outside = tmp_path / "stick"
    register = _fresh(tmp_path, clock, folders)
    with pytest.raises(FileProblem) as caught:
        register.create(replace(first, outside_folder=str(outside)))
    assert caught.value.code == "outside_not_found"
    assert not register.exists
    outside.mkdir()
    office, _ = register.create(replace(first, outside_folder=str(outside)))
    assert office.safekeeping.status().outside_folder == str(outside)
    office.back_up()
    assert len(list(outside.iterdir())) == 1
    _closed(register, office)


def test_a_first_run_that_fails_leaves_nothing_that_stands_in_the_way(
    tmp_path: Path,
    clock: FixedClock,
    folders: Folders,
    first: FirstRun,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register = _fresh(tmp_path, clock, folders)
    with pytest.raises(Invalid):
        register.create(replace(first, officer=replace(first.officer, passphrase="kort")))
    assert not register.files.register.parent.exists()

    def full(*_: object) -> None:
        raise FileProblem("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(schema, "migrate", full)
        with pytest.raises(FileProblem):
            register.create(first)
    assert not register.exists
    office, _ = register.create(first)
    _closed(register, office)


def test_a_first_run_never_writes_onto_a_register(register: Register, first: FirstRun) -> None:
    before = register.files.register.read_bytes()
    with pytest.raises(FileProblem) as caught:
        register.create(first)
    assert caught.value.code == "register_exists"
    assert register.files.register.read_bytes() == before
    _closed(register, register.open_with_passphrase(PASSPHRASE))


def test_a_key_file_without_its_register_is_moved_aside_and_kept(
    register: Register, first: FirstRun
) -> None:
    lost, keys = register.files.register.read_bytes(), register.files.envelope.read_bytes()
    register.files.register.unlink()
    office, _ = register.create(first)
    _closed(register, office)
    (aside,) = register.files.register.parent.glob("* satt til side *")
    assert [path.read_bytes() for path in aside.iterdir()] == [keys]
    assert register.files.register.read_bytes() != lost


def test_opening_is_never_creating(tmp_path: Path, clock: FixedClock, folders: Folders) -> None:
    register = _fresh(tmp_path, clock, folders)
    for act in (register.open_with_passphrase, register.open_with_recovery_key):
        with pytest.raises(FileProblem) as caught:
            act("x")
        assert caught.value.code == "register_missing"
    assert register.open_with_keyring() is None
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_writes_nothing_and_lets_others_in(register: Register) -> None:
    before = register.files.register.read_bytes()
    with pytest.raises(WrongKey) as caught:
        register.open_with_passphrase("feil ord på feil sted")
    assert caught.value.code == "wrong_passphrase"
    assert register.files.register.read_bytes() == before
    assert [name for name in _lying(register) if name.endswith(("-wal", "-shm"))] == []
    _closed(register, register.open_with_passphrase(PASSPHRASE))


def test_a_second_opening_is_told_and_the_first_goes_on(
    register: Register, clock: FixedClock, folders: Folders
) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    second = Register(register.files.register, clock, folders)
    with pytest.raises(FileProblem) as caught:
        second.open_with_passphrase(PASSPHRASE)
    assert caught.value.code == "register_in_use"
    with pytest.raises(FileProblem) as caught:
        second.restore(register.files.register, lambda _: b"")
    assert caught.value.code == "register_in_use"
    registered_person(office)
    _closed(register, office)
    office = second.open_with_passphrase(PASSPHRASE)
    assert len(office.people.rows()) == 1
    _closed(second, office)


def test_an_open_register_is_not_restored_onto_nor_opened_twice(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    copy = office.back_up()
    for act in (
        lambda: register.restore(copy, lambda found: found.open_with_passphrase(PASSPHRASE)[0]),
        lambda: register.open_with_passphrase(PASSPHRASE),
    ):
        with pytest.raises(FileProblem) as caught:
            act()
        assert caught.value.code == "register_in_use"
    registered_person(office)
    _closed(register, office)
    office = register.open_with_passphrase(PASSPHRASE)
    assert len(office.people.rows()) == 1
    _closed(register, office)


def test_a_closed_office_leaves_one_file_and_its_keys(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    registered_person(office)
    _closed(register, office)
    assert _lying(register) == ["lia.husrom", "lia.husrom.keys", "lia.husrom.lock"]


def test_a_closed_office_remembers_no_day_of_birth(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    registered_person(office)
    assert office.people.rows()
    assert columns.day_or_none.cache_info().currsize
    _closed(register, office)
    assert columns.day_or_none.cache_info().currsize == 0
    assert columns.day_of.cache_info().currsize == 0


def test_an_end_that_was_not_proper_is_told_once(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.clean_end
    office._db.close()
    register.let_go()
    office = register.open_with_passphrase(PASSPHRASE)
    assert not office.opening.clean_end
    _closed(register, office)
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.clean_end
    _closed(register, office)


def test_one_whose_time_is_over_does_not_get_in_and_leaves_no_trace(
    register: Register, clock: FixedClock
) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    office.settings.admit(OfficerDraft("Ola Vikar", "vikar", "tre fire fem seks ord"))
    office.settings.dismiss(OfficerId(2), date(2026, 11, 24))
    _closed(register, office)
    clock.at = MOMENT + timedelta(days=2)
    with pytest.raises(OfficeError) as caught:
        register.open_with_passphrase("tre fire fem seks ord")
    assert caught.value.code == "officer_not_now"
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.clean_end
    _closed(register, office)


def test_an_older_copy_put_back_is_told_until_it_is_accepted(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    _closed(register, office)
    older = register.files.register.read_bytes()
    office = register.open_with_passphrase(PASSPHRASE)
    registered_person(office)
    _closed(register, office)
    register.files.register.write_bytes(older)
    for _ in range(2):
        office = register.open_with_passphrase(PASSPHRASE)
        assert office.opening.compared == "older"
        assert office.opening.clean_end
        _closed(register, office)
    office = register.open_with_passphrase(PASSPHRASE)
    office.accept_older()
    assert office.history.latest(1)[0].verb == "register.older_accepted"
    _closed(register, office)
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.compared == "same"
    _closed(register, office)


def test_a_machine_that_never_saw_the_register_says_so(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.compared == "unknown"
    _closed(register, office)


def _made_newer(register: Register, template: tuple[Path, bytes]) -> bytes:
    raw = connect(f"{register.files.register.as_uri()}?mode=rw", template[1])
    raw.execute(f"PRAGMA user_version={schema.newest() + 1}")
    raw.close()
    return register.files.register.read_bytes()


def test_a_register_of_a_newer_program_is_refused_and_left_as_it_is(
    register: Register, template: tuple[Path, bytes]
) -> None:
    before = _made_newer(register, template)
    with pytest.raises(FileProblem) as caught:
        register.open_with_passphrase(PASSPHRASE)
    assert caught.value.code == "register_newer"
    assert register.files.register.read_bytes() == before
    assert [name for name in _lying(register) if name.endswith(("-wal", "-shm"))] == []


def test_an_older_schema_is_backed_up_before_it_is_raised(
    register: Register, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = tmp_path / "9999_later.sql"
    later.write_text("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
    every = schema.migration_files()
    monkeypatch.setattr(schema, "migration_files", lambda: (*every, later))
    office = register.open_with_passphrase(PASSPHRASE)
    copy = register.newest_backup()
    assert copy is not None
    assert copy.parent.parent == folders.backups
    _closed(register, office)
    monkeypatch.setattr(schema, "migration_files", lambda: every)
    with pytest.raises(FileProblem) as caught:
        register.open_with_passphrase(PASSPHRASE)
    assert caught.value.code == "register_newer"
    register.restore(copy, lambda envelope: envelope.open_with_passphrase(PASSPHRASE)[0])
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.check().whole
    _closed(register, office)


def test_restoring_brings_back_what_was_there_and_keeps_what_is(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    person = registered_person(office)
    copy = office.back_up()
    office.people.correct(person, replace_name("Feil"))
    _closed(register, office)
    aside = register.restore(copy, lambda envelope: envelope.open_with_passphrase(PASSPHRASE)[0])
    assert aside is not None
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.opening.compared == "older"
    assert office.people.get(person).given_name == "Kari"
    _closed(register, office)


def replace_name(name: str) -> PersonDraft:
    return a_person(given_name=name)


def test_the_newest_backup_is_found_without_a_key(register: Register, clock: FixedClock) -> None:
    assert register.newest_backup() is None
    office = register.open_with_passphrase(PASSPHRASE)
    office.back_up()
    clock.at = MOMENT + timedelta(hours=1)
    copy = office.back_up()
    _closed(register, office)
    assert register.newest_backup() == copy
    register.files.envelope.unlink()
    assert register.newest_backup() is None


def test_half_made_files_of_an_unclean_end_are_cleared(register: Register) -> None:
    left = register.files.register.with_name(".husrom-lia.husrom-abc")
    left.mkdir()
    (left / "lia.husrom").touch()
    _closed(register, register.open_with_passphrase(PASSPHRASE))
    assert not left.exists()


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> SecretService:
    made = SecretService()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(made, name))
    return made


def test_the_keyring_opens_as_the_officer_who_chose_it(
    register: Register, backend: SecretService
) -> None:
    assert register.open_with_keyring() is None
    office = register.open_with_passphrase(PASSPHRASE)
    office.settings.remember_here()
    _closed(register, office)
    opened = register.open_with_keyring()
    assert opened is not None
    assert opened.settings.me is not None
    assert opened.settings.me.name == "Siri Testmo"
    _closed(register, opened)
    assert len(backend.kept) == 1


def test_a_key_that_no_longer_opens_is_no_damage(
    register: Register, backend: SecretService
) -> None:
    envelope = envelopes.load(register.files)
    keychain.remember(envelope.register_id, bytes(32), envelope.slots[0].id)
    assert register.open_with_keyring() is None
    _closed(register, register.open_with_passphrase(PASSPHRASE))


def test_a_slot_taken_away_takes_the_keyring_with_it(
    register: Register, backend: SecretService, template: tuple[Path, bytes]
) -> None:
    envelope = envelopes.load(register.files)
    keychain.remember(envelope.register_id, template[1], "taken away")
    assert register.open_with_keyring() is None


def test_a_job_sees_the_register_and_its_commits_are_told_here(register: Register) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    heard: list[str] = []
    office.listen(lambda event: heard.append(event.verb))
    with office.for_job() as at_work:
        told: list[str] = []
        at_work.listen(lambda event: told.append(event.verb))
        at_work.listen(office.publish)
        registered_person(at_work)
    assert heard == told == ["person.registered"]
    assert office.history.undo().verb == "person.registered"
    assert office.people.rows() == ()
    _closed(register, office)


def test_a_register_that_moved_to_another_folder_opens_there(
    register: Register, tmp_path: Path, clock: FixedClock, folders: Folders
) -> None:
    folder = tmp_path / "flyttet hit"
    folder.mkdir()
    for path in (register.files.register, register.files.envelope):
        shutil.move(path, folder / path.name)
    moved = Register(folder / register.files.register.name, clock, folders)
    _closed(moved, moved.open_with_passphrase(PASSPHRASE))


def test_undo_passes_over_what_a_job_has_taken_back(office: Office) -> None:
    first = office.people.register(a_person())
    office.people.register(a_person(given_name="Ola", national_id=""))
    newest = office.history.latest()[0]
    with office.for_job() as job:
        job.history.reverse(newest)
    undone = office.history.undo()
    assert undone.subject == Ref("person", first)
