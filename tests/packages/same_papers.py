#!/usr/bin/env python3
"""Whether two folders hold the same papers: names, text and tag tree must be; bytes are counted.

python tests/packages/same_papers.py DIR DIR
"""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

Tag = tuple[str, tuple["Tag", ...]]
NEW_EACH_TIME = "Gjenopprettingsnøkkel"  # what it prints is made anew in every register


def told(document: pypdfium2.PdfDocument) -> list[tuple[str, tuple[Tag, ...]]]:
    """Text and tag tree of every page."""
    pages = []
    for page in document:
        text = page.get_textpage().get_text_bounded()
        tree = raw.FPDF_StructTree_GetForPage(page)
        roots = range(raw.FPDF_StructTree_CountChildren(tree))
        tags = tuple(tag(raw.FPDF_StructTree_GetChildAtIndex(tree, at)) for at in roots)
        raw.FPDF_StructTree_Close(tree)
        pages.append((text, tags))
    return pages


def tag(element: object) -> Tag:
    """A tag with what is below it."""
    children = (
        raw.FPDF_StructElement_GetChildAtIndex(element, at)
        for at in range(raw.FPDF_StructElement_CountChildren(element))
    )
    return worded(raw.FPDF_StructElement_GetType, element), tuple(map(tag, filter(None, children)))


def worded(ask: Callable[..., int], element: object) -> str:
    """What PDFium tells in UTF-16."""
    size = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")


def main(one: Path, other: Path) -> int:
    """0 when all are the same."""
    names = [
        sorted(file.relative_to(d).as_posix() for file in d.rglob("*.pdf")) for d in (one, other)
    ]
    differ = [f"bare i den ene: {name}" for name in sorted(set(names[0]) ^ set(names[1]))]
    same_bytes, tags = 0, 0
    for name in sorted(set(names[0]) & set(names[1])):
        if (one / name).read_bytes() == (other / name).read_bytes():
            same_bytes += 1
        left, right = (told(pypdfium2.PdfDocument(folder / name)) for folder in (one, other))
        tags += sum(str(tree).count("(") for _, tree in left) // 2
        if [page[1] for page in left] != [page[1] for page in right]:
            differ.append(f"taggene: {name}")
        elif left != right and NEW_EACH_TIME not in name:
            differ.append(f"teksten: {name}")
    count = f"{len(names[0])} dokumenter, {tags} tagger; {same_bytes} er like byte for byte"
    sys.stdout.write("\n".join([count, *differ, ""]))
    return 1 if differ or not names[0] or not tags else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
