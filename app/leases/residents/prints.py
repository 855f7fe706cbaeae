"""The answer to one who asked for consent: from the record to a document. Pure (HL-35 to HL-37)."""

from app.core.days import day_and_year, length_in_words
from app.documents.form_model import Closing
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.residents.model import ConsentKind, ConsentLetter, ConsentRefusal
from app.settings.letterhead import letter_document, questions, signed

ALWAYS = ("HL-35 hva det ble søkt om", "HL-37 svaret", "HL-35 saksbehandler")
REFUSED = ("HL-35 grunn til nei", "HL-35 begrunnelse")


def consent_letter(letter: ConsentLetter, text: Text) -> Document:
    """The whole letter; `text` is «consent_answer» in the tenant's language."""
    yes = letter.answer.consents
    needed = ALWAYS if yes else (*ALWAYS, *REFUSED)
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=text.passage("title_yes" if yes else "title_no"),
        kind=text.passage("kind"),
        blocks=(
            *_asked(letter, text),
            *(_yes(letter, text) if yes else _no(letter, text)),
            *_questions(letter, text),
            _close(letter, text),
        ),
        requires=needed,
    )


def _asked(letter: ConsentLetter, text: Text) -> tuple[Block, ...]:
    request = letter.request
    home = f"{letter.home}, {letter.lease_number}" if letter.home else letter.lease_number
    rows = [
        Fact(text.passage("label_lease"), home),
        Fact(text.passage("label_who"), request.name.strip()),
        Fact(text.passage("label_what"), text.passage(f"what_{request.kind}")),
    ]
    if request.what.strip():
        rows.append(Fact(text.passage("label_part"), request.what.strip()))
    if request.since is not None:
        rows.append(Fact(text.passage("label_since"), day_and_year(request.since)))
    if request.until is not None:
        rows.append(Fact(text.passage("label_until"), day_and_year(request.until)))
    if request.received_on is not None:
        rows.append(Fact(text.passage("label_received"), day_and_year(request.received_on)))
    if not request.name.strip():
        return ()
    return (Facts(tuple(rows), part=ALWAYS[0]),)


def _yes(letter: ConsentLetter, text: Text) -> tuple[Block, ...]:
    kind, note = letter.request.kind, letter.answer.reason.strip()
    blocks: list[Block] = [
        Paragraph(text.passage(f"yes_{kind}", who=letter.request.name.strip()), part=ALWAYS[1])
    ]
    if note:
        blocks.append(Paragraph(note))
    blocks += [
        Heading(text.passage("heading_means")),
        Paragraph(text.passage("you_answer" if kind.sublet else "household_means")),
    ]
    if kind.sublet:
        blocks.append(Paragraph(text.passage("sublet_ends")))
    if kind is ConsentKind.ABSENCE_SUBLET:
        blocks.append(Paragraph(text.passage("absence_ends")))
    return tuple(blocks)


def _no(letter: ConsentLetter, text: Text) -> tuple[Block, ...]:
    kind, answer = letter.request.kind, letter.answer
    blocks: list[Block] = [
        Paragraph(text.passage(f"no_{kind}", who=letter.request.name.strip()), part=ALWAYS[1]),
        Heading(text.passage("heading_why")),
    ]
    if answer.ground is not None:
        longest = length_in_words(letter.longest, letter.sender.language)
        facts = {"longest": longest} if answer.ground is ConsentRefusal.BEYOND_RIGHT else {}
        words = text.passage(f"ground_{answer.ground}", **facts)
        blocks.append(Paragraph(words, part=REFUSED[0]))
    if answer.reason.strip():
        blocks.append(Paragraph(answer.reason.strip(), part=REFUSED[1]))
    blocks += [Heading(text.passage("heading_disagree")), Paragraph(text.passage("disagree"))]
    return tuple(blocks)


def _questions(letter: ConsentLetter, text: Text) -> tuple[Block, ...]:
    return questions(letter.sender, text)


def _close(letter: ConsentLetter, text: Text) -> Closing:
    return signed(letter.sender, text, ALWAYS[2], letter.copies)
