"""Reads a page of help into blocks: the few marks of Markdown that such a page needs. Pure.

Known are `#` (the title, once and first), `##` and `###`, paragraphs, `-` and `1.` lists, and
tables with a head. `**words**` may begin a paragraph, a line of a list or nothing else, and are
printed strong; `code` loses its marks. What else Markdown knows is refused rather than printed
with its signs: OfficeError `text_form`.
"""

import re
from collections.abc import Iterator

from app.core.errors import OfficeError
from app.core.records import dataclass
from app.documents.model import Block, Bullets, Column, Heading, Item, Paragraph, Steps, Table

_STRONG = re.compile(r"\*\*(.+?)\*\*\s*")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_FOREIGN = re.compile(r"\*\*|(?:^|\s)[*_]\w|`|\]\(|<[a-z/!]|^[>+]\s|^~~|^\s*[-=*]{3,}$|&\w+;")
_STEP = re.compile(r"\d+\. +")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was written: its title, the paragraph under it, and the rest."""

    title: str
    lead: str
    blocks: tuple[Block, ...]


def read(text: str) -> Page:
    """The page. OfficeError `text_form` for what it should not hold."""
    groups = list(_groups(text))
    head = groups[0] if groups else []
    if len(head) != 1 or not head[0].startswith("# "):
        raise OfficeError("text_form", why="title")
    lead = ""
    if len(groups) > 1 and _is_plain(groups[1]):
        lead = _plain(" ".join(groups.pop(1)))
    return Page(_plain(head[0][2:]), lead, tuple(_block(group) for group in groups[1:]))


def _groups(text: str) -> Iterator[list[str]]:
    """Lines between blank ones; a heading stands alone."""
    group: list[str] = []
    for line in [*text.splitlines(), ""]:
        alone = line.startswith("#")
        if group and (alone or not line.strip()):
            yield group
            group = []
        if alone:
            yield [line]
        elif line.strip():
            group.append(line.rstrip())


def _is_plain(group: list[str]) -> bool:
    return not group[0].startswith(("#", "- ", "|", "**")) and not _STEP.match(group[0])


def _block(group: list[str]) -> Block:
    first = group[0]
    if first.startswith("### "):
        return Heading(_plain(first[4:]), 3)
    if first.startswith("## "):
        return Heading(_plain(first[3:]))
    if first.startswith("#"):
        raise OfficeError("text_form", why="heading")
    if first.startswith("|"):
        return _table(group)
    if first.startswith("- "):
        return Bullets(tuple(_items(group, re.compile("- +"))))
    if _STEP.match(first):
        return Steps(tuple(_items(group, _STEP)))
    lead, words = _led(" ".join(line.strip() for line in group))
    return Paragraph(words, lead)


def _items(group: list[str], mark: re.Pattern[str]) -> Iterator[Item]:
    lines: list[str] = []
    for line in group:
        found = mark.match(line)
        if found:
            lines.append(line[found.end() :])
        elif line.startswith("  "):
            lines[-1] += f" {line.strip()}"
        else:
            raise OfficeError("text_form", why="list")
    for line in lines:
        lead, words = _led(line)
        yield Item(words, lead)


def _table(group: list[str]) -> Table:
    if len(group) < 3 or not _RULE.fullmatch(group[1]):
        raise OfficeError("text_form", why="table")
    head, *rows = (_cells(line) for line in (group[0], *group[2:]))
    if any(len(row) != len(head) for row in rows):
        raise OfficeError("text_form", why="table")
    return Table(tuple(Column(title) for title in head), tuple(rows), dense=True)


def _cells(line: str) -> tuple[str, ...]:
    if not (line.startswith("|") and line.endswith("|")):
        raise OfficeError("text_form", why="table")
    return tuple(_plain(cell) for cell in line[1:-1].split("|"))


def _led(words: str) -> tuple[str, str]:
    """What is strong at the beginning, and what follows it."""
    found = _STRONG.match(words)
    return (_plain(found[1]), _plain(words[found.end() :])) if found else ("", _plain(words))


def _plain(words: str) -> str:
    """Without the marks of code; OfficeError for marks that are not known."""
    bare = re.sub(r"`([^`]+)`", r"\1", words.strip())
    if _FOREIGN.search(bare):
        raise OfficeError("text_form", why="mark")
    return bare
