"""What may not stand in the repository, and where the few exceptions stand."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import tree

# put together, so that this file does not hold what it looks for
ADDRESSES = re.compile(
    "|".join(
        (
            r"pypi\." + "org",
            "pythonhosted" + r"\.",
            "index" + "-url",
            r"npmjs\." + "(org|com)",
            r"(deb|security|snapshot)\.debian\." + "org",
            r"archive\.ubuntu\." + "com",
            "proxy" + r"\.golang\.",
            "art" + "ifactory",
        )
    ),
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(work|home/\w|opt|Users)/" + r"|[A-Z]:\\Users\\\w")
WORKPLACE = re.compile("shared/" + "(reference|look|samples|background)|" + r"\bfarm" + r"-\w")
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME|HACK)\b")
BARE_IGNORE = re.compile(r"#\s*type:\s*ignore(?!\[[a-z, -]+\]\s+\S)")
BARE_NOQA = re.compile(r"#\s*noqa(?!:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*\s+\S)")

CATCHERS = {"ui/kit/jobs.py", "ui/kit/crash.py"}
WAITING = {"skip", "skipif", "xfail", "importorskip", "sleep", "flaky", "qWait"}
VAGUE = {"common", "handlers", "helpers", "managers", "misc", "util", "utils"}
QT = ("PySide6", "shiboken6", "qtpy", "PyQt6")


@pytest.mark.parametrize(
    "never",
    [ADDRESSES, MACHINE_PATHS, WORKPLACE],
    ids=["registry address", "machine path", "workplace"],
)
def test_no_file_names_where_it_was_made(never: re.Pattern[str]) -> None:
    assert [line for line in _lines(never) if not line.startswith("resources/licences/")] == []


@pytest.mark.parametrize(
    "never", [UNFINISHED, BARE_IGNORE, BARE_NOQA], ids=["unfinished", "type: ignore", "noqa"]
)
def test_nothing_is_left_for_later_or_silenced_without_a_reason(never: re.Pattern[str]) -> None:
    code = (".py", ".toml", ".sql", ".sh", "installer/dev", "installer/fresh-check", ".ci/run")
    assert [line for line in _lines(never) if line.split(":")[0].endswith(code)] == []


def _lines(never: re.Pattern[str]) -> Iterator[str]:
    for name, text in tree.committed_texts():
        if not never.search(text) or name == "tests/house/test_words.py":
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if never.search(line):
                yield f"{name}:{number}: {line.strip()[:80]}"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("x = y  # type: " + "ignore", BARE_IGNORE),
        ("x = y  # type: " + "ignore[attr-defined]", BARE_IGNORE),
        ("import x  # no" + "qa", BARE_NOQA),
        ("import x  # no" + "qa: F401", BARE_NOQA),
        ("# TO" + "DO later", UNFINISHED),
        ("see /wo" + "rk/main/app", MACHINE_PATHS),
    ],
)
def test_the_patterns_see_what_they_should(text: str, never: re.Pattern[str]) -> None:
    assert never.search(text)


@pytest.mark.parametrize(
    "text", ["x  # type: ignore[misc]  Qt's stub is wrong", "x  # noqa: N802  Qt names it"]
)
def test_a_reason_beside_the_code_is_enough(text: str) -> None:
    assert not BARE_IGNORE.search(text)
    assert not BARE_NOQA.search(text)


def test_only_jobs_and_crash_catch_everything() -> None:
    caught = [
        tree.at(path, handler)
        for path in tree.python_files(*tree.CODE)
        if tree.name(path) not in CATCHERS
        for handler in tree.nodes(path, ast.ExceptHandler)
        if _catches_all(handler.type)
    ]
    assert caught == []


def _catches_all(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_catches_all(one) for one in caught.elts)
    return caught is None or ast.unparse(caught) in {"Exception", "BaseException"}


def test_the_office_never_imports_qt() -> None:
    imports = [
        f"{tree.name(path)}: {module}"
        for path in tree.python_files("app")
        for module in _imported(path)
        if module.split(".")[0] in QT
    ]
    assert imports == []


def _imported(path: Path) -> Iterator[str]:
    for one in tree.nodes(path, ast.Import):
        yield from (alias.name for alias in one.names)
    for other in tree.nodes(path, ast.ImportFrom):
        yield other.module or ""


def test_records_come_from_the_decorator_that_makes_them_quickly() -> None:
    standard = [
        tree.at(path, one)
        for path in tree.python_files(*tree.CODE)
        if tree.name(path) != "app/core/records.py"
        for one in tree.nodes(path, ast.ImportFrom)
        if one.module == "dataclasses" and "dataclass" in {alias.name for alias in one.names}
    ]
    assert standard == []


def test_no_test_is_skipped_expected_to_fail_or_asleep() -> None:
    waiting = [
        tree.at(path, node)
        for path in tree.python_files("tests")
        for node in tree.nodes(path, ast.Attribute)
        if node.attr in WAITING or ast.unparse(node) == "qtbot.wait"
    ]
    assert waiting == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in tree.python_files("tests")}
    assert [tree.name(one) for one in folders if not (one / "__init__.py").exists()] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in tree.python_files(*tree.CODE)}
    assert [tree.name(one) for one in folders if not (one / "__init__.py").exists()] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    paths = tree.python_files(*tree.CODE, "tests")
    assert [tree.name(path) for path in paths if path.stem in VAGUE] == []


def test_labels_show_names_as_they_are() -> None:
    """A QLabel guesses at markup («<b>Ola» would be bold): who makes one says plain text."""
    guessing = [
        tree.name(path)
        for path in tree.python_files("ui")
        if any(_makes_label(call) for call in tree.nodes(path, ast.Call))
        and "PlainText" not in path.read_text(encoding="utf-8")
    ]
    assert guessing == []


def _makes_label(call: ast.Call) -> bool:
    return ast.unparse(call.func) in {"QLabel", "QtWidgets.QLabel"}
