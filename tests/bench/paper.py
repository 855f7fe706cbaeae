"""The same lease through our tagged engine and through plain, untagged platypus."""

import io
import time
from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as PlatypusParagraph
from reportlab.platypus import SimpleDocTemplate

from app.core.paths import RESOURCES
from app.documents.form_model import Signatures, Signer
from app.documents.model import Clause, Document, Form, Letterhead, Paragraph
from app.documents.render import render

WORDS = (
    "Utleier overleverer boligen ryddig og ren på den dagen leietiden tar til. "
    "Leieren betaler husleien den første i hver måned til kontoen som står i avtalen. "
)


def _lease() -> Document:
    clauses = tuple(
        Clause(str(number), f"Punkt nummer {number}", (Paragraph(WORDS * 3), Paragraph(WORDS * 2)))
        for number in range(1, 20)
    )
    return Document(
        title="Leieavtale",
        language="nb",
        issued=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
        reference="L-2026-1",
        letterhead=Letterhead("Lia kommune", "Boligkontoret"),
        blocks=(*clauses, Signatures((Signer("Kari Prøve"), Signer("Lia kommune")))),
        form=Form.SHEET,
    )


def _plain(document: Document) -> bytes:
    for weight in ("Regular", "Bold"):
        file = RESOURCES / "fonts" / f"NotoSans-{weight}.ttf"
        if f"Bench{weight}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"Bench{weight}", str(file)))
    body = ParagraphStyle("body", fontName="BenchRegular", fontSize=10.5, leading=15)
    head = ParagraphStyle("head", fontName="BenchBold", fontSize=10.5, leading=15)
    story = [PlatypusParagraph(escape(document.title), head)]
    for block in document.blocks:
        if isinstance(block, Clause):
            story.append(PlatypusParagraph(escape(f"{block.number} {block.title}"), head))
            inner = [part for part in block.blocks if isinstance(part, Paragraph)]
            story.extend(PlatypusParagraph(escape(part.text), body) for part in inner)
        elif isinstance(block, Signatures):
            story.extend(PlatypusParagraph(escape(each.name), body) for each in block.signers)
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=(595, 842), invariant=1).build(story)
    return out.getvalue()


def lease_ratio(rounds: int = 5, each: int = 10) -> float:
    """Tagged leases per second over plain ones, by CPU, best of some rounds in one run."""
    document = _lease()
    _plain(document), render(document)
    plain = min(_cpu(lambda: _plain(document), each) for _ in range(rounds))
    tagged = min(_cpu(lambda: render(document), each) for _ in range(rounds))
    return plain / tagged


def _cpu(act: object, times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        assert callable(act)
        act()
    return time.process_time() - begun
