"""The letter with a vedtak: from the record to a document. Pure (DOC-02, DOC-03, DOC-04)."""

from collections.abc import Callable, Mapping

from app.core.days import day_and_year
from app.decisions import dwelling_prints, help_prints, refusal_prints, stay_prints
from app.decisions.appeal_prints import right_to_appeal
from app.decisions.dwelling_prints import term_words
from app.decisions.model import VedtakDraft, VedtakKind, VedtakLetter, VedtakResult
from app.documents.form_model import Closing, Signer
from app.documents.model import Block, Document, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document

ALWAYS = (
    "FV-10 klagefrist",
    "FV-10 fremgangsmåte",
    "FV-10 klageinstans",
    "FV-10 utsatt virkning",
    "FV-10 innsyn",
    "FV-10 veiledning",
    "FV-10 saksbehandler",
)
_BLOCKS: Mapping[VedtakKind, Callable[[VedtakLetter, Text], tuple[Block, ...]]] = {
    VedtakKind.HOUSING_HELP: help_prints.blocks,
    VedtakKind.TEMPORARY_STAY: stay_prints.blocks,
}
_PARTS: Mapping[VedtakKind, Callable[[VedtakLetter], tuple[str, ...]]] = {
    VedtakKind.HOUSING_HELP: help_prints.required,
    VedtakKind.TEMPORARY_STAY: stay_prints.required,
}
_TEXTS = {VedtakKind.HOUSING_HELP: "vedtak_help", VedtakKind.TEMPORARY_STAY: "vedtak_stay"}


def text_name(draft: VedtakDraft) -> str:
    """The document text of this kind and answer."""
    if not draft.result.grants:
        return "vedtak_refused"
    return _TEXTS.get(draft.kind, "vedtak_granted")


def vedtak_letter(letter: VedtakLetter, text: Text, appeal: Text) -> Document:
    """The whole letter; `text` is that of the answer, `appeal` that of the right to appeal."""
    return letter_document(
        letter.sender,
        letter.vedtak.number,
        appeal,
        title=_title(letter, text),
        kind=_kind(letter, text),
        lead=_replaces(letter, appeal),
        blocks=(
            *_blocks(letter, text),
            *_basis(letter, appeal),
            *right_to_appeal(letter, appeal),
            _close(letter, appeal),
        ),
        requires=(*ALWAYS, *_required(letter)),
    )


def _replaces(letter: VedtakLetter, appeal: Text) -> str:
    """Which vedtak this one takes the place of (FV-19)."""
    old = letter.replaces
    if old is None or old.issued_on is None:
        return ""
    return appeal.passage("replaces", number=old.number, day=day_and_year(old.issued_on))


def _blocks(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    if not draft.result.grants:
        return refusal_prints.blocks(letter, text)
    return _BLOCKS.get(draft.kind, dwelling_prints.blocks)(letter, text)


def _basis(letter: VedtakLetter, appeal: Text) -> tuple[Block, ...]:
    """The act that decides, where the case names one (F2)."""
    draft = letter.vedtak.draft
    if not draft.legal_basis.strip() or not draft.legal_paragraph.strip():
        return ()
    name, paragraph = draft.legal_basis, draft.legal_paragraph
    return (Paragraph(appeal.passage("legal_basis", name=name, paragraph=paragraph), small=True),)


def _required(letter: VedtakLetter) -> tuple[str, ...]:
    draft = letter.vedtak.draft
    if not draft.result.grants:
        return refusal_prints.required(letter)
    return _PARTS.get(draft.kind, dwelling_prints.required)(letter)


def _title(letter: VedtakLetter, text: Text) -> str:
    draft = letter.vedtak.draft
    if draft.result is VedtakResult.DISMISSED:
        return text.passage("title_dismissed")
    return text.passage(f"title_{draft.kind}", term=term_words(letter))


def _kind(letter: VedtakLetter, text: Text) -> str:
    draft = letter.vedtak.draft
    kind = text.passage(f"kind_{draft.kind}")
    dispensed = draft.result.grants and draft.kind.dwells and draft.dispensation_text.strip()
    return text.passage("kind_dispensation", kind=kind) if dispensed else kind


def _close(letter: VedtakLetter, text: Text) -> Closing:
    """Both names where two stand for it (FV-10)."""
    sender, draft = letter.sender, letter.vedtak.draft
    people = (
        Signer(sender.officer_name, sender.officer_title, text.passage("signed_act")),
        Signer(draft.approver_name, draft.approver_title, text.passage("approved_act")),
    )
    return Closing(
        text.passage("greeting"),
        tuple(each for each in people if each.name.strip()),
        note=text.passage("approved"),
        copies=letter.copies,
        part="FV-10 saksbehandler" if sender.officer_name else "",
    )
