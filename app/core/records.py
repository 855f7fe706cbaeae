"""The decorator of every record: a dataclass that mypy holds frozen, at the price of an open one.

A class that is frozen when the program runs sets each field through `object.__setattr__`, so a
record of ten fields takes six times as long to make, and one page makes tens of thousands. mypy
reads the standard library's decorator here and refuses every assignment to a field of a frozen
record, in all of app, ui and tests: the guard stands where the code is written, not in each row.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, **how: bool
    ) -> type | Callable[[type], type]:
        """`dataclasses.dataclass`; frozen to mypy alone, and hashed by its values as if it were."""
        hashed = frozen and how.get("eq", True)
        return dataclasses.dataclass(cls, unsafe_hash=hashed, **how)
