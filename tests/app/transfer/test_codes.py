"""The lists of codes hold every code that stands in the slice's own files."""

import ast
from collections.abc import Iterator
from pathlib import Path

from app.transfer import codes

_SLICE = Path(codes.__file__).parent
_CALLS = frozenset(
    ("FileProblem", "OfficeError", "refused", "fixed", "_end", "note", "Finding", "Read", "_within")
)
_NO_CODE = frozenset(("", "service", "store"))


def said() -> Iterator[str]:
    """Every text given to a call that carries a code."""
    for path in sorted(_SLICE.glob("*.py")):
        if path.stem in {"codes", *_NO_CODE}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                name = node.func.id if isinstance(node.func, ast.Name) else name
                if name in _CALLS:
                    yield from _texts(node)


def _texts(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        choices = (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else ()
        for node in (argument, *choices):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _is_code(text: str) -> bool:
    return len(text) > 4 and text.isascii() and text.islower() and text.replace("_", "").isalpha()


def test_every_code_in_the_slice_is_listed() -> None:
    found = {text for text in said() if _is_code(text)}

    assert len(found) > 40
    assert found - codes.ALL_CODES == set()


def test_no_code_has_two_meanings() -> None:
    lists = (
        codes.SHEET_CODES,
        codes.PROFILE_CODES,
        codes.ERROR_CODES,
        codes.TO_CHECK_CODES,
        codes.FIXED_CODES,
        codes.LEFT_OUT_CODES,
    )

    assert sum(len(each) for each in lists) == len(codes.ALL_CODES)
