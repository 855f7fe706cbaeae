"""kill -9 at any moment: nothing that was acknowledged is lost, nothing is half."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem, WrongKey
from app.office import Folders
from app.register import FirstRun, Register
from app.storage import backup, copies, restoring
from app.storage import envelope as envelopes
from app.storage.check import check
from app.storage.database import Database
from app.storage.files import RegisterFiles
from tests.app.storage.records import names, saved
from tests.factories import PASSPHRASE, a_profile, an_officer
from tests.faults.victim import NEW_PASSPHRASE, ROWS
from tests.house.tree import ROOT

KILLS = 60


class Victims:
    """Starts, listens to and kills children of `victim.py`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def order(self, act: str, **facts: object) -> int:
        """Start one; gives its process number."""
        assert self._process.stdin is not None
        line = {"act": act, **{name: str(fact) for name, fact in facts.items()}}
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()
        word, number = self.hear()
        assert word == "begun"
        return number

    def hear(self) -> tuple[str, int]:
        """The next thing it says."""
        assert self._process.stdout is not None
        word, number = self._process.stdout.readline().split()
        return word, int(number)

    def last_words(self) -> list[tuple[str, int]]:
        """Everything said until it is over."""
        heard = [self.hear()]
        while heard[-1][0] != "over":
            heard.append(self.hear())
        return heard


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    command = [sys.executable, "-m", "tests.faults.victim"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        yield Victims(process)


def _is_whole(files: RegisterFiles, key: bytes, clock: FixedClock) -> list[str]:
    """Check everything; gives the numbers of the units that are there, each whole."""
    db = Database(files, key, clock)
    found = check(db, None)
    assert found.whole
    rows = db.column("SELECT kind FROM sheet_profile ORDER BY id")
    units = list(dict.fromkeys(map(str, rows)))
    assert len(rows) == ROWS * len(units), "a unit is there by half"
    assert found.events == 1 + len(units), "a unit has one event"
    db.close()
    return units


def test_no_acknowledged_save_is_lost_however_often_it_is_killed(
    victims: Victims, register_path: Path, template: tuple[Path, bytes], clock: FixedClock
) -> None:
    chance = random.Random(2026)  # noqa: S311  chooses moments, not keys
    files, key = RegisterFiles(register_path), template[1]
    wal, *_ = files.journals
    acknowledged: list[str] = []
    logs = half = 0
    first = 0
    for _ in range(KILLS):
        child = victims.order("save", register=register_path, key=key.hex(), first=first)
        heard = [victims.hear() for _ in range(chance.randint(1, 40))]
        os.kill(child, signal.SIGKILL)
        heard += victims.last_words()
        assert heard.pop() == ("over", -signal.SIGKILL)
        acknowledged += [str(number) for word, number in heard if word == "saved"]
        half += heard[-1][0] == "saving"
        logs += wal.exists() and wal.stat().st_size > 0
        there = _is_whole(files, key, clock)
        assert there[: len(acknowledged)] == acknowledged
        assert len(there) <= len(acknowledged) + 1, "more than the one that was under way"
        acknowledged = there
        first = len(there)
    assert half > KILLS // 3, "most were killed in the middle of a unit"
    assert logs > KILLS // 2, "most left a log to be read back"


def _each_death(victims: Victims, act: str, most: int, **facts: object) -> Iterator[int]:
    """Let the act die before each of its calls that touch a file, or `most` of them spread out."""
    victims.order(act, **facts)
    (_, calls), over = victims.last_words()
    assert over == ("over", 0)
    yield 0
    step = max(1, calls // most)
    for die_at in range(1, calls + 1, step):
        victims.order(act, die_at=die_at, **facts)
        assert victims.last_words() == [("over", -signal.SIGKILL)]
        yield die_at


def test_a_backup_that_dies_leaves_the_register_and_the_older_copies(
    victims: Victims,
    register_path: Path,
    template: tuple[Path, bytes],
    tmp_path: Path,
    clock: FixedClock,
) -> None:
    key, folder = template[1], tmp_path / "copies"
    facts = {"register": register_path, "key": key.hex(), "folder": folder}
    register_id = envelopes.load(RegisterFiles(register_path)).register_id
    for _ in _each_death(victims, "back_up", 25, **facts):
        there = copies.of(folder, register_id)
        assert len(there) == 1
        backup.read_manifest(there[0])
        others = {path for path in folder.iterdir() if path not in there}
        assert all(path.name.startswith(".husrom-") for path in others)
        assert _is_whole(RegisterFiles(register_path), key, clock) == []


def test_a_restore_that_dies_loses_neither_the_old_nor_the_copy(
    victims: Victims,
    db: Database,
    template: tuple[Path, bytes],
    tmp_path: Path,
    clock: FixedClock,
) -> None:
    saved(db, "in the copy")
    copy, _ = backup.make(db, tmp_path / "copies", envelopes.load(db.files))
    saved(db, "after it")
    db.close()
    key, home = template[1], db.files.register.parent
    start = tmp_path / "start"
    shutil.copytree(home, start)
    facts = {"register": db.files.register, "key": key.hex(), "copy": copy}
    for _ in _each_death(victims, "restore", 25, **facts):
        sets = [path.parent for path in home.rglob("lia.husrom") if _opens(path, key, clock)]
        found = {part: _names(part / "lia.husrom", key, clock) for part in sets}
        assert ["in the copy", "after it"] in found.values(), "the old set is somewhere, whole"
        if home not in found:
            restoring.restore(copy, db.files, lambda _: key, clock)
        assert _names(db.files.register, key, clock)[0] == "in the copy"
        shutil.rmtree(home)
        shutil.copytree(start, home)


def _opens(path: Path, key: bytes, clock: FixedClock) -> bool:
    try:
        Database(RegisterFiles(path), key, clock).close()
    except (FileProblem, WrongKey):
        return False
    return True


def _names(path: Path, key: bytes, clock: FixedClock) -> list[str]:
    db = Database(RegisterFiles(path), key, clock)
    found = names(db)
    db.close()
    return found


def test_a_first_run_that_dies_can_be_run_again_or_is_done(
    victims: Victims, tmp_path: Path, clock: FixedClock
) -> None:
    home = tmp_path / "home"
    register = Register(
        home / "lia.husrom", clock, Folders(tmp_path / "heads", tmp_path / "backups")
    )
    again = done = 0
    facts = {"register": home / "lia.husrom", "folder": tmp_path}
    victims.order("create", **facts)
    (_, calls), _ = victims.last_words()
    for die_at in sorted({*range(1, calls + 1, max(1, calls // 8)), calls}):
        shutil.rmtree(home)
        victims.order("create", die_at=die_at, **facts)
        assert victims.last_words() == [("over", -signal.SIGKILL)]
        if register.files.register.exists():
            office = register.open_with_passphrase(PASSPHRASE)
            done += 1
        else:
            office, _ = register.create(FirstRun(a_profile(), an_officer()))
            again += 1
        assert office.check().whole
        office.close()
        register.let_go()
        assert not list(home.glob(".husrom-*"))
    assert again
    assert done


def test_after_a_change_of_passphrase_that_dies_the_old_or_the_new_opens(
    victims: Victims,
    register_path: Path,
    template: tuple[Path, bytes],
    tmp_path: Path,
) -> None:
    home, start = register_path.parent, tmp_path / "start"
    shutil.copytree(home, start)
    facts = {"register": register_path, "key": template[1].hex(), "folder": tmp_path}
    opened = set()
    for _ in _each_death(victims, "change_passphrase", 12, **facts):
        envelope = envelopes.load(RegisterFiles(register_path))
        for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
            try:
                key, _ = envelope.open_with_passphrase(passphrase)
            except WrongKey:
                continue
            assert key == template[1]
            opened.add(passphrase)
            break
        else:
            raise AssertionError("neither passphrase opens")
        shutil.rmtree(home)
        shutil.copytree(start, home)
    assert opened == {PASSPHRASE, NEW_PASSPHRASE}
