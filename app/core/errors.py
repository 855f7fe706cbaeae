"""What an officer can act on. Everything else is our own fault and goes to the crash window.

An error carries a code and facts, never a sentence and never a name or a national number:
`ui/labels.py` and `app/cli.py` put it into words.
"""

import dataclasses
from collections.abc import Iterable
from typing import ClassVar

from app.core.records import dataclass


class OfficeError(Exception):
    """Something the officer can mend. `code` is stable; `facts` are safe to log."""

    default_code: ClassVar[str] = "office"

    def __init__(self, code: str | None = None, **facts: object) -> None:
        self.code = code or self.default_code
        self.facts = facts
        super().__init__(self.code)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a draft: beside which field, what, and the remedy if known.

    `source` is the rule id it rests on («HL-43»), `blocks` is False for what is only told.
    `remedy` is the value that would put it right, in the type of the field.
    """

    field: str
    code: str
    source: str = ""
    blocks: bool = True
    remedy: object = None
    facts: dict[str, object] = dataclasses.field(default_factory=dict)


class Invalid(OfficeError):  # noqa: N818  the glossary's word; «InvalidError» says nothing more
    """A draft that breaks a rule: `problems` says where and how."""

    default_code = "invalid"

    def __init__(self, problems: Iterable[Problem], code: str | None = None) -> None:
        self.problems = tuple(problems)
        super().__init__(code, fields=tuple(p.field for p in self.problems))


def demand(problems: Iterable[Problem]) -> None:
    """Nothing stands in the way. Raises Invalid with what does; what is only told is left out."""
    blocking = [problem for problem in problems if problem.blocks]
    if blocking:
        raise Invalid(blocking)


class NotFound(OfficeError):  # noqa: N818  as Invalid
    """What was asked for is not in the register (any longer)."""

    default_code = "not_found"


class Conflict(OfficeError):  # noqa: N818  as Invalid
    """What is there now is not what the act was decided on."""

    default_code = "conflict"


class WrongKey(OfficeError):  # noqa: N818  as Invalid
    """The passphrase or recovery key opens none of the slots."""

    default_code = "wrong_key"


class FileProblem(OfficeError):  # noqa: N818  as Invalid
    """The register, a backup or another file cannot be read or written as it is."""

    default_code = "file"
