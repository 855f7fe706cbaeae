"""SQL of the municipality's own legal bases and of its own words in letters."""

from datetime import date

from app.core.cases import CaseKind
from app.core.text import Language
from app.settings.model import LegalBasis, LegalBasisDraft, LocalText, LocalTextDraft, lines_of
from app.storage.database import Database
from app.storage.unit import Unit


def legal_bases(db: Database) -> tuple[LegalBasis, ...]:
    """The municipality's own, oldest first."""
    return db.select(
        _basis,
        "SELECT id, case_kind, name, paragraph, appeal_body, appeal_weeks, valid_from, source,"
        " appeal_address FROM legal_basis ORDER BY valid_from, id",
    )


def _basis(
    number: int,
    case: str,
    name: str,
    paragraph: str,
    appeal_body: str,
    appeal_weeks: int,
    valid_from: str,
    source: str,
    appeal_address: str,
) -> LegalBasis:
    return LegalBasis(
        id=number,
        case=CaseKind(case),
        name=name,
        paragraph=paragraph,
        appeal_body=appeal_body,
        appeal_weeks=appeal_weeks,
        valid_from=date.fromisoformat(valid_from),
        source=source,
        appeal_address=appeal_address,
    )


def insert_basis(unit: Unit, draft: LegalBasisDraft) -> int:
    """A basis from a day."""
    return unit.insert(
        "legal_basis",
        case_kind=draft.case,
        name=draft.name.strip(),
        paragraph=draft.paragraph.strip(),
        appeal_body=draft.appeal_body.strip(),
        appeal_weeks=draft.appeal_weeks,
        valid_from=draft.valid_from,
        source=draft.source.strip(),
        appeal_address="\n".join(lines_of(draft.appeal_address)),
    )


def local_texts(db: Database, document: str, language: Language) -> tuple[LocalText, ...]:
    """The municipality's own words in one letter, oldest first."""
    return db.select(
        _text,
        "SELECT id, document, language, passage, text, valid_from, source FROM local_text"
        " WHERE document = ? AND language = ? ORDER BY valid_from, id",
        (document, language.value),
    )


def _text(
    number: int,
    document: str,
    language: str,
    passage: str,
    text: str,
    valid_from: str,
    source: str,
) -> LocalText:
    return LocalText(
        id=number,
        document=document,
        language=Language(language),
        passage=passage,
        text=text,
        valid_from=date.fromisoformat(valid_from),
        source=source,
    )


def insert_text(unit: Unit, draft: LocalTextDraft) -> int:
    """Own words for a passage, from a day."""
    return unit.insert(
        "local_text",
        document=draft.document,
        language=draft.language,
        passage=draft.passage,
        text=draft.text.strip(),
        valid_from=draft.valid_from,
        source=draft.source.strip(),
    )


def local_text(db: Database, number: int) -> LocalText | None:
    """One of them."""
    return db.first(
        _text,
        "SELECT id, document, language, passage, text, valid_from, source FROM local_text"
        " WHERE id = ?",
        (number,),
    )
