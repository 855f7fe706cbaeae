"""The letter when something is missing of an agreement: it can go on, and how. Pure (DOC-23)."""

from app.arrears.instalments.model import MissedPaper
from app.arrears.instalments.prints import where_lines
from app.core.days import day_and_year
from app.core.money import format_letter
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed, whom_to_ring

MISSING = "DOC-23 hva som mangler"
GO_ON = "DOC-23 hvordan avtalen fortsetter"
CALL = "DOC-23 hvem man ringer"
THEN = "DOC-23 hva som kan følge"
UNTIL = "DOC-23 frist for å ringe eller betale"
SIGNED = "DOC-23 saksbehandler"
PARTS = (MISSING, UNTIL, GO_ON, CALL, THEN, SIGNED)

Blocks = tuple[Block, ...]


def missed_letter(paper: MissedPaper, text: Text) -> Document:
    """The whole letter; `text` is «instalment_notice» in the tenant's language."""
    sender = paper.sender
    return letter_document(
        sender,
        paper.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            *_facts(paper, text),
            Paragraph(_missing(paper, text), part=MISSING),
            *_go_on(paper, text),
            *_call(paper, text),
            Heading(text.passage("heading_then")),
            Paragraph(text.passage("then", left=format_letter(paper.left)), part=THEN),
            Paragraph(text.passage("crossed")),
            signed(sender, text, SIGNED, paper.copies),
        ),
        requires=PARTS,
    )


def _facts(paper: MissedPaper, text: Text) -> Blocks:
    rows = (
        Fact(text.passage("label_lease"), paper.lease_number),
        Fact(text.passage("label_missing"), "", lead=format_letter(paper.breach.missing)),
    )
    if paper.until is None:
        return (Facts(rows),)
    until = Fact(text.passage("label_until"), "", lead=day_and_year(paper.until))
    return (Facts((*rows, until), part=UNTIL),)


def _missing(paper: MissedPaper, text: Text) -> str:
    sums = (
        ("parts_missing", paper.breach.parts_missing),
        ("rent_missing", paper.breach.rent_missing),
    )
    said = [text.passage(name, sum=format_letter(ore)) for name, ore in sums if ore]
    return " ".join((*said, text.passage("since", day=day_and_year(paper.breach.since))))


def _go_on(paper: MissedPaper, text: Text) -> Blocks:
    heading = Heading(text.passage("heading_go_on"))
    if not paper.account:
        return (heading, Paragraph(text.passage("go_on")))
    where = where_lines(paper.account, paper.kid, paper.lease_number, text)
    return (heading, Paragraph(" ".join((text.passage("go_on"), *where)), part=GO_ON))


def _call(paper: MissedPaper, text: Text) -> Blocks:
    said = whom_to_ring(paper.sender, text)
    if not said:
        return ()
    return (Heading(text.passage("heading_call")), Paragraph(said, part=CALL))
