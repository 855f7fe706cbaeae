"""The letters of an appeal: it has come, it is sent on, and what is sent (DOC-21). Pure."""

from app.core.days import day_and_year, length_in_words
from app.decisions.appeals.model import AppealLetter
from app.documents.form_model import Closing
from app.documents.model import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Steps,
)
from app.documents.texts import Text
from app.settings.letterhead import letter_document, questions, signed

RECEIPT_PARTS = (
    "FV-16 klagen",
    "FV-16 videre gang",
    "FV-20 utsatt virkning",
    "FV-16 saksbehandler",
)
DISMISSAL_PARTS = (
    "FV-14 avvist",
    "FV-09 grunn",
    "FV-10 klagefrist",
    "FV-10 fremgangsmåte",
    "FV-10 innsyn",
    "FV-10 saksbehandler",
)
FORWARDING_PARTS = (
    "DOC-21 klagen",
    "DOC-21 vedtaket",
    "DOC-21 dokumentene",
    "DOC-21 egen vurdering",
    "DOC-21 kopi til parten",
    "DOC-21 saksbehandler",
)
COPY_PARTS = (
    "DOC-21 sendt videre",
    "DOC-21 egen vurdering",
    "DOC-21 innsyn",
    "DOC-21 saksbehandler",
)


def receipt_letter(letter: AppealLetter, text: Text) -> Document:
    """«Klagen er mottatt»; `text` is «appeal_receipt» in the reader's language."""
    came, body = day_and_year(letter.appeal.received_on), letter.vedtak.draft.appeal_body
    steps = tuple(text.passage(name, body=body) for name in ("step_read", "step_change", "step_on"))
    blocks = (
        Facts(_case_facts(letter, text), part=RECEIPT_PARTS[0]),
        Paragraph(text.passage("came", day=came)),
        *(() if letter.in_time else (Paragraph(text.passage("late")),)),
        Heading(text.passage("heading_next")),
        Steps(steps, part=RECEIPT_PARTS[1]),
        Heading(text.passage("heading_effect")),
        Paragraph(text.passage(_effect(letter)), part=RECEIPT_PARTS[2]),
        *_ask(letter, text),
        _close(letter, text, RECEIPT_PARTS[3]),
    )
    return _document(letter, text, blocks, RECEIPT_PARTS)


def dismissal_letter(letter: AppealLetter, text: Text) -> Document:
    """That it is not taken up, why, and how to complain of that; `text` is «appeal_dismissed»."""
    body, office = letter.vedtak.draft.appeal_body, letter.sender.office.name
    period = length_in_words(letter.appeal_period, letter.sender.language)
    signed = (text.passage("how_sign"),) if letter.signed_appeal else ()
    how = (text.passage("how", office=office), *signed, text.passage("who", body=body))
    blocks = (
        Facts(_case_facts(letter, text), part=DISMISSAL_PARTS[0]),
        Paragraph(text.passage("dismissed")),
        Heading(text.passage("heading_why")),
        Paragraph(letter.reason, part=DISMISSAL_PARTS[1]),
        Paragraph(text.passage("rule_late" if not letter.in_time else "rule")),
        Heading(text.passage("heading_appeal")),
        Paragraph(text.passage("period", period=period), part=DISMISSAL_PARTS[2]),
        Paragraph(" ".join(how), part=DISMISSAL_PARTS[3]),
        Paragraph(text.passage("papers"), part=DISMISSAL_PARTS[4]),
        *_ask(letter, text),
        _close(letter, text, DISMISSAL_PARTS[5]),
    )
    return _document(letter, text, blocks, DISMISSAL_PARTS)


def copy_letter(letter: AppealLetter, text: Text) -> Document:
    """That it is sent on, and what we think; `text` is «appeal_copy»."""
    body = letter.vedtak.draft.appeal_body
    blocks = (
        Facts(_case_facts(letter, text), part=COPY_PARTS[0]),
        Paragraph(text.passage("sent_on", body=body)),
        Heading(text.passage("heading_ours")),
        Paragraph(letter.assessment, part=COPY_PARTS[1]),
        Heading(text.passage("heading_next")),
        Paragraph(text.passage("body_decides", body=body)),
        Paragraph(text.passage("papers"), part=COPY_PARTS[2]),
        *_ask(letter, text),
        _close(letter, text, COPY_PARTS[3]),
    )
    return _document(letter, text, blocks, COPY_PARTS)


def forwarding_letter(letter: AppealLetter, text: Text) -> Document:
    """To the appeal body: the appeal, the vedtak, the papers and our own view (DOC-21)."""
    rows = (Fact(text.passage("label_person"), letter.person_name), *_case_facts(letter, text))
    draft = letter.appeal.draft
    wanted = draft.wanted or text.passage("wanted_untold")
    blocks = (
        Facts(rows, part=FORWARDING_PARTS[1]),
        Heading(text.passage("heading_appeal")),
        Paragraph(text.passage(_in_time(letter), reason=letter.late_reason)),
        Paragraph(wanted, lead=text.passage("lead_wanted"), part=FORWARDING_PARTS[0]),
        *((Paragraph(draft.grounds, lead=text.passage("lead_grounds")),) if draft.grounds else ()),
        Heading(text.passage("heading_ours")),
        Paragraph(letter.assessment, part=FORWARDING_PARTS[3]),
        *_reasons(letter, text),
        *_evaluation(letter, text),
        Paragraph(text.passage(_effect(letter)), lead=text.passage("lead_effect")),
        Heading(text.passage("heading_documents")),
        Bullets(letter.documents, part=FORWARDING_PARTS[2] if letter.documents else ""),
        Paragraph(text.passage("copy"), part=FORWARDING_PARTS[4] if letter.copies else ""),
        _close(letter, text, FORWARDING_PARTS[5]),
    )
    return _document(letter, text, blocks, FORWARDING_PARTS)


def _document(
    letter: AppealLetter, text: Text, blocks: tuple[Block, ...], requires: tuple[str, ...]
) -> Document:
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=text.passage("title", number=letter.vedtak.number),
        kind=text.passage("kind"),
        blocks=blocks,
        requires=requires,
    )


def _case_facts(letter: AppealLetter, text: Text) -> tuple[Fact, ...]:
    vedtak, appeal = letter.vedtak, letter.appeal
    issued = day_and_year(vedtak.issued_on) if vedtak.issued_on else ""
    about = text.passage("about_vedtak", number=vedtak.number, day=issued)
    came = text.passage("about_appeal", number=appeal.number, day=day_and_year(appeal.received_on))
    return (
        Fact(text.passage("label_vedtak"), about),
        Fact(text.passage("label_appeal"), came),
        Fact(text.passage("label_body"), vedtak.draft.appeal_body),
    )


def _in_time(letter: AppealLetter) -> str:
    if letter.in_time:
        return "in_time"
    return "late_taken_up" if letter.late_reason else "late"


def _effect(letter: AppealLetter) -> str:
    """Whether the vedtak waits for the appeal (FV-20)."""
    return {None: "effect_undecided", True: "effect_deferred", False: "effect_holds"}[
        letter.deferred
    ]


def _reasons(letter: AppealLetter, text: Text) -> tuple[Block, ...]:
    """What the vedtak was built on, as it was issued."""
    names = ("reasons_rules", "reasons_facts", "reasons_considerations")
    told = tuple(
        Paragraph(reason, lead=text.passage(name))
        for name, reason in zip(names, letter.vedtak.draft.reasons, strict=True)
        if reason.strip()
    )
    return (Heading(text.passage("heading_vedtak")), *told) if told else ()


def _evaluation(letter: AppealLetter, text: Text) -> tuple[Block, ...]:
    if not letter.evaluation:
        return ()
    return (Heading(text.passage("heading_evaluation")), Bullets(letter.evaluation))


def _ask(letter: AppealLetter, text: Text) -> tuple[Block, ...]:
    return questions(letter.sender, text)


def _close(letter: AppealLetter, text: Text, part: str) -> Closing:
    return signed(letter.sender, text, part, letter.copies)
