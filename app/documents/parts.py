"""Which required parts a document lacks: it is refused rather than printed without them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from app.core.errors import Invalid, Problem
from app.documents.model import Block, Clause, Document, KeepTogether, PageBreak, Table


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, outer before inner, in reading order."""
    for block in blocks:
        yield block
        for field in fields(block):
            inner = getattr(block, field.name)
            if field.name in ("blocks", "left", "right"):
                yield from blocks_of(inner)


def texts_of(value: object) -> Iterator[str]:
    """Every string in a value that is or holds dataclasses and tuples; `part` and `requires`
    are names, not text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("part", "requires"):
                yield from texts_of(getattr(value, field.name))


def missing_parts(document: Document) -> tuple[str, ...]:
    """The required parts that no block with any text in it fulfils, in the order required."""
    filled = {
        block.part
        for block in blocks_of(document.blocks)
        if block.part and any(map(str.strip, texts_of(_substance(block))))
    }
    return tuple(part for part in document.requires if part not in filled)


def _substance(block: Block) -> object:
    """What must hold text for the block to count: a head without a body does not."""
    match block:
        case PageBreak():
            return ()
        case Table():
            return block.rows
        case Clause() | KeepTogether():
            return block.blocks
        case _:
            return block


def demand_parts(document: Document) -> None:
    """Raises Invalid with one `missing_part` problem for each part that is missing.

    `source` is the rule id when the part is named by one, as «DOC-02 grunnlag» or «FV-10».
    """
    missing = missing_parts(document)
    if missing:
        raise Invalid(Problem(part, "missing_part", source=_rule_of(part)) for part in missing)


def _rule_of(part: str) -> str:
    """The rule id a part's name begins with, or nothing."""
    head = part.split(maxsplit=1)[0] if part.strip() else ""
    letters, _, number = head.partition("-")
    return head if letters.isupper() and number.isdigit() else ""
