"""A new version on a memory stick: the false one, the real one, and the way back."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.core import words
from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.office import Folders, Office
from app.register import Register
from app.settings.updates.model import MachineSystem
from app.settings.updates.service import Updates
from app.storage import schema
from tests.app.settings.updates.publisher import NEWER, SUMS, Publisher, names_of
from tests.factories import PASSPHRASE, registered_person
from tests.house.tree import ROOT

LATER = """
CREATE TABLE later (id INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT;
ALTER TABLE person ADD COLUMN later TEXT NOT NULL DEFAULT '';
"""


@pytest.fixture
def register(register_path: Path, clock: FixedClock, folders: Folders) -> Register:
    return Register(register_path, clock, folders)


@contextmanager
def newer_program(tmp_path: Path) -> Iterator[None]:
    """For a while the program is the next one, with one migration more."""
    later, every = tmp_path / "9999_later.sql", schema.migration_files()
    later.write_text(LATER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "migration_files", lambda: (*every, later))
        yield


def opened(register: Register) -> Office:
    return register.open_with_passphrase(PASSPHRASE)


def closed(register: Register, office: Office) -> None:
    office.close()
    register.let_go()


def lying(register: Register) -> dict[str, bytes]:
    """Every byte of the register, as it lies; what locks it has none."""
    home = register.files.register.parent
    return {path.name: path.read_bytes() for path in home.iterdir() if path.suffix != ".lock"}


def given_out(tmp_path: Path) -> tuple[Path, Path]:
    """A stick as the publisher's own scripts make it, and the key the program was built with."""
    stick, secret = tmp_path / "minnepinne", tmp_path / "utgiver"
    stick.mkdir()
    for name in names_of(NEWER):
        (stick / name).write_bytes(name.encode() * 1000)
    _script("new-key.sh", "--open", str(secret))
    _script("sums.sh", "--version", NEWER, str(stick), HUSROM_UPDATE_KEY=str(secret))
    return stick, secret.with_suffix(".pub")


def _script(name: str, *arguments: str, **known: str) -> None:
    command = ["sh", str(ROOT / "installer" / name), *arguments]
    env = {"PATH": "/usr/bin:/bin"} | known
    subprocess.run(command, env=env, check=True, capture_output=True)


def test_a_false_update_changes_nothing_and_the_real_one_is_backed_up(
    register: Register, folders: Folders, tmp_path: Path
) -> None:
    stick, key = given_out(tmp_path)
    office = opened(register)
    updates = Updates(key, MachineSystem.WINDOWS)
    false = Publisher().give_out(tmp_path / "falsk")
    with pytest.raises(FileProblem) as caught:
        updates.check(false)
    assert caught.value.code == "signature_other_key"
    assert "nummer du kjenner fra før" in words.message(caught.value)
    (false / SUMS).write_bytes((stick / SUMS).read_bytes())
    with pytest.raises(FileProblem):
        updates.check(false)
    assert not folders.backups.exists()
    assert updates.check(stick).published.version.text == NEWER
    assert office.back_up() == office.safekeeping.newest()
    closed(register, office)


def refused(register: Register) -> None:
    """By the older program: told, and not a byte changed, however often it is tried."""
    before = lying(register)
    for _ in range(2):
        with pytest.raises(FileProblem) as caught:
            opened(register)
        assert caught.value.code == "register_newer"
        assert "Det er ikke endret" in words.message(caught.value)
    assert lying(register) == before


def test_the_older_program_leaves_a_newer_register_alone_and_the_backup_is_the_way_back(
    register: Register, tmp_path: Path
) -> None:
    office = opened(register)
    registered_person(office)
    stick, key = given_out(tmp_path)
    assert Updates(key, MachineSystem.LINUX).check(stick).size
    copy = office.back_up()
    closed(register, office)
    with newer_program(tmp_path):
        office = opened(register)
        registered_person(office, national_id="", family_name="Nyerestad")
        closed(register, office)
    refused(register)
    with newer_program(tmp_path):  # it was not harmed by being tried
        office = opened(register)
        assert (len(office.people.rows()), office.check().whole) == (2, True)
        closed(register, office)
    aside = register.restore(copy, lambda envelope: envelope.open_with_passphrase(PASSPHRASE)[0])
    assert aside is not None
    office = opened(register)
    assert (len(office.people.rows()), office.check().whole) == (1, True)
    closed(register, office)


def test_a_newer_register_left_open_by_a_power_cut_loses_nothing_to_the_older_program(
    register: Register, tmp_path: Path
) -> None:
    home, kept = register.files.register.parent, tmp_path / "strømbrudd"
    with newer_program(tmp_path):
        office = opened(register)
        registered_person(office)
        kept.mkdir()
        for name, content in lying(register).items():
            (kept / name).write_bytes(content)
        closed(register, office)
    for path in kept.iterdir():
        (home / path.name).write_bytes(path.read_bytes())
    assert register.files.was_left_open
    with pytest.raises(FileProblem) as caught:
        opened(register)
    assert caught.value.code == "register_newer"
    with newer_program(tmp_path):
        office = opened(register)
        assert (len(office.people.rows()), office.check().whole) == (1, True)
        closed(register, office)
