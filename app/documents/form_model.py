"""What is signed, ticked or filled in by hand, before it is a page."""

from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs or stands under a letter: `role` after the name, `act` under it."""

    name: str
    role: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, two beside each other, with place and date first when `dated`.

    Printed on one page together with the end of what stands before. What stands over a
    signer's lines is the `act` («Leier»).
    """

    signers: tuple[Signer, ...]
    dated: bool = True
    part: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a letter: greeting, who stands for it, enclosures and copies."""

    greeting: str
    signers: tuple[Signer, ...]
    note: str = ""
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """One tick box with its word."""

    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Boxes:
    """Tick boxes in rows of `across`; `question` stands over them."""

    options: tuple[Box, ...]
    question: str = ""
    across: int = 1
    part: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A place to write. `share` of the row's width; `cells` draws that many boxes («6», «5»)."""

    label: str
    value: str = ""
    share: float = 1.0
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FillIn:
    """Fields beside each other on a blank form; `lines` tall, ruled when `ruled`."""

    fields: tuple[Field, ...]
    lines: int = 1
    ruled: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """Groups of a recovery key, each character in a cell of its own, four groups in a row."""

    groups: tuple[str, ...]
    part: str = ""
