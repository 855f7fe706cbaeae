"""The letter about the first days: a bed, the things, whom to ring, what we do. Pure."""

from app.core.days import day_and_year, day_in_words
from app.documents.model import Block, Bullets, Callout, Document, Heading, Paragraph
from app.documents.texts import Text
from app.evictions.aftercare.model import AfterPaper
from app.settings.letterhead import letter_document, signed, telephone

PARTS = (
    "SOT-04 hvor dere kan sove",
    "TV-13 hvordan tingene hentes",
    "TV-13 når de må hentes",
    "hvem som kan ringes",
    "hva vi gjør nå",
    "saksbehandler",
)


def aftercare_letter(letter: AfterPaper, text: Text) -> Document:
    """The whole letter; `text` is «aftercare_letter» in the reader's language."""
    sender, draft = letter.sender, letter.draft
    day = day_and_year(letter.lost_on)
    return letter_document(
        sender,
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            Paragraph(text.passage("moved" if letter.moved else "lost", day=day)),
            Heading(text.passage("heading_sleep")),
            *_said(draft.sleep, PARTS[0]),
            Paragraph(text.passage("sleep_help")),
            Heading(text.passage("heading_things")),
            *_things(letter, text),
            Heading(text.passage("heading_call")),
            *_call(letter, text),
            Heading(text.passage("heading_we_do")),
            *_we_do(letter),
            *((Paragraph(text.passage("children")),) if letter.children else ()),
            Paragraph(text.passage("you_decide")),
            signed(sender, text, PARTS[5]),
        ),
        requires=PARTS,
    )


def _said(words: str, part: str) -> tuple[Block, ...]:
    return (Paragraph(words.strip(), part=part),) if words.strip() else ()


def _things(letter: AfterPaper, text: Text) -> tuple[Block, ...]:
    draft = letter.draft
    if draft.nothing_left:
        return (
            Paragraph(text.passage("nothing_left"), part=PARTS[1]),
            Paragraph(text.passage("if_something"), part=PARTS[2]),
        )
    blocks: list[Block] = list(_said(draft.things, PARTS[1]))
    if draft.fetch_by is not None:
        day = day_in_words(draft.fetch_by, letter.sender.language)
        by = text.passage("fetch_by", day=day)
        free = text.passage("fetch_free")
        if letter.second_from is not None:
            again = text.passage("second", day=day_and_year(letter.second_from))
            free = f"{free} {again}"
        blocks.append(Callout(by, free, part=PARTS[2]))
    return tuple(blocks)


def _call(letter: AfterPaper, text: Text) -> tuple[Block, ...]:
    draft = letter.draft
    if not draft.call_name.strip() or not draft.call_phone.strip():
        return ()
    phone = telephone(draft.call_phone)
    said = text.passage("call", name=draft.call_name.strip(), phone=phone)
    return (Paragraph(said, part=PARTS[3]),)


def _we_do(letter: AfterPaper) -> tuple[Block, ...]:
    lines = tuple(line.strip() for line in letter.draft.we_do.splitlines() if line.strip())
    return (Bullets(lines, part=PARTS[4]),) if lines else ()
