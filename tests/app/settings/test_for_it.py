"""What the page tells IT and the privacy officer is true of the code beside it."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import page as judge
import pypdfium2
import pytest
from platformdirs import windows
from platformdirs.unix import Unix

from app.documents.parts import texts_of
from app.documents.readability import longest_sentence
from app.documents.render import render
from app.settings import rules
from app.settings.for_it import for_it_paper, page
from app.storage import copies, envelope, keychain, recovery, safekeeping
from app.storage.database import SETTINGS
from app.storage.driver import connect
from app.storage.files import PAGE_SIZE, RegisterFiles
from tests.house.tree import ROOT

TOLD = " ".join(texts_of(page().blocks))
ISSUED = datetime(2026, 11, 24, 12, tzinfo=UTC)


def said(*words: str) -> bool:
    """Whether all stand in the page, in whatever place."""
    return all(each in TOLD for each in words)


def test_it_prints_on_four_pages_at_most_that_anyone_can_read() -> None:
    data = render(for_it_paper(ISSUED))
    assert data == render(for_it_paper(ISSUED))
    for profile in ("2a", "ua1"):
        assert judge.is_pdf_compliant_bytes(data, profile=profile)
    with pypdfium2.PdfDocument(data) as document:
        assert 3 <= len(document) <= 4


def test_its_sentences_can_be_read() -> None:
    told = [page().lead, *texts_of(page().blocks)]
    assert [text for text in told if longest_sentence(text.replace(";", ".")) > 25] == []


def test_the_folders_are_those_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA", "%LOCALAPPDATA%")
    monkeypatch.setattr(windows, "get_win_folder", lambda name: os.environ["LOCALAPPDATA"])
    there = windows.Windows("Husrom", appauthor=False, roaming=False)
    told = [each.replace("/", "\\") for each in (there.user_data_dir, there.user_log_dir)]
    assert told == ["%LOCALAPPDATA%\\Husrom", "%LOCALAPPDATA%\\Husrom\\Logs"]
    assert said(*told)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/h")
    here = Unix("Husrom", appauthor=False, roaming=False)
    assert said(*(each.replace("/h", "~") for each in (here.user_data_dir, here.user_log_dir)))


def test_the_files_have_their_names(tmp_path: Path) -> None:
    files = RegisterFiles(Path("register.husrom"))
    assert said(files.register.name, files.envelope.name, files.lock.name, "-wal", "-shm")
    assert said(copies.ENDING, "backups", "heads", keychain.SERVICE)
    assert {"backups", "heads"} <= set(re.findall(r'"(\w+)"', _code("app/office.py")))
    assert 'log_dir() / "husrom.log"' in _code("ui/__main__.py")
    assert said("husrom.log")
    assert 'setOrganizationName("Husrom")' in _code("ui/__main__.py")


def test_the_register_is_encrypted_as_told(tmp_path: Path) -> None:
    key = envelope.new_key()
    connection = connect(f"{(tmp_path / 'a.husrom').as_uri()}?mode=rwc", key)
    try:
        asked = ("version", "page_size", "hmac_algorithm", "use_hmac")
        found = [
            str(connection.execute(f"PRAGMA cipher_{name}").fetchone()[0])  # type: ignore[index]
            for name in asked
        ]
    finally:
        connection.close()
    version, size, algorithm, used = found
    assert said(f"SQLCipher {'.'.join(version.split('.')[:2])}:", f"{size} byte")
    assert (int(size), algorithm, used) == (PAGE_SIZE, "HMAC_SHA512", "1")
    assert said("AES-256-CBC", "HMAC-SHA512", f"{len(key) * 8} tilfeldige biter")
    assert "PRAGMA secure_delete=ON" in SETTINGS
    assert "PRAGMA temp_store=MEMORY" in SETTINGS


def test_the_ways_in_are_wrapped_as_told() -> None:
    # as it is written: the tests themselves run with weaker parameters
    cost = re.search(r"LANES = (\d+), (\d+), (\d+)", _code("app/storage/envelope.py"))
    assert cost
    mib, rounds, lanes = int(cost[1]) // 1024, cost[2], cost[3]
    made, _ = envelope.new().with_passphrase(envelope.new_key(), "fire ord som ikke")
    salt = len(made.slots[0].salt)
    assert said(f"Argon2id, {mib} MiB, {rounds} runder, {lanes} baner, {salt} byte salt")
    assert said(f"{rules.SHORTEST} tegn eller fire ord", "AES-256-GCM", "HKDF med SHA-256")
    assert rules.FEWEST_WORDS == 4
    assert said(f"{recovery.SECRET_BYTES * 8} tilfeldige biter på papir, i åtte grupper")
    assert recovery.GROUPS == 8


def test_copies_and_locking_are_as_told() -> None:
    minutes = safekeeping.AFTER_CHANGE.total_seconds() / 60
    assert said(f"{minutes:.0f} minutter etter en endring")
    assert said(f"over {safekeeping.OUTSIDE_LATE.days} dager")
    assert (copies.ALL_FOR.days, copies.DAILY_FOR.days) == (2, 31)
    machine = _code("ui/kit/machine.py")
    usual = re.search(r"IDLE_MINUTES = (\d+)", machine)
    choices = re.search(r"IDLE_CHOICES = \((\d+),.* (\d+)\)", machine)
    assert usual
    assert choices
    assert said(f"Etter {usual[1]} minutter ({choices[1]} til {choices[2]} kan velges)")


def test_the_rules_it_names_are_in_the_form_of_rules() -> None:
    codes = re.findall(r"\b(?:PV|ARK|ADR)-\d\d\b", TOLD)
    assert {"PV-01", "PV-05", "ARK-01", "ADR-02"} <= set(codes)


def test_it_says_what_has_never_been_tried() -> None:
    assert said("aldri på en ekte Windows-maskin", "SmartScreen", "AppLocker", "skjermlesere")
    assert said("macOS", "Tilbys ikke.")


def _code(name: str) -> str:
    return (ROOT / name).read_text("utf-8")
