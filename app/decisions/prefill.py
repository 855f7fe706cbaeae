"""What a new draft holds before anyone has written in it. Pure."""

from app.applications.model import Application, ApplicationKind
from app.core.cases import CaseKind
from app.decisions.content.model import StartPart
from app.decisions.model import VedtakDraft, VedtakKind
from app.settings.model import LegalBasis

_ABOUT = {
    CaseKind.HOUSING_HELP: VedtakKind.HOUSING_HELP,
    CaseKind.TEMPORARY_STAY: VedtakKind.TEMPORARY_STAY,
}
_KINDS = {
    ApplicationKind.NEW: VedtakKind.MUNICIPAL_DWELLING,
    ApplicationKind.RENEWAL: VedtakKind.RENEWAL,
    ApplicationKind.SWAP: VedtakKind.SWAP,
}


def kind_of(application: Application) -> VedtakKind:
    """What is decided, from what was asked for; fixed at registration."""
    return _ABOUT.get(application.draft.case, _KINDS[application.draft.kind])


def prefilled(application: Application, basis: LegalBasis, unit: str, shortest: int) -> VedtakDraft:
    """By which act, with what is known of the case; `shortest` is the usual term in months.

    The whole start package stands ticked: leaving it out is what takes a reason (D19).
    """
    kind, bedrooms = kind_of(application), application.draft.bedrooms
    return VedtakDraft(
        kind=kind,
        dwelling_words=f"{bedrooms} soverom" if bedrooms and kind.dwells else "",
        term_months=shortest if kind.dwells else None,
        start_package=tuple(StartPart) if kind.moves_in else (),
        responsible_unit=unit,
        wishes_text=application.draft.wishes,
        legal_basis=basis.name,
        legal_paragraph=basis.paragraph,
        appeal_body=basis.appeal_body,
        appeal_weeks=basis.appeal_weeks,
    )
