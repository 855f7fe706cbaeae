"""The same lease through our tagged engine and through plain, untagged platypus."""

import io
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as PlatypusParagraph
from reportlab.platypus import SimpleDocTemplate

from app.core.paths import RESOURCES
from app.documents.model import Document
from app.documents.render import render
from tests.app.leases.papers import a_lease, a_paper, printed

BODY = ParagraphStyle("body", fontName="BenchRegular", fontSize=10.5, leading=15)
HEAD = ParagraphStyle("head", fontName="BenchBold", fontSize=10.5, leading=15)


def _plain(document: Document) -> bytes:
    """The same words in the same order, without tags, tables or frames."""
    for weight in ("Regular", "Bold"):
        file = RESOURCES / "fonts" / f"NotoSans-{weight}.ttf"
        if f"Bench{weight}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"Bench{weight}", str(file)))
    story = [PlatypusParagraph(escape(document.title), HEAD)]
    story += [flowable for block in document.blocks for flowable in _flowables(block)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=(595, 842), invariant=1).build(story)
    return out.getvalue()


def _flowables(block: object) -> Iterator[PlatypusParagraph]:
    """Every text of a block and of those inside it, in order."""
    if isinstance(block, tuple):
        for each in block:
            yield from _flowables(each)
    elif isinstance(block, str):
        if block.strip():
            yield PlatypusParagraph(escape(block), BODY)
    elif is_dataclass(block) and not isinstance(block, type):
        values = {field.name: getattr(block, field.name) for field in fields(block)}
        head = " ".join(str(values.pop(name)) for name in ("number", "title") if name in values)
        if head:
            yield PlatypusParagraph(escape(head), HEAD)
        for name, value in values.items():
            if name not in {"part", "language", "aside"}:
                yield from _flowables(value)


def lease_ratio(rounds: int = 5, each: int = 10) -> float:
    """Tagged leases per second over plain ones, by CPU: the median of rounds in one run."""
    document = printed(a_paper(a_lease()))
    _plain(document), render(document)
    pairs = [
        (_cpu(lambda: _plain(document), each), _cpu(lambda: render(document), each))
        for _ in range(rounds)
    ]
    return statistics.median(plain / tagged for plain, tagged in pairs)


def _cpu(act: Callable[[], object], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        act()
    return time.process_time() - begun
