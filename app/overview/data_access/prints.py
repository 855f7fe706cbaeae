"""All that is held about a person, to be read by the person. Pure (PV-04)."""

from collections.abc import Iterator

from app.core import words
from app.core.days import day_and_year, short_day
from app.core.text import Language, grouped
from app.documents.model import Block, Document, Fact, Facts, Form, Heading, Paragraph
from app.documents.texts import Text
from app.overview.data_access.model import HeldFact, HeldRow, HoldingPaper, Withheld, Wording
from app.overview.data_access.rules import PROGRAMS_OWN
from app.settings.letterhead import letterhead

PARTS = ("formål", "rettigheter", "opplysninger")
_ALSO = {
    "number": "Nummer",
    "at": "Tidspunkt",
    "issued_at": "Laget",
    "answer": "Svar",
    "words": "Ord",
    "wish": "Ønske",
    "recorded_on": "Skrevet",
    "issued_on": "Laget",
    "given_name": "Fornavn",
    "family_name": "Etternavn",
    "dwelling": "Bolig",
    "place": "Sted",
    "code": "Hva",
    "viewing_at": "Visning",
    "drafted_on": "Begynt",
}
"""Columns the history of the office does not show, and the person may read."""


def access_paper(paper: HoldingPaper, text: Text, wording: Wording, language: Language) -> Document:
    """The readable part; `text` is «data_access» in the person's language."""
    holding = paper.holding
    files = (
        text.passage("files", count=grouped(len(holding.files)))
        if holding.files
        else text.passage("no_files")
    )
    facts = (
        Fact(text.passage("label_name"), holding.name or "–"),
        Fact(text.passage("label_rows"), grouped(holding.facts)),
    )
    return Document(
        title=text.passage("title"),
        lead=text.passage("lead", day=day_and_year(holding.on)),
        language=language.value,
        issued=paper.issued,
        reference=text.passage("reference", day=short_day(holding.on)),
        letterhead=letterhead(paper.office),
        blocks=(
            Paragraph(text.passage("about"), part=PARTS[0]),
            Paragraph(text.passage("right"), part=PARTS[1]),
            Paragraph(text.passage("others")),
            *((Paragraph(text.passage("hidden")),) if holding.hidden else ()),
            Paragraph(files),
            Facts(facts, part=PARTS[2]),
            *_tables(paper, text, wording),
        ),
        requires=PARTS,
        demo=paper.office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
    )


def _tables(paper: HoldingPaper, text: Text, wording: Wording) -> Iterator[Block]:
    for table in paper.holding.tables:
        lines = [_line(table.name, row, text, wording) for row in table.rows]
        shown = [line for line in lines if line]
        if shown:
            yield Heading(words.table(table.name) or table.name)
            yield from (Paragraph(line) for line in shown)


def _line(table: str, row: HeldRow, text: Text, wording: Wording) -> str:
    """«Fra og med: 01.02.2026. Status: gjelder.»"""
    parts = [
        f"{name}: {value.rstrip('.')}."
        for fact in row.facts
        if (name := _name(table, fact, wording)) and (value := _value(table, fact, text, wording))
    ]
    return " ".join(parts)


def _name(table: str, fact: HeldFact, wording: Wording) -> str:
    if fact.column in PROGRAMS_OWN:
        return ""
    known = wording.column(table, fact.column) or _ALSO.get(fact.column, "")
    return known.removesuffix(" (øre)")


def _value(table: str, fact: HeldFact, text: Text, wording: Wording) -> str:
    if fact.withheld is not None:
        shielded = fact.withheld is Withheld.SHIELDED
        return text.passage("value_shielded" if shielded else "value_others")
    if fact.value is None or fact.value == "":
        return ""
    return fact.name or wording.value(table, fact.column, fact.value)
