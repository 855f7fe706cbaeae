"""A canvas whose every mark is either tagged content or an artifact: PDF/A-2a and PDF/UA-1.

Drawing is in points from the upper left corner. The caller says whose ink follows (`mark` or
`artifact`), and everything until the next such call belongs to it. ReportLab has no tags of its
own; this layer, `structure`, `archival` and `xmp` are what it lacks. Drawing operators are
written directly, which is what makes a tagged file cheaper than an untagged one from platypus.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from app.documents import archival, xmp
from app.documents.fonts import Weight, face
from app.documents.structure import Element, Tree

Artifact = Literal["header", "footer", "pagination", "layout"]

_ARTIFACTS: dict[Artifact, str] = {
    "header": "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "footer": "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
    "pagination": "/Artifact <</Type/Pagination>> BDC",
    "layout": "/Artifact <</Type/Layout>> BDC",
}

Colour = tuple[float, float, float]


class TaggedCanvas(Canvas):  # type: ignore[misc]  # its base has no types
    """The pages of one file."""

    def __init__(self, width: float, height: float, language: str, root: Element) -> None:
        super().__init__(
            "", pagesize=(width, height), pageCompression=1, invariant=1, pdfVersion=(1, 7),
            lang=language,
        )  # fmt: skip
        self.width, self.height, self.language = width, height, language
        self.root = root
        self._owner: Element | Artifact | None = None
        self._page, self._next = 0, 0
        self._ink: Colour | None = None
        self._streams: list[bytes] = []

    def _make_preamble(self) -> None:
        """ReportLab would set Helvetica here, which is not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def mark(self, element: Element) -> None:
        """What follows is ink of this element."""
        if self._owner is element:
            return
        self._end()
        self._code.append(f"/{element.tag} <</MCID {self._next}>> BDC")
        element.marks.append((self._page, self._next))
        self._owner = element
        self._next += 1

    def artifact(self, kind: Artifact) -> None:
        """What follows carries no content: rules, frames, running heads."""
        if self._owner == kind:
            return
        self._end()
        self._code.append(_ARTIFACTS[kind])
        self._owner = kind

    def _end(self) -> None:
        if self._owner is not None:
            self._code.append("EMC")
            self._owner = None

    def ink(self, colour: Colour) -> None:
        """The colour of text, lines and fills from here on."""
        if colour != self._ink:
            red, green, blue = colour
            rgb = f"{red:.3f} {green:.3f} {blue:.3f}"
            self._code.append(f"{rgb} rg {rgb} RG")
            self._ink = colour

    def text(self, x: float, y: float, text: str, weight: Weight, size: float) -> None:
        """One line with its baseline at y."""
        shown = [
            f"{name} {size:g} Tf <{codes}> Tj"
            for name, codes in face(weight).pieces(text, self._doc)
        ]
        if shown:
            at = f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm"
            self._code.append(f"BT {at} {' '.join(shown)} ET")

    def rule(self, x: float, y: float, x2: float, y2: float, thickness: float) -> None:
        """A straight line."""
        top = self.height
        self._code.append(f"{thickness:g} w {x:.2f} {top - y:.2f} m {x2:.2f} {top - y2:.2f} l S")

    def frame(self, x: float, y: float, width: float, height: float, thickness: float) -> None:
        """A rectangle in outline; x, y is its upper left corner."""
        low = self.height - y - height
        self._code.append(f"{thickness:g} w {x:.2f} {low:.2f} {width:.2f} {height:.2f} re S")

    def polygon(self, points: Sequence[tuple[float, float]], thickness: float = 0.0) -> None:
        """A closed shape, filled, or in outline when a thickness is given."""
        path = [
            f"{x:.2f} {self.height - y:.2f} {'l' if number else 'm'}"
            for number, (x, y) in enumerate(points)
        ]
        self._paint(" ".join(path) + " h", thickness)

    def disc(self, x: float, y: float, radius: float, thickness: float = 0.0) -> None:
        """A circle round x, y, filled, or in outline when a thickness is given."""
        y, bend = self.height - y, radius * 0.5523
        quarters = [
            (x + radius, y + bend, x + bend, y + radius, x, y + radius),
            (x - bend, y + radius, x - radius, y + bend, x - radius, y),
            (x - radius, y - bend, x - bend, y - radius, x, y - radius),
            (x + bend, y - radius, x + radius, y - bend, x + radius, y),
        ]
        curves = [" ".join(f"{value:.2f}" for value in quarter) + " c" for quarter in quarters]
        self._paint(f"{x + radius:.2f} {y:.2f} m {' '.join(curves)} h", thickness)

    def _paint(self, path: str, thickness: float) -> None:
        self._code.append(f"{thickness:g} w {path} S" if thickness else f"{path} f")

    def dashed(self, x: float, y: float, x2: float, thickness: float) -> None:
        """A level line of dashes."""
        self._code.append("[3 2] 0 d")
        self.rule(x, y, x2, y, thickness)
        self._code.append("[] 0 d")

    def outline(self, title: str, y: float, level: int) -> None:
        """A bookmark to this height of the page; level 0 is the title."""
        key = f"h{len(self._destinations)}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=self.height - y)
        self.addOutlineEntry(title, key, level=level)

    def end_page(self) -> None:
        """Closes the page and makes ready for the next."""
        self._end()
        self._streams.append("\n".join(self._code).encode())
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.Trans = None
        page.StructParents, page.Tabs = self._page, "/S"
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._page, self._next, self._ink = self._page + 1, 0, None

    def finish(self, title: str, author: str, issued: datetime) -> bytes:
        """The whole file. `issued` is its creation and change date, with offset."""
        packet = xmp.packet(title, author, self.language, issued)
        self._catalogue(packet)
        when = b"(" + xmp.pdf_date(issued) + b")"
        self._doc.info = archival.Raw(
            b"<</Title %s/Author %s/Creator(%s)/Producer(%s)/CreationDate %s/ModDate %s>>"
            % (archival.hex_text(title), archival.hex_text(author), *[xmp.PRODUCER.encode()] * 2,
               when, when)
        )  # fmt: skip
        # ReportLab has no public way to say what the file id is made from.
        self._doc._ID = archival.file_id([packet, *self._streams])  # noqa: SLF001  see above
        data: bytes = self.getpdfdata()
        return data

    def _catalogue(self, packet: bytes) -> None:
        """Structure tree, metadata and colour profile into the document's catalogue."""
        document, catalog = self._doc, self._doc.Catalog
        pages = [archival.register(document, page) for page in document.Pages.pages]
        profile = archival.register(document, archival.colour_profile())
        intent = (
            b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>]" % profile
        )
        extra = {
            "StructTreeRoot": Tree(pages, self._reserve).write(self.root).decode(),
            "MarkInfo": "<</Marked true>>",
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "Metadata": archival.register(document, archival.metadata(packet)).decode(),
            "OutputIntents": intent.decode(),
        }
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        for key, value in extra.items():
            setattr(catalog, key, value)

    def _reserve(self) -> tuple[bytes, Callable[[bytes], None]]:
        raw = archival.Raw()
        return archival.register(self._doc, raw), lambda body: setattr(raw, "body", body)
