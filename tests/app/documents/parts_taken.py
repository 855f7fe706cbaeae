"""A document from which a required part is taken away, wherever it stands."""

from dataclasses import fields, replace

from app.documents.model import Block, Document


def without(document: Document, part: str) -> Document:
    """The same words, but none of them holds the part any more."""
    return replace(document, blocks=tuple(_bare(each, part) for each in document.blocks))


def _bare(block: Block, part: str) -> Block:
    changes: dict[str, object] = {}
    for each in fields(block):
        value = getattr(block, each.name)
        if each.name == "part" and value == part:
            changes["part"] = ""
        elif each.name in ("blocks", "left", "right"):
            changes[each.name] = tuple(_bare(inner, part) for inner in value)
    return replace(block, **changes)  # type: ignore[arg-type]  # the block's own fields
