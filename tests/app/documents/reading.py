"""Reads a finished file back: words with their places, and the structure tree."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import pdfplumber
import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

MM = 72 / 25.4

logging.getLogger("pdfminer").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in mm from the upper left corner."""

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(slots=True)
class Node:
    """A structure element as read back."""

    tag: str
    scope: str
    language: str
    actual: str
    alt: str
    children: list["Node"] = field(default_factory=list)
    marks: int = 0

    def walk(self) -> Iterator["Node"]:
        """Itself and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def tags(self) -> list[str]:
        """The tags under it, in reading order."""
        return [node.tag for node in self.walk()][1:]


def words(data: bytes) -> list[Word]:
    """Every word of every page."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            Word(number, w["text"], w["x0"] / MM, w["x1"] / MM, w["top"] / MM, w["bottom"] / MM)
            for number, page in enumerate(pdf.pages, start=1)
            for w in page.extract_words()
        ]


def lines_across(data: bytes) -> list[tuple[int, float, float, float]]:
    """Every drawn line and frame: page, left, top and bottom edge in mm."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            (number, shape["x0"] / MM, shape["top"] / MM, shape["bottom"] / MM)
            for number, page in enumerate(pdf.pages, start=1)
            for shape in [*page.lines, *page.rects, *page.curves]
        ]


def text(data: bytes) -> str:
    """The text as a screen reader or a search gets it, page by page."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return "\n".join(page.extract_text() for page in reader.pages)


def pages(data: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def info(data: bytes) -> dict[str, str]:
    """The Info dictionary."""
    found = pypdf.PdfReader(io.BytesIO(data)).metadata
    return {str(key): str(value) for key, value in (found or DictionaryObject()).items()}


def bookmarks(data: bytes) -> list[str]:
    """The titles of all bookmarks, outer before inner."""
    titles: list[str] = []

    def collect(items: object) -> None:
        if isinstance(items, list):
            for item in items:
                collect(item)
        else:
            titles.append(str(getattr(items, "title", "")))

    collect(pypdf.PdfReader(io.BytesIO(data)).outline)
    return titles


def structure(data: bytes) -> Node:
    """The structure tree's top element."""
    root = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    tree = root["/StructTreeRoot"].get_object()
    assert isinstance(tree, DictionaryObject)
    return _node(tree["/K"])


def _node(item: object) -> Node:
    value = item.get_object() if isinstance(item, IndirectObject) else item
    assert isinstance(value, DictionaryObject)
    attributes = value.get("/A", DictionaryObject())
    node = Node(
        str(value["/S"]).removeprefix("/"),
        str(attributes.get("/Scope", "")).removeprefix("/"),
        str(value.get("/Lang", "")),
        str(value.get("/ActualText", "")),
        str(value.get("/Alt", "")),
    )
    inner = value.get("/K", ArrayObject())
    for kid in inner if isinstance(inner, ArrayObject) else [inner]:
        kid = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(kid, NumberObject) or (isinstance(kid, DictionaryObject) and "/MCID" in kid):
            node.marks += 1
        else:
            node.children.append(_node(kid))
    return node
