"""Who writes, for the letters of a case, and all that a letter says."""

from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.parts import texts_of
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile


def sender(language: Language, window: tuple[str, ...]) -> LetterFrom:
    """Siri Testmo of the invented municipality."""
    return LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", window, ISSUED, language)


def parts_of(document: Document) -> list[str]:
    """What is read in it, block by block."""
    return [document.lead, *(said for block in document.blocks for said in texts_of(block))]
