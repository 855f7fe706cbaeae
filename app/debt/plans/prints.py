"""Letters to creditors: the first one, and the one that offers a payment. Pure (GJ-06, GJ-29).

They never hold an address of the person, nor what anybody else is owed.
"""

from datetime import date

from app.core.days import day_and_year, day_in_words, short_day
from app.core.money import format_letter, format_sums
from app.debt.plans.paper_model import ClaimLine, OpeningPaper, ProposalPaper
from app.documents.model import (
    Align,
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Paragraph,
    Steps,
    Table,
)
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed, whom_to_ring

WHO = "GJ-06 hvem det gjelder"
CLAIMS = "GJ-06 hvilke krav"
ASKS = "GJ-06 hva vi ber om"
ANSWER = "GJ-06 svarfrist"
OFFER = "GJ-29 hva som tilbys"
CALL = "hvem som kan ringes"
OFFICER = "saksbehandler"
OPENING_PARTS = (WHO, CLAIMS, ASKS, ANSWER, CALL, OFFICER)
PROPOSAL_PARTS = (WHO, OFFER, ASKS, ANSWER, CALL, OFFICER)


def creditor_opening(paper: OpeningPaper, text: Text) -> Document:
    """The first letter: a pause, and what the claim is made of; `text` is «creditor_opening»."""
    sender = paper.sender
    pause, agreed = day_and_year(paper.pause_until), day_and_year(paper.agreed_on)
    asks = tuple(text.passage(each, pause=pause) for each in ("ask_sums", "ask_stage", "ask_pause"))
    return letter_document(
        sender,
        paper.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        lead=_about(paper, text),
        blocks=(
            Paragraph(text.passage("help", day=agreed), part=WHO),
            Heading(text.passage("heading_claims")),
            _known(paper.lines, text),
            Heading(text.passage("heading_asks")),
            Steps(asks, part=ASKS),
            Paragraph(text.passage("then", pause=pause)),
            *_own(paper.words),
            *_answer(paper, text),
            signed(sender, text, OFFICER),
        ),
        requires=OPENING_PARTS,
    )


def _about(paper: OpeningPaper | ProposalPaper, text: Text) -> str:
    if paper.born is None:
        return text.passage("about", name=paper.name)
    return text.passage("about_born", name=paper.name, day=short_day(paper.born))


def _own(words: str) -> tuple[Block, ...]:
    return (Paragraph(words.strip()),) if words.strip() else ()


def _answer(paper: OpeningPaper | ProposalPaper, text: Text) -> tuple[Block, ...]:
    """By when, marked how, and whom to ring."""
    until = paper.answer_by if isinstance(paper, OpeningPaper) else paper.proposal.answer_by
    day = day_in_words(until, paper.sender.language)
    said = text.passage("answer_mark", number=paper.number)
    ring = whom_to_ring(paper.sender, text)
    call = (Paragraph(ring, part=CALL),) if ring else ()
    return (Callout(text.passage("answer_by", day=day), said, blocks=call, part=ANSWER),)


def _known(lines: tuple[ClaimLine, ...], text: Text) -> Table:
    """What we know of; a sum nobody has told us is not shown as nothing."""
    sums = format_sums(each.owed for each in lines)
    return Table(
        columns=(
            Column(text.passage("column_creditor")),
            Column(text.passage("column_reference")),
            Column(text.passage("column_sum"), Align.RIGHT),
        ),
        rows=tuple(
            (
                each.creditor,
                each.reference or text.passage("no_reference"),
                said if each.owed else text.passage("not_known"),
            )
            for each, said in zip(lines, sums, strict=True)
        ),
        part=CLAIMS,
    )


def creditor_proposal(paper: ProposalPaper, text: Text) -> Document:
    """What is offered, and how it is shared; `text` is «creditor_proposal»."""
    sender, proposal = paper.sender, paper.proposal
    asks = tuple(text.passage(each) for each in ("ask_reply", "ask_stop", "ask_account"))
    agreed = day_and_year(paper.agreed_on)
    return letter_document(
        sender,
        paper.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        lead=_about(paper, text),
        blocks=(
            Paragraph(text.passage("help", day=agreed), part=WHO),
            Paragraph(text.passage("can_pay", sum=format_letter(proposal.monthly))),
            Heading(text.passage("heading_offer")),
            _offer(paper, text),
            *(Paragraph(each) for each in _terms(paper, text)),
            Heading(text.passage("heading_asks")),
            Steps(asks, part=ASKS),
            *_own(proposal.words),
            *_answer(paper, text),
            signed(sender, text, OFFICER),
        ),
        requires=PROPOSAL_PARTS,
    )


def _offer(paper: ProposalPaper, text: Text) -> Table:
    lines, first = paper.lines, paper.first_on
    owed = format_sums(each.owed for each in lines)
    monthly = format_sums(each.monthly for each in lines)
    totals = format_sums(each.total for each in lines)
    return Table(
        columns=(
            Column(text.passage("column_claim"), share=0.34),
            Column(text.passage("column_owed"), Align.RIGHT),
            Column(text.passage("column_monthly"), Align.RIGHT),
            Column(text.passage("column_months"), Align.RIGHT),
            Column(text.passage("column_total"), Align.RIGHT),
        ),
        rows=tuple(
            (_claim(each, first, text), owed[at], monthly[at], str(each.months), totals[at])
            for at, each in enumerate(lines)
        ),
        part=OFFER,
    )


def _claim(line: ClaimLine, first: date | None, text: Text) -> str:
    """Whose it is, and its day where it begins after the first of this creditor's."""
    said = line.creditor
    if line.reference:
        said = text.passage("claim_reference", creditor=said, reference=line.reference)
    if line.first is None or line.first == first:
        return said
    return text.passage("claim_from", claim=said, day=short_day(line.first))


def _when(paper: ProposalPaper, text: Text) -> str:
    """From which day this creditor is paid, and whether the sum changes."""
    day, months = paper.first_on, str(max(1, paper.months))
    if day is None:
        return text.passage("when_never", months=months)
    key = "when" if day == paper.proposal.first_on else "when_later"
    said = text.passage(key, day=day_and_year(day), months=months)
    changes = any(each.monthly * each.months != each.total for each in paper.lines)
    return f"{said} {text.passage('changes')}" if changes else said


def _terms(paper: ProposalPaper, text: Text) -> tuple[str, ...]:
    """When, how it is shared, and what is left after it."""
    proposal = paper.proposal
    when = _when(paper, text)
    what = text.passage("what_rest" if paper.first_covered else "what_all")
    how = text.passage(f"shared_{proposal.basis.value}", what=what)
    if paper.first_covered:
        how = f"{text.passage('home_first')} {how}"
    rest = (text.passage("rest", sum=format_letter(paper.left)),) if paper.left > 0 else ()
    return (when, how, *rest)
