"""The cooperation agreement: from the record to a sheet both sign. Pure (DOC-10)."""

from app.core.days import day_in_words
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Block,
    Bullets,
    Callout,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    Paragraph,
    Size,
)
from app.documents.texts import Text
from app.followup.agreements.model import AgreementPaper
from app.settings.letterhead import letterhead, telephone

PARTIES = "DOC-10 parter"
PURPOSE = "DOC-10 formål"
EACH = "DOC-10 hva hver gjør"
VISITS = "DOC-10 besøk"
CONTACT = "DOC-10 kontaktperson"
BREACH = "DOC-10 hvis avtalen ikke blir fulgt"
EVALUATION = "DOC-10 evaluering"
ENDING = "DOC-10 hvordan den avsluttes"
CONFIDENTIAL = "DOC-10 taushetsplikt og samtykke"
SIGNED = "DOC-10 underskrifter"
PARTS = (
    PARTIES,
    PURPOSE,
    EACH,
    VISITS,
    CONTACT,
    BREACH,
    EVALUATION,
    ENDING,
    CONFIDENTIAL,
    SIGNED,
)

Blocks = tuple[Block, ...]


def cooperation_agreement(paper: AgreementPaper, text: Text) -> Document:
    """The whole agreement; `text` is «cooperation_agreement» in the person's language."""
    sender = paper.sender
    return Document(
        title=text.passage("title"),
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=letterhead(sender.office),
        blocks=(
            *_who(paper, text),
            *_section("purpose", _lines(paper.draft.purpose, PURPOSE), text),
            *_each(paper, text),
            *_visits(paper, text),
            *_section("breach", _breach(paper, text), text),
            *_evaluation(paper, text),
            *_section("ending", (Paragraph(text.passage("ending"), part=ENDING),), text),
            *_section("confidential", _confidential(paper, text), text),
            _signed(paper, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        footer=text.passage("footer", number=paper.number),
        size=Size.LARGE if paper.large else Size.EASY,
        file_title=text.passage("kind"),
    )


def _section(name: str, blocks: Blocks, text: Text) -> Blocks:
    """Under its heading, on one page; nothing where nothing is said."""
    if not blocks:
        return ()
    return (KeepTogether((Heading(text.passage(f"heading_{name}")), *blocks)),)


def _lines(words: str, part: str) -> Blocks:
    """One thing a line: several are a list."""
    rows = tuple(line.strip() for line in words.splitlines() if line.strip())
    if len(rows) > 1:
        return (Bullets(rows, part=part),)
    return tuple(Paragraph(row, part=part) for row in rows)


def _who(paper: AgreementPaper, text: Text) -> Blocks:
    office, draft = paper.sender.office, paper.draft
    ours = f"{office.municipality}, {office.name}" if office.name else office.municipality
    parties = Facts(
        (Fact(text.passage("label_person"), paper.name), Fact(text.passage("label_us"), ours)),
        part=PARTIES,
    )
    if not draft.contact_name.strip():
        return (parties,)
    phone = telephone(draft.contact_phone)
    part = CONTACT if phone else ""
    return (
        parties,
        Callout(text.passage("contact"), draft.contact_name.strip(), number=phone, part=part),
    )


def _each(paper: AgreementPaper, text: Text) -> Blocks:
    """Both sides, or the part is not held."""
    ours, theirs = paper.draft.we_do, paper.draft.person_does
    part = EACH if ours.strip() and theirs.strip() else ""
    return (
        *_section("we_do", _lines(ours, part), text),
        *_section("person_does", _lines(theirs, ""), text),
    )


def _visits(paper: AgreementPaper, text: Text) -> Blocks:
    visits, who = paper.draft.visits.strip(), paper.draft.visited_by.strip()
    if not visits:
        return ()
    by = (Paragraph(text.passage("visited_by", who=who.rstrip(".")), part=VISITS),) if who else ()
    return _section("visits", (Paragraph(visits), *by), text)


def _breach(paper: AgreementPaper, text: Text) -> Blocks:
    """The fixed words first: what is agreed beside them never replaces them."""
    fixed = Paragraph(text.passage("breach"), part=BREACH)
    never = Paragraph(text.passage("breach_never"))
    return (fixed, *_lines(paper.draft.if_broken, ""), never)


def _evaluation(paper: AgreementPaper, text: Text) -> Blocks:
    day = paper.draft.evaluation_on
    if day is None:
        return ()
    said = text.passage("evaluation", day=day_in_words(day, paper.sender.language))
    return _section("evaluation", (Paragraph(said, part=EVALUATION),), text)


def _confidential(paper: AgreementPaper, text: Text) -> Blocks:
    secret = Paragraph(text.passage("secret"), part=CONFIDENTIAL)
    if not paper.consents:
        return (secret, Paragraph(text.passage("no_consent")))
    listed = Bullets(paper.consents)
    return (secret, Paragraph(text.passage("consents")), listed, Paragraph(text.passage("back")))


def _signed(paper: AgreementPaper, text: Text) -> KeepTogether:
    ours = paper.sender.officer_name or paper.sender.office.name
    signers = (
        Signer(paper.name, act=text.passage("sign_person")),
        Signer(ours, act=text.passage("sign_us", municipality=paper.sender.office.municipality)),
    )
    return KeepTogether((Paragraph(text.passage("sign_before")), Signatures(signers, part=SIGNED)))
