"""The gate builds the packages when what goes into them has changed, and says why or why not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

BUILD, LEAVE, ASK = 0, 1, 2
AN_INPUT = "app/core/money.py"
NO_INPUT = "tests/app/core/test_money.py"


class Checkout:
    """A repository with the gate's question in it, and nothing of this machine's git settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        (folder / ".ci").mkdir()
        shutil.copy(ROOT / ".ci/changed", folder / ".ci/changed")
        self.first = self.commit(AN_INPUT, NO_INPUT, "installer/runtime.lock")

    def _run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        made = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        return subprocess.run(
            command, cwd=self.folder, env=kept | made | more, capture_output=True, text=True
        )

    def git(self, *words: str) -> str:
        done = self._run(
            "git", "-c", "user.name=Lia", "-c", "user.email=lia@example.invalid", *words
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, *paths: str) -> None:
        for each in paths:
            path = self.folder / each
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(path.read_text() + "." if path.exists() else ".")

    def commit(self, *paths: str) -> str:
        self.write(*paths)
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "Change")
        return self.git("rev-parse", "HEAD")

    def ask(self, base: str = "") -> tuple[int, str]:
        done = self._run("sh", ".ci/changed", **({"HUSROM_CI_BASE": base} if base else {}))
        assert done.stderr == ""
        assert done.stdout.count("\n") == 1
        return done.returncode, done.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        AN_INPUT,
        "installer/runtime.lock",
        "installer/windows/trim.txt",
        "pyproject.toml",
        "resources/rules/inkasso.toml",
        "tests/packages/windows.sh",
        "ui/labels.py",
    ],
)
def test_what_goes_into_the_packages_builds_them(checkout: Checkout, path: str) -> None:
    checkout.commit(path)
    code, reason = checkout.ask(checkout.first)
    assert code == BUILD
    assert path in reason


@pytest.mark.parametrize("path", [NO_INPUT, "README.md", "application/money.py", ".ci/run"])
def test_nothing_else_does(checkout: Checkout, path: str) -> None:
    checkout.commit(path)
    code, reason = checkout.ask(checkout.first)
    assert code == LEAVE
    assert "nothing" in reason


def test_every_commit_since_the_base_counts(checkout: Checkout) -> None:
    checkout.commit(AN_INPUT, "ui/labels.py")
    checkout.commit(NO_INPUT)
    code, reason = checkout.ask(checkout.first)
    assert code == BUILD
    assert reason.startswith("2 files ")


def test_work_that_is_not_committed_counts(checkout: Checkout) -> None:
    checkout.write(AN_INPUT)
    assert checkout.ask(checkout.first)[0] == BUILD


def test_a_new_file_git_has_not_been_told_of_counts(checkout: Checkout) -> None:
    checkout.write("resources/texts/nb/new.toml")
    assert checkout.ask(checkout.first)[0] == BUILD


def test_a_removed_file_counts(checkout: Checkout) -> None:
    checkout.git("rm", "-q", AN_INPUT)
    assert checkout.ask(checkout.first)[0] == BUILD


def test_without_a_base_they_are_built_and_it_is_said_why(checkout: Checkout) -> None:
    code, reason = checkout.ask()
    assert code == BUILD
    assert "no base" in reason


def test_the_branchs_upstream_is_the_base(checkout: Checkout) -> None:
    checkout.git("branch", "shared")
    checkout.git("branch", "-q", "--set-upstream-to=shared")
    code, reason = checkout.ask()
    assert (code, "not ahead" in reason) == (BUILD, True)
    checkout.commit(NO_INPUT)
    assert checkout.ask()[0] == LEAVE
    checkout.commit(AN_INPUT)
    assert checkout.ask()[0] == BUILD


def test_what_only_the_upstream_changed_is_not_ours(checkout: Checkout) -> None:
    checkout.git("checkout", "-q", "-b", "mine", "--track", "main")
    checkout.commit(NO_INPUT)
    checkout.git("checkout", "-q", "main")
    checkout.commit(AN_INPUT)
    checkout.git("checkout", "-q", "mine")
    assert checkout.ask()[0] == LEAVE


def test_a_base_that_is_not_there_is_an_error_not_a_guess(checkout: Checkout) -> None:
    code, reason = checkout.ask("no-such-commit")
    assert code == ASK
    assert "no-such-commit" in reason


def test_it_is_asked_from_any_folder(checkout: Checkout) -> None:
    checkout.commit(AN_INPUT)
    done = checkout._run("sh", "-c", "cd app && sh ../.ci/changed", HUSROM_CI_BASE=checkout.first)
    assert done.returncode == BUILD


# the gate itself, with jobs that only say that they were called

JOB = """#!/bin/sh
echo "$*" >>"$CALLS"
echo "said by $*"
case " $FAILING " in *" $(echo "$*" | tr ' ' .) "*) exit 3 ;; esac
"""
STEPS = {
    "set-up": "test --version",
    "test": "test",
    "style": "lint style",
    "format": "lint format",
    "imports": "lint imports",
    "sizes": "lint sizes",
    "types": "lint types",
    "screen": "screen",
}
PACKAGES = {
    "package windows": "package windows --fast",
    "try windows": "try windows",
    "package linux": "package linux --fast",
    "try linux": "try linux",
}


class Gate:
    """A run of the gate: what it called, what it printed, how it ended."""

    def __init__(self, checkout: Checkout, *, failing: str = "", base: str = "") -> None:
        folder = checkout.folder
        shutil.copy(ROOT / ".ci/run", folder / ".ci/run")
        stand_in = folder / "bin"
        stand_in.mkdir()
        for name, text in {
            "installer/dev": JOB,
            "installer/fresh-check": JOB.replace("$*", "fresh ${2:-}"),
            "bin/unshare": '#!/bin/sh\n[ "${1#--}" != "$1" ] && exec sh installer/dev test\n',
            "bin/sudo": '#!/bin/sh\nshift\nexec "$@"\n',
        }.items():
            path = folder / name
            path.write_text(text)
            path.chmod(0o755)
        facts = {
            "CALLS": str(folder / "calls"),
            "FAILING": failing,
            "HUSROM_CI_BASE": base or checkout.first,
            "PATH": f"{stand_in}:{os.environ['PATH']}",
            "TMPDIR": str(folder),
        }
        done = checkout._run("sh", ".ci/run", **facts)
        self.code, self.printed = done.returncode, done.stdout
        self.called = (folder / "calls").read_text().splitlines()
        self.summary = self.printed[self.printed.rindex("\n== ") :]

    def verdict(self, step: str) -> str:
        """What the summary says of a step."""
        (line,) = (each for each in self.summary.splitlines() if f"  {step}  " in each)
        return line.split(step, 1)[1].strip()


def test_every_step_runs_and_is_told(checkout: Checkout) -> None:
    gate = Gate(checkout)
    assert gate.code == 0
    assert sorted(gate.called) == sorted([*STEPS.values(), *PACKAGES.values(), "fresh tests/flows"])
    assert {gate.verdict(step) for step in [*STEPS, *PACKAGES, "fresh"]} == {"ok"}
    for job in gate.called:
        assert f"said by {job}\n" in gate.printed


@pytest.mark.parametrize(("step", "job"), [*STEPS.items(), ("fresh", "fresh tests/flows")])
def test_one_that_fails_stops_no_other_but_fails_the_gate(
    checkout: Checkout, step: str, job: str
) -> None:
    gate = Gate(checkout, failing=job.replace(" ", "."))
    assert gate.code == 1
    assert gate.verdict(step) == "FAILED (3)"
    assert len(gate.called) == len(STEPS) + len(PACKAGES) + 1


def test_what_was_not_built_is_not_tried_and_not_passed_over(checkout: Checkout) -> None:
    gate = Gate(checkout, failing="package.windows.--fast")
    assert gate.code == 1
    assert "try windows" not in gate.called
    assert gate.verdict("try windows") == "NOT RUN (nothing was built)"
    assert gate.verdict("try linux") == "ok"


def test_unchanged_packages_are_left_with_the_reason(checkout: Checkout) -> None:
    checkout.write("installer/dev", "installer/fresh-check")
    base = checkout.commit(NO_INPUT)
    for name in ("installer/dev", "installer/fresh-check"):
        checkout.git("update-index", "--assume-unchanged", name)
    gate = Gate(checkout, base=base)
    assert gate.code == 0
    assert not set(gate.called) & set(PACKAGES.values())
    assert gate.verdict("packages").startswith("not run: nothing that goes into them has changed")


def test_a_base_that_is_not_there_fails_the_gate(checkout: Checkout) -> None:
    gate = Gate(checkout, base="no-such-commit")
    assert gate.code == 1
    assert gate.verdict("packages").startswith("FAILED")


def test_nothing_of_a_run_is_left_behind(checkout: Checkout) -> None:
    Gate(checkout)
    assert list(checkout.folder.glob("tmp.*")) == []
