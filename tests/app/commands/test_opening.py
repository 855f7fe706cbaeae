"""The passphrase is asked for or read from a file, and never an argument or a variable."""

import unicodedata
from pathlib import Path

import pytest

from app.commands.opening import Where, asked, secret_from
from tests.app.commands.conftest import Run
from tests.factories import PASSPHRASE


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + PASSPHRASE.encode(),
        PASSPHRASE.encode() + b"\r\n",
        PASSPHRASE.encode() + b"\nandre linje",
    ],
    ids=["BOM", "line end", "more lines"],
)
def test_only_the_first_line_counts(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "passord"
    file.write_bytes(content)
    assert secret_from(str(file)) == PASSPHRASE


def test_blanks_inside_are_kept_and_marks_are_composed(tmp_path: Path) -> None:
    file = tmp_path / "passord"
    file.write_bytes(unicodedata.normalize("NFD", " få  år åpner ").encode())
    assert secret_from(str(file)) == " få  år åpner "


def test_standard_input_is_a_file_too(run: Run, register_path: Path) -> None:
    options = ("--register", register_path, "--passphrase-file", "-")
    assert run("check", *options, stdin=PASSPHRASE + "\r\n").exit_code == 0


def test_without_terminal_and_file_it_is_wrong_use(run: Run, register_path: Path) -> None:
    result = run("check", "--register", register_path, stdin=PASSPHRASE + "\n")
    assert (result.exit_code, "--passphrase-file" in result.stderr) == (2, True)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"], ids=["empty", "bare", "UTF-16"])
def test_an_unfit_file_is_wrong_use(
    run: Run, register_path: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "passord"
    file.write_bytes(content)
    result = run("check", "--register", register_path, "--passphrase-file", file)
    assert result.exit_code == 2
    assert run("check", "--register", register_path, "--passphrase-file", "borte").exit_code == 2


def test_a_wrong_passphrase_ends_one_and_tells_nothing(
    run: Run, register_path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "passord"
    file.write_text("helt feil men langt nok", encoding="utf-8")
    result = run("check", "--register", register_path, "--passphrase-file", file)
    assert result.exit_code == 1
    assert result.stderr.startswith("Passordet stemmer ikke.")
    assert "helt feil" not in result.output


def test_a_missing_register_is_told_and_not_made(run: Run, key: Path, tmp_path: Path) -> None:
    missing = tmp_path / "borte.husrom"
    result = run("check", "--register", missing, "--passphrase-file", key)
    assert (result.exit_code, missing.exists()) == (1, False)


def test_one_register_at_a_time_is_named(run: Run, register_path: Path) -> None:
    assert run("check", "--register", register_path, "--demo").exit_code == 2


def test_at_a_terminal_it_is_asked_for_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []

    def typed(text: str, **settings: object) -> str:
        shown.append((text, settings["hide_input"]))
        return unicodedata.normalize("NFD", "få år åpner alt")

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("click.prompt", typed)
    assert Where(Path("x.husrom"), None, demo=False).told() == ""
    assert asked() == "få år åpner alt"
    assert shown == [("Passord", True)]


class Terminal:
    """Someone sits there."""

    def isatty(self) -> bool:
        return True
