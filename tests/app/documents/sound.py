"""Whether a paper can be kept, heard and read: profiles, plain words, and words never used."""

import re

import page

from app.documents.model import Document
from app.documents.parts import texts_of
from app.documents.readability import lix, longest_sentence

HARDEST, LONGEST = 40, 25
NEVER = (
    "misligh",
    "misleghald",
    "kastes ut",
    "kasta ut",
    "på gata",
    "siste sjanse",
    "vedrørende",
    "dessverre",
    "ugyldig",
    "klient",
    "forfallt",
    " ()",
    "dag(er)",
    "pr. d.d.",
)
NEVER_IN_NYNORSK = (
    "betalingsoppfordring",
    "begjæring",
    "leieavtale",
    "unntatt",
    "utkastelse",
    "venleg",
)
WORDS_OF_ANOTHER_NORM = frozenset({"leigar", "leigaren", "nå", "ikke", "jeg", "avtalen", "ringe"})
"""What belongs to the other form, or to another norm than the one the papers hold."""


def faults(data: bytes) -> dict[str, set[str]]:
    """The rules of archiving and of reading aloud that a file breaks, by profile."""
    reports = {name: page.validate_pdf_bytes(data, profile=name) for name in ("2a", "ua1")}
    return {
        name: {failure.rule_id for failure in report.failures}
        for name, report in reports.items()
        if not report.is_compliant
    }


def said(document: Document) -> str:
    """All that is read in it, a line for each."""
    parts = texts_of((document.kind, document.title, document.lead, *document.blocks))
    return "\n".join(each for each in parts if each.strip())


def hard_to_read(document: Document) -> str:
    """What is too hard in it; nothing when it is plain."""
    words = said(document)
    counted, longest = lix(words), longest_sentence(words)
    if counted > HARDEST or longest > LONGEST:
        return f"LIX {counted}, longest sentence {longest}"
    return ""


def words_never_used(document: Document) -> set[str]:
    """Words that frighten, blame, or are of another form of Norwegian than the paper."""
    words = said(document).replace("\xa0", " ").casefold()
    never = NEVER + (NEVER_IN_NYNORSK if document.language == "nn" else ())
    alone = WORDS_OF_ANOTHER_NORM if document.language == "nn" else frozenset[str]()
    return {each for each in never if each in words} | (alone & set(re.findall(r"\w+", words)))
