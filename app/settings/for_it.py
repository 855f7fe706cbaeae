"""The page for IT and the privacy officer as a document: what lies where, and what is untried."""

from datetime import datetime
from functools import cache
from importlib import metadata

from app.core.paths import RESOURCES
from app.documents import markdown
from app.documents.model import Document, Form, Letterhead

FILE = RESOURCES / "help/for-it.md"


@cache
def page() -> markdown.Page:
    """The page as it is shipped."""
    return markdown.read(FILE.read_text("utf-8"))


def for_it_paper(issued: datetime) -> Document:
    """The page to print. It tells of the program alone: no office, no register."""
    told = page()
    version = f"Husrom {metadata.version('husrom')}"
    return Document(
        title=told.title,
        language="nb",
        issued=issued,
        reference=version,
        letterhead=Letterhead(municipality=""),
        blocks=told.blocks,
        form=Form.PLAIN,
        kind=version,
        lead=told.lead,
        footer=f"{version} · {told.title}",
    )
