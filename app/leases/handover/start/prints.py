"""The checklist of the start package. Pure (D19)."""

from app.core.days import day_and_year, short_day
from app.documents.model import Block, Column, Document, Fact, Paragraph, Table
from app.documents.texts import Text
from app.leases.handover.sheet import parties, sheet, signatures
from app.leases.handover.start.model import StartPaper, StartTask

PARTS = ("DOC-04 startpakke", "DOC-04 underskrifter")


def start_checklist(paper: StartPaper, text: Text) -> Document:
    """The whole checklist; `text` is «start_package» in the tenant's language."""
    start = "" if paper.start is None else day_and_year(paper.start)
    blocks: tuple[Block, ...] = (
        parties(paper.head, text, Fact(text.passage("label_start"), start)),
        Paragraph(text.passage("intro")),
        *_tasks(paper.tasks, text),
        signatures(paper.head, text, PARTS[1], Paragraph(text.passage("receipt"))),
    )
    return sheet(paper.head, text, "title", blocks, PARTS)


def _tasks(tasks: tuple[StartTask, ...], text: Text) -> tuple[Block, ...]:
    if not tasks:
        return ()
    columns = (
        Column(text.passage("label_what"), share=0.5),
        Column(text.passage("label_who"), share=0.18),
        Column(text.passage("label_due"), share=0.16),
        Column(text.passage("label_done"), share=0.16),
    )
    rows = tuple(
        (
            text.passage(f"part_{task.part}"),
            text.passage(f"owner_{task.owner}"),
            "" if task.due_on is None else short_day(task.due_on),
            "" if task.done_on is None else short_day(task.done_on),
        )
        for task in tasks
    )
    return (Table(columns, rows, dense=True, part=PARTS[0]),)
