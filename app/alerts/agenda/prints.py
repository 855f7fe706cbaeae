"""«Kalender» on paper: what is due, day by day, with the law's own day where it was moved. Pure."""

from app.alerts.agenda.model import AgendaLine, AgendaPaper
from app.core.days import day_and_year, day_in_words, short_day
from app.core.text import Language, grouped
from app.documents.model import Block, Column, Document, Fact, Facts, Form, Paragraph, Table
from app.documents.texts import Text
from app.settings.letterhead import letterhead

PARTS = ("A5 dager", "A5 frister")


def agenda_paper(paper: AgendaPaper, text: Text) -> Document:
    """The whole list; `text` is «agenda». It names people only where that was asked for."""
    return Document(
        title=text.passage(f"title_{paper.span.value}"),
        language=text.language,
        issued=paper.issued,
        reference=text.passage("reference", day=short_day(paper.first)),
        letterhead=letterhead(paper.office),
        blocks=(
            Facts(_facts(paper, text), part=PARTS[0]),
            _lines(paper, text),
            Paragraph(text.passage("named" if paper.named else "nameless"), small=True),
        ),
        requires=PARTS,
        demo=paper.office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
        landscape=True,
    )


def _facts(paper: AgendaPaper, text: Text) -> tuple[Fact, ...]:
    first, last = day_and_year(paper.first), day_and_year(paper.last)
    coming = sum(line.coming for line in paper.lines)
    days = first if paper.first == paper.last else text.passage("days", first=first, last=last)
    return (
        Fact(text.passage("label_days"), days),
        Fact(text.passage("label_count"), grouped(len(paper.lines) - coming)),
        *([Fact(text.passage("label_coming"), grouped(coming))] if coming else []),
    )


def _lines(paper: AgendaPaper, text: Text) -> Block:
    if not paper.lines:
        return Paragraph(text.passage("nothing"), part=PARTS[1])
    columns = (
        Column(text.passage("column_day"), share=0.19),
        Column(text.passage("column_what"), share=0.25),
        Column(text.passage("column_why"), share=0.34),
        Column(text.passage("column_rule"), share=0.22),
    )
    rows = tuple(_row(line, text) for line in paper.lines)
    return Table(columns, rows, part=PARTS[1])


def _row(line: AgendaLine, text: Text) -> tuple[str, ...]:
    told = [text.passage("coming") if line.coming else "", line.why]
    if line.counted is not None:
        told.append(text.passage("counted", day=day_and_year(line.counted)))
    why = " ".join(part for part in told if part)
    day = day_in_words(line.day, Language(text.language))
    return day, line.title, why, line.rule or text.passage("own_rule")
