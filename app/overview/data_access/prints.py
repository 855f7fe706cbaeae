"""All that is held about a person, to be read by the person. Pure (PV-04)."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, datetime

from app.core import words
from app.core.days import clock_time, day_and_year, month_in_words, short_day
from app.core.text import Language, grouped
from app.documents.model import Block, Document, Fact, Facts, Form, Heading, Paragraph
from app.documents.texts import Text
from app.overview.data_access.model import HeldFact, HeldRow, HoldingPaper, Withheld, Wording
from app.overview.data_access.rules import PROGRAMS_OWN
from app.settings.letterhead import letterhead

PARTS = ("formål", "rettigheter", "opplysninger")
LEFT_OUT = "utelatt"
"""The end: how much the officer took out, why, and where to complain (PV-04, FV-06, FV-21)."""
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
    "appeal": "Klage",
    "application": "Søknad",
    "document": "Brev",
    "lease": "Leieavtale",
    "offer": "Tilbud",
    "plan": "Plan",
    "vedtak": "Vedtak",
}
"""Columns the history of the office does not show, and the person may read."""
_ALSO_NN = _ALSO | {
    "given_name": "Førenamn",
    "family_name": "Etternamn",
    "recorded_on": "Skriven",
    "issued_at": "Laga",
    "issued_on": "Laga",
    "dwelling": "Bustad",
    "place": "Stad",
    "code": "Kva",
    "viewing_at": "Vising",
    "drafted_on": "Byrja",
    "application": "Søknad",
    "lease": "Leigeavtale",
    "offer": "Tilbod",
}
_ACCOUNTS = frozenset({"account", "deposit_account"})
"""Eleven digits that are no person's number."""
_FRACTIONS = frozenset({"rate"})
_MONTH = re.compile(r"\d{4}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*")


def access_paper(paper: HoldingPaper, text: Text, wording: Wording) -> Document:
    """The readable part; `text` is «data_access» in the language of the one who reads it."""
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
        language=text.language,
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
            *(() if holding.hidden else _left_out(holding.left_out, text)),
        ),
        requires=PARTS if holding.hidden else (*PARTS, LEFT_OUT),
        demo=paper.office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
    )


def _left_out(count: int, text: Text) -> tuple[Block, ...]:
    told = (Heading(text.passage("left_out_title")), _part(left_out_words(count, text)))
    if not count:
        return told
    return (*told, *(Paragraph(text.passage(each)) for each in ("left_out_gap", "left_out_right")))


def _part(words: str) -> Paragraph:
    return Paragraph(words, part=LEFT_OUT)


def left_out_words(count: int, text: Text) -> str:
    """How many sentences are left out, and on what ground, by its provisions."""
    if not count:
        return text.passage("left_out_none")
    many = text.passage("left_out_many", count=grouped(count))
    told = text.passage("left_out_one") if count == 1 else many
    return f"{told} {text.passage('left_out_ground')}"


def _tables(paper: HoldingPaper, text: Text, wording: Wording) -> Iterator[Block]:
    single = {each.name for each in paper.holding.tables if len(each.rows) == 1} - {"person"}
    for table in paper.holding.tables:
        lines = [line_of(table.name, row, text, wording, single) for row in table.rows]
        shown = [line for line in lines if line]
        if shown:
            yield Heading(words.table(table.name, text.language) or table.name)
            yield from (Paragraph(line) for line in shown)


def line_of(
    table: str, row: HeldRow, text: Text, wording: Wording, single: AbstractSet[str]
) -> str:
    """«Fra og med: 01.02.2026. Status: gjelder.» The only row of a table is not pointed out."""
    parts = [
        f"{name}: {value.rstrip('.')}."
        for fact in row.facts
        if fact.target not in single
        and (name := label(table, fact.column, wording, Language(text.language)))
        and (value := _value(table, fact, text, wording))
    ]
    return " ".join(parts)


def label(table: str, column: str, wording: Wording, language: Language) -> str:
    """What the person reads before a value; empty for what only the program needs."""
    if column in PROGRAMS_OWN:
        return ""
    also = _ALSO_NN if language is Language.NN else _ALSO
    known = wording.column(table, column, language) or also.get(column, "")
    return known.removesuffix(" (øre)")


def _value(table: str, fact: HeldFact, text: Text, wording: Wording) -> str:
    if fact.withheld is Withheld.OTHERS:
        return text.passage("value_person" if fact.target == "person" else "value_others")
    if fact.withheld is Withheld.SHIELDED:
        return text.passage("value_shielded")
    if fact.value is None or fact.value == "":
        return ""
    if fact.target:  # the number of a row says nothing to anybody
        return fact.name
    if fact.column in _ACCOUNTS:
        return str(fact.value)
    said = wording.value(table, fact.column, fact.value, Language(text.language))
    return said.replace(".", ",") if fact.column in _FRACTIONS else _as_read(said)


def _as_read(said: str) -> str:
    """Moments and months as they are written in Norwegian."""
    if _MOMENT.fullmatch(said):
        at = datetime.fromisoformat(said)
        return f"{short_day(at.date())} {clock_time(at.time())}"
    if _MONTH.fullmatch(said):
        return month_in_words(date.fromisoformat(f"{said}-01"))
    return said
