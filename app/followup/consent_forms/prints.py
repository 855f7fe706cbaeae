"""The consent form: from what is asked to a document. Pure (PV-02)."""

from app.core.days import day_in_words, short_day
from app.documents.form_model import Box, Boxes, Signatures, Signer
from app.documents.model import (
    Block,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    Paragraph,
)
from app.documents.texts import Text
from app.followup.consent_forms.model import ConsentAsk, ConsentPaper
from app.settings.letterhead import letterhead, telephone

PARTS = (
    "PV-02 hva det gjelder og med hvem",
    "PV-02 hvor lenge",
    "PV-02 frivillig",
    "PV-02 kan trekkes",
    "PV-02 underskrift",
)


def consent_form(paper: ConsentPaper, text: Text) -> Document:
    """The whole form; `text` is «consent_form» in the person's language."""
    sender = paper.sender
    return Document(
        title=text.passage("title"),
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        lead=text.passage("lead"),
        blocks=(
            Facts(_who(paper, text)),
            *_free(text),
            *_asked(paper, text),
            *_ends(paper, text),
            *_take_back(paper, text),
            _sign(paper, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        size=paper.size,
        footer=text.passage("footer", number=paper.number),
    )


def _who(paper: ConsentPaper, text: Text) -> tuple[Fact, ...]:
    born = () if paper.born is None else (Fact(text.passage("born"), short_day(paper.born)),)
    return (Fact(text.passage("name"), paper.name), *born)


def _free(text: Text) -> tuple[Block, ...]:
    return (
        Heading(text.passage("heading_free")),
        Paragraph(text.passage("free"), part=PARTS[2]),
    )


def _asked(paper: ConsentPaper, text: Text) -> tuple[Block, ...]:
    return (
        Heading(text.passage("heading_asked")),
        Paragraph(text.passage("tick"), part=PARTS[0]),
        *(_ask(each, text) for each in paper.asks),
    )


def _ask(ask: ConsentAsk, text: Text) -> Block:
    """A box to tick by hand, and with it what it means; a yes is never ticked beforehand."""
    words = " ".join(ask.body.split()).rstrip(".")
    lines = (
        text.passage(f"scope_{ask.scope}"),
        f"{text.passage('about')} {words}." if words else "",
        text.passage(f"what_{ask.scope}"),
    )
    return KeepTogether((Boxes((Box("\n".join(line for line in lines if line)),)),))


def _ends(paper: ConsentPaper, text: Text) -> tuple[Block, ...]:
    until = day_in_words(paper.until, paper.sender.language)
    return (
        Heading(text.passage("heading_until")),
        Paragraph(text.passage("until", day=until), part=PARTS[1]),
    )


def _take_back(paper: ConsentPaper, text: Text) -> tuple[Block, ...]:
    phone = telephone(paper.sender.office.phone)
    how = text.passage("how_phone", phone=phone) if phone else text.passage("how")
    return (
        Heading(text.passage("heading_withdraw")),
        Paragraph(text.passage("withdraw"), part=PARTS[3]),
        Paragraph(" ".join((how, text.passage("then"), text.passage("before")))),
        Paragraph(text.passage("duty")),
    )


def _sign(paper: ConsentPaper, text: Text) -> Block:
    """The person signs alone: it is theirs to give."""
    signature = Signatures((Signer(paper.name, act=text.passage("act")),), part=PARTS[4])
    return KeepTogether(
        (Heading(text.passage("heading_sign")), Paragraph(text.passage("sign")), signature)
    )
