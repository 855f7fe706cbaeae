"""The letter to one who waits: till when, why, and what to do if it becomes acute. Pure (FV-02)."""

from app.core.days import day_and_year, day_in_words
from app.debt.decisions.model import WaitingPaper
from app.debt.decisions.prints import meanwhile
from app.decisions.appeal_prints import whom_to_call
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed

PARTS = (
    "FV-02 svardag",
    "FV-02 mottatt",
    "FV-02 grunn",
    "GJ-02 når det haster",
    "FV-02 saksbehandler",
)


def waiting_letter(paper: WaitingPaper, text: Text) -> Document:
    """The whole letter; `text` is «debt_waiting_letter» in the reader's language."""
    suffix = "_granted" if paper.granted else ""
    day = day_in_words(paper.answer_by, paper.sender.language)
    return letter_document(
        paper.sender,
        paper.number,
        text,
        title=text.passage(f"title{suffix}", day=day),
        kind=text.passage(f"kind{suffix}"),
        blocks=(
            Facts(_facts(paper, text), part=PARTS[0]),
            *_received(paper, text),
            *_why(paper, text),
            *meanwhile(text),
            *_urgent(paper, text),
            signed(paper.sender, text, PARTS[4], paper.copies),
        ),
        requires=PARTS,
    )


def _facts(paper: WaitingPaper, text: Text) -> tuple[Fact, ...]:
    by = text.passage("by", day=day_in_words(paper.answer_by, paper.sender.language))
    return (
        Fact(text.passage("label_received"), day_and_year(paper.received_on)),
        Fact(text.passage("label_start" if paper.granted else "label_answer"), "", lead=by),
    )


def _received(paper: WaitingPaper, text: Text) -> tuple[Block, ...]:
    if paper.granted:
        received = text.passage("received_granted")
    else:
        received = text.passage("received", received=day_and_year(paper.received_on))
    later = text.passage("later", day=day_and_year(paper.answer_by))
    return (
        Heading(text.passage("heading_received")),
        Paragraph(f"{received} {later}", part=PARTS[1]),
    )


def _why(paper: WaitingPaper, text: Text) -> tuple[Block, ...]:
    given = text.passage(f"why_{paper.draft.delay}") if paper.draft.delay else ""
    why = " ".join(part for part in (given, paper.draft.reason.strip()) if part)
    said = (Paragraph(why, part=PARTS[2]),) if why else ()
    return (Heading(text.passage("heading_why")), *said)


def _urgent(paper: WaitingPaper, text: Text) -> tuple[Block, ...]:
    call = whom_to_call(paper.sender)
    if not all(call.values()):
        return ()
    return (
        Heading(text.passage("heading_urgent")),
        Paragraph(text.passage("urgent", **call), part=PARTS[3]),
    )
