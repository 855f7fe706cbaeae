"""The tree of what the marks on the pages are: headings, paragraphs, lists, tables.

Elements are made while a document is laid out, so reading order is the order of the story.
"""

from collections.abc import Callable

Reserve = Callable[[], tuple[bytes, Callable[[bytes], None]]]
"""Takes a number in the file; gives the reference and the way to fill the object in."""

COLUMN_HEAD = b"/A<</O/Table/Scope/Column>>"
ROW_HEAD = b"/A<</O/Table/Scope/Row>>"
ROWS_HEAD = b"/A<</O/Table/Scope/Row/RowSpan %d>>"
"""A head that stands beside several rows."""
NUMBERED = b"/A<</O/List/ListNumbering/Decimal>>"
BULLETED = b"/A<</O/List/ListNumbering/Disc>>"


class Element:
    """One node: `tag` is a standard structure type, `extra` raw keys, `marks` (page, mcid)."""

    __slots__ = ("children", "extra", "marks", "tag")

    # An empty cell still holds its place in the row; anything else without ink is not there.
    KEPT_EMPTY = frozenset({"TD", "TH"})

    def __init__(self, tag: str, parent: "Element | None" = None, extra: bytes = b"") -> None:
        self.tag = tag
        self.extra = extra
        self.children: list[Element] = []
        self.marks: list[tuple[int, int]] = []
        if parent is not None:
            parent.children.append(self)

    def add(self, tag: str, extra: bytes = b"") -> "Element":
        """A new last child."""
        return Element(tag, self, extra)

    def prune(self) -> bool:
        """Drops descendants without ink; whether this one has any."""
        self.children = [child for child in self.children if child.prune()]
        return bool(self.marks or self.children or self.tag in self.KEPT_EMPTY)


class Tree:
    """Writes an element tree as the objects of a file."""

    def __init__(self, pages: list[bytes], reserve: Reserve) -> None:
        self._pages = pages
        self._reserve = reserve
        self._owners: list[list[bytes]] = [[] for _ in pages]

    def write(self, root: Element) -> bytes:
        """Fills in every object and gives the reference of the StructTreeRoot."""
        root.prune()
        own, fill = self._reserve()
        top = self._element(root, own)
        owners = b"".join(
            b"%d[%s]" % (page, b" ".join(refs)) for page, refs in enumerate(self._owners)
        )
        parents, fill_parents = self._reserve()
        fill_parents(b"<</Nums[" + owners + b"]>>")
        fill(
            b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>"
            % (top, parents, len(self._pages))
        )
        return own

    def _element(self, node: Element, parent: bytes) -> bytes:
        own, fill = self._reserve()
        if node.children:
            inner = b"/K[" + b" ".join(self._element(c, own) for c in node.children) + b"]"
        else:
            inner = self._content(node, own)
        fill(b"<</Type/StructElem/S/%s/P %s%s%s>>" % (node.tag.encode(), parent, node.extra, inner))
        return own

    def _content(self, node: Element, own: bytes) -> bytes:
        for page, mcid in node.marks:
            owners = self._owners[page]
            owners.extend([b"null"] * (mcid + 1 - len(owners)))
            owners[mcid] = own
        if not node.marks:
            return b""
        first = node.marks[0][0]
        if all(page == first for page, _ in node.marks):
            ids = b" ".join(b"%d" % mcid for _, mcid in node.marks)
            return b"/Pg %s/K[%s]" % (self._pages[first], ids)
        refs = b"".join(
            b"<</Type/MCR/Pg %s/MCID %d>>" % (self._pages[page], mcid) for page, mcid in node.marks
        )
        return b"/K[" + refs + b"]"
