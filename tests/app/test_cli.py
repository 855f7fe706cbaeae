"""The command `husrom`: Norwegian throughout, and its exit codes as a real process."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from app.cli import husrom
from app.commands.norwegian import command_words
from tests.factories import PASSPHRASE

ENGLISH = re.compile(
    r"\b(the|and|of|for (?=a\b)|show|this|message|exit|options?|arguments|commands?|usage|error"
    r"|missing|invalid|required|text|integer|path|file|directory|try|such|help|try|default)\b",
    re.IGNORECASE,
)
# names that are typed as they stand
TYPED = re.compile(r"--[\w-]+|«husrom KOMMANDO --help»|husrom \w+|\[[\w|]+\]")


def texts() -> list[tuple[str, str]]:
    """The help of the program and of every command."""
    runner = CliRunner()
    names = [[], *([name] for name in husrom.commands)]
    return [(" ".join(n), runner.invoke(husrom, [*n, "--help"]).output) for n in names]


@pytest.mark.parametrize(("name", "text"), texts())
def test_every_help_is_norwegian(name: str, text: str) -> None:
    bare = TYPED.sub("", text)
    for command in husrom.commands:
        bare = re.sub(rf"^  {command}  ", "", bare, flags=re.MULTILINE)
    assert ENGLISH.findall(bare) == []
    assert "Valg:" in text


def test_the_measure_sees_english() -> None:
    assert ENGLISH.search("Show this message and exit.")
    assert ENGLISH.search("[OPTIONS]")


@pytest.mark.parametrize(
    "arguments",
    [
        ["tull"],
        ["number"],
        ["number", "1", "2"],
        ["number", "1", "--kind"],
        ["number", "1", "--kind", "tull"],
        ["number", "1", "--tull"],
        ["number", "1", "--json=ja"],
        ["deadline", "HL-66", "tull"],
    ],
)
def test_every_wrong_use_is_told_in_norwegian_and_ends_two(arguments: list[str]) -> None:
    result = CliRunner().invoke(husrom, arguments)
    assert result.exit_code == 2
    assert ENGLISH.findall(TYPED.sub("", result.stderr)) == []
    assert "Feil: " in result.stderr


def test_breaking_off_is_norwegian(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(husrom.commands["number"], "callback", broken_off)
    result = CliRunner().invoke(husrom, ["number", "1"])
    assert (result.exit_code, result.stderr.strip()) == (1, "Avbrutt.")


SAID_TO_PROGRAMMERS = re.compile(
    r"declaration|No options defined|defined twice|Boolean option|start character|Unknown color"
)


@pytest.mark.parametrize(
    "module", ["core", "exceptions", "types", "parser", "termui", "decorators"]
)
def test_every_text_of_click_has_its_norwegian(module: str) -> None:
    source = (Path(click.__file__).parent / f"{module}.py").read_text("utf-8")
    said = {
        text.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "ngettext"}
        for text in node.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    wanted = {text for text in said if not SAID_TO_PROGRAMMERS.search(text)}
    assert wanted - set(command_words("click")) == set()


def process(*arguments: str, home: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, under the poorest locale."""
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main()", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_a_process_answers_in_utf_8(tmp_path: Path) -> None:
    done = process("number", "15888512389", "--kind", "fnr", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "fødselsnummer eller D-nummer: 158885 ••••• stemmer\n"


def test_a_process_tells_the_officers_problem_without_a_traceback(
    register_path: Path, tmp_path: Path
) -> None:
    register_path.with_name(register_path.name + ".keys").unlink()
    options = ("--register", str(register_path), "--passphrase-file", "-")
    done = process("check", *options, home=tmp_path, stdin=PASSPHRASE)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nøkkelfilen ved siden av registeret mangler.")
    assert len(done.stderr.splitlines()) == 1


def test_a_process_without_a_terminal_asks_for_a_file(register_path: Path, tmp_path: Path) -> None:
    assert process("check", "--register", str(register_path), home=tmp_path).returncode == 2


def test_the_demo_is_made_and_found_again_by_processes(tmp_path: Path) -> None:
    for said in ("Demokommunen er laget", "Demokommunen var laget fra før"):
        done = process("demo", str(tmp_path / "out"), home=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(said)
    listed = process("list", "waiting-list", "--demo", "--json", home=tmp_path)
    assert len(json.loads(listed.stdout)) == 38


def test_the_reading_child_answers_behind_its_hidden_option(tmp_path: Path) -> None:
    from dataclasses import asdict

    from app.transfer.limits import Limits

    sheet = tmp_path / "ark.csv"
    sheet.write_text("Navn;Tlf\nOla;1\n", encoding="utf-8")
    request = {"path": str(sheet), "encoding": None, "separator": None, "sheet": None}
    asked = json.dumps({**request, "limits": asdict(Limits())}) + "\n"
    done = process("--read-sheet", home=tmp_path, stdin=asked)
    assert json.loads(done.stdout.splitlines()[-1]) == {"end": True}
