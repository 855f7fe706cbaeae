"""The repository as its own tests read it: files, syntax trees, functions and their sizes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
CODE = ("app", "ui")
PLACES = (".ci", "app", "installer", "resources", "tests", "ui")
MADE_BY_TOOLS = {"__pycache__", "wheelhouse"}

T = TypeVar("T", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Part:
    """A function or file with its number of lines."""

    where: str
    lines: int


def python_files(*places: str) -> list[Path]:
    """Every Python file under the top-level folders named, sorted."""
    return [path for path in files(*places) if path.suffix == ".py"]


def files(*places: str) -> list[Path]:
    """Every file under the top-level folders named that a person wrote, sorted."""
    found = (path for place in places for path in (ROOT / place).rglob("*") if path.is_file())
    return sorted(path for path in found if not MADE_BY_TOOLS.intersection(path.parts))


def committed_texts() -> Iterator[tuple[str, str]]:
    """Name and text of every text file of the repository, the top level included."""
    top = [path for path in ROOT.iterdir() if path.is_file()]
    for path in sorted([*top, *files(*PLACES)]):
        try:
            yield name(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # fonts, pictures, registers


def name(path: Path) -> str:
    """The path as it is written in this repository."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path: Path, kind: type[T]) -> Iterator[T]:
    """Every node of one kind in a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, kind))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file, nested ones too."""
    return (
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def file_sizes() -> list[Part]:
    """Every file of our own code with its lines; the empty `__init__` files do not count."""
    parts = (
        Part(name(path), len(path.read_text(encoding="utf-8").splitlines()))
        for path in python_files(*CODE)
        if path.name != "__init__.py"
    )
    return list(parts)


def function_sizes() -> list[Part]:
    """Every function of our own code with its lines, signature and docstring included."""
    return [
        Part(f"{name(path)}:{found.lineno} {found.name}", _length(found))
        for path in python_files(*CODE)
        for found in functions(path)
    ]


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def at(path: Path, node: ast.expr | ast.stmt | ast.excepthandler) -> str:
    """Where something stands, as an editor understands it."""
    return f"{name(path)}:{node.lineno}"
