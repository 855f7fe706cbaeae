"""What ReportLab must be told for a file to be PDF/A: ends of streams, ToUnicode, raw objects.

Two functions of ReportLab are exchanged when this module is read. Husrom is its only user in
the process, and there is no other place to stand: both are called deep inside its own fonts.
"""

import hashlib
import zlib
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

from app.core.paths import RESOURCES

CMAP_BLOCK = 100
"""Most entries that one block of a ToUnicode map may hold."""


def _stream_with_end(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """A stream whose data is always followed by CR LF, whatever it happens to end in."""
    plain: bytes = _format_stream(self, document)
    return plain.removesuffix(b"endstream\n") + b"\r\nendstream\n"


def to_unicode(name: str, subset: list[int]) -> str:
    """The map from codes to characters: no U+0000, never over 100 entries in a block."""
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    blocks = [pairs[at : at + CMAP_BLOCK] for at in range(0, len(pairs), CMAP_BLOCK)]
    mapped = [line for block in blocks for line in _block(block)]
    return "\n".join([*_HEAD, f"/CMapName /{name} def", *_RANGE, *mapped, *_FOOT])


def _block(pairs: list[str]) -> list[str]:
    return [f"{len(pairs)} beginbfchar", *pairs, "endbfchar"]


_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
)
_RANGE = ("/CMapType 2 def", "1 begincodespacerange", "<00> <FF>", "endcodespacerange")
_FOOT = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")

_format_stream = pdfdoc.PDFStream.format
pdfdoc.PDFStream.format = _stream_with_end
ttfonts.makeToUnicodeCMap = to_unicode
rl_config.useA85 = 0


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # its base has no types
    """An object written out by us; `body` may be filled in after it has got its number."""

    __RefOnly__ = 1
    invariant = 1

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self.body

    def digest(self, _signature: object) -> None:
        """Nothing: the file id is made from the content by `tagging`."""


def register(document: pdfdoc.PDFDocument, item: pdfdoc.PDFObject) -> bytes:
    """Gives the object its number in the file: b"12 0 R"."""
    name = document.Reference(item).name
    return b"%d 0 R" % document.idToObjectNumberAndVersion[name][0]


def metadata(xml: bytes) -> pdfdoc.PDFStream:
    """The XMP packet as a stream that anyone can read: no filter."""
    stream = pdfdoc.PDFStream(content=xml)
    stream.dictionary["Type"] = "/Metadata"
    stream.dictionary["Subtype"] = "/XML"
    return stream


def colour_profile() -> pdfdoc.PDFStream:
    """sRGB, which all colours in the file are in."""
    stream = pdfdoc.PDFStream(content=_profile())
    stream.dictionary["N"] = 3
    stream.dictionary["Filter"] = "/FlateDecode"
    return stream


@cache
def _profile() -> bytes:
    return zlib.compress((RESOURCES / "icc" / "sRGB2014.icc").read_bytes())


def file_id(parts: list[bytes]) -> bytes:
    """The trailer's ID: the same content gives the same, whatever machine and hour."""
    digest = hashlib.sha256(b"\0".join(parts)).hexdigest()[:32].encode()
    return b"[<" + digest + b"><" + digest + b">]\n"


def hex_text(text: str) -> bytes:
    """A text string as UTF-16 in hex: nothing to escape."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"
