"""Sizes to hold. A number that must be broken is a question about the design."""

import ast
from statistics import median

from tests.house import tree

FILE_WALL, FILE_MEDIAN = 450, 120
FUNCTION_WALL, FUNCTION_MEDIAN = 45, 8


def test_no_file_is_longer_than_the_wall() -> None:
    assert [part for part in tree.file_sizes() if part.lines > FILE_WALL] == []


def test_most_files_are_short() -> None:
    assert median(part.lines for part in tree.file_sizes()) <= FILE_MEDIAN


def test_no_function_is_longer_than_the_wall() -> None:
    assert [part for part in tree.function_sizes() if part.lines > FUNCTION_WALL] == []


def test_most_functions_are_short() -> None:
    assert median(part.lines for part in tree.function_sizes()) <= FUNCTION_MEDIAN


def test_everything_is_annotated() -> None:
    bare = [
        f"{tree.at(path, function)} {function.name}"
        for path in tree.python_files(*tree.CODE, "tests")
        for function in tree.functions(path)
        if _is_bare(function)
    ]
    assert bare == []


def _is_bare(function: tree.Function) -> bool:
    told = function.args
    every = [*told.posonlyargs, *told.args, *told.kwonlyargs, told.vararg, told.kwarg]
    arguments = [one for one in every if one is not None and one.arg not in {"self", "cls"}]
    return function.returns is None or any(one.annotation is None for one in arguments)


def test_the_measure_sees_what_it_should() -> None:
    """The gate itself can fail: an unannotated argument and a missing return are both seen."""
    source = "def one(a): ...\ndef two(a: int): ...\ndef three(self, *a: int) -> None: ...\n"
    found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    assert [_is_bare(function) for function in found] == [True, True, False]
