"""The office that tests work in: a real encrypted register, a clock that stands still."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import hypothesis
import keyring
import pytest
from keyring.backend import KeyringBackend
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling, Scheduling

from app.core.clock import FixedClock
from app.core.ids import OfficerId
from app.office import Folders, Office
from app.register import FirstRun, Register
from app.storage import envelope as envelopes
from app.storage.database import Database
from app.storage.files import RegisterFiles
from tests.factories import CANARY_NAME, CANARY_NUMBER, a_profile, an_officer

# how fast a rule is stands in the bench; a busy machine makes no property false
hypothesis.settings.register_profile("husrom", deadline=None)
hypothesis.settings.load_profile("husrom")

MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")

MEMORY = Path("/dev/shm")
LONG = (
    "tests/app/demo/",
    "tests/app/storage/",
    "tests/faults/",
    "tests/app/commands/",
    "tests/app/test_cli.py",
    "tests/flows/",
)
ROOM = 2 << 30  # bytes; what a test leaves is removed when it passes


def pytest_configure() -> None:
    """Registers are made in memory where there is room: no test waits for a disk to say «kept»."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # pytest-xdist has no types
    """Each file to one worker, and all that read the demo to the same: it is long in the making."""

    def _split_scope(self, nodeid: str) -> str:
        scope = super()._split_scope(nodeid)
        return "tests/app/demo" if scope.startswith("tests/app/demo/") else scope


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling | None:
    """What `installer/dev test` asks for; another `--dist` is as pytest-xdist has it."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that neither core waits for the other at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """What was collected stays for the whole run, so nobody need look through it for garbage."""
    gc.collect()
    gc.freeze()


class NoKeyring(KeyringBackend):
    """A machine without a keyring: tests that want one put their own in its place."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.PasswordSetError

    def delete_password(self, service: str, username: str) -> None:
        raise keyring.errors.PasswordDeleteError


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches the machine's own keyring."""
    backend = NoKeyring()  # type: ignore[no-untyped-call]  # its base class is not annotated
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)


@pytest.fixture(autouse=True)
def no_personal_data_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The canary person never reaches the log, whatever a test does."""
    caplog.set_level(logging.DEBUG)
    yield
    assert CANARY_NAME not in caplog.text
    assert CANARY_NUMBER not in caplog.text


@pytest.fixture
def clock() -> FixedClock:
    """Monday 23 November 2026, ten o'clock."""
    return FixedClock(MOMENT)


@pytest.fixture(scope="session", autouse=True)
def quick_keys() -> Iterator[None]:
    """Passphrases derived at a hundredth of the cost; a test of its own holds the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelopes, "MEMORY_KIB", 256)
        patch.setattr(envelopes, "ROUNDS", 1)
        patch.setattr(envelopes, "LANES", 1)
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """One finished register for the whole run, and its key: copying is faster than deriving."""
    folder = tmp_path_factory.mktemp("template")
    folders = Folders(folder / "heads", folder / "backups")
    register = Register(folder / "lia.husrom", FixedClock(MOMENT), folders)
    office, _ = register.create(FirstRun(a_profile(), an_officer()))
    office.close()
    register.let_go()
    key, _ = envelopes.load(register.files).open_with_passphrase(an_officer().passphrase)
    return register.files.register, key


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Where this test's machine keeps heads and backups."""
    return Folders(tmp_path / "heads", tmp_path / "backups")


@pytest.fixture
def register_path(template: tuple[Path, bytes], tmp_path: Path) -> Path:
    """A register of this test's own, closed; its officer's passphrase is `an_officer()`'s."""
    path, _ = template
    folder = tmp_path / "register"
    folder.mkdir()
    for name in (path.name, path.name + ".keys"):
        shutil.copy(path.with_name(name), folder / name)
    return folder / path.name


@pytest.fixture
def db(template: tuple[Path, bytes], register_path: Path, clock: FixedClock) -> Iterator[Database]:
    """The register, open, without its services."""
    database = Database(RegisterFiles(register_path), template[1], clock)
    database.by = OfficerId(1)
    yield database
    database.close()


@pytest.fixture
def office(db: Database, folders: Folders) -> Office:
    """The register, open, with every service."""
    return Office(db, folders)
