"""What the table of claims shows: who, what it is, how much, and how far they have come."""

from PySide6.QtCore import QCoreApplication

from app.core.money import format_kroner
from app.debt.claims.model import DebtClaim, DebtClaimStage
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import dash, title_word

_KINDS = {
    DebtClaimStage.CURRENT: ChipKind.OK,
    DebtClaimStage.REMINDED: ChipKind.SOON,
    DebtClaimStage.COLLECTION: ChipKind.SOON,
    DebtClaimStage.JUDGMENT: ChipKind.SOON,
    DebtClaimStage.SEIZED: ChipKind.URGENT,
    DebtClaimStage.ATTACHED: ChipKind.URGENT,
    DebtClaimStage.FORCED_SALE: ChipKind.URGENT,
    DebtClaimStage.SETTLED: ChipKind.OK,
    DebtClaimStage.CANCELLED: ChipKind.NOT_STARTED,
}


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("debt_claims", words)


def stage_chip(claim: DebtClaim) -> Chip:
    """How far it has come, in a word and a colour; our own rent is late, or paid."""
    if claim.draft.lease is None or not claim.open:
        return Chip(_KINDS[claim.draft.stage], title_word(claim.draft.stage))
    return Chip(ChipKind.SOON, tr("Forfalt")) if claim.owed else Chip(ChipKind.OK, tr("Betalt"))


def _who(claim: DebtClaim) -> str:
    """Who collects, what is drawn, and whether it is disagreed on."""
    told = []
    if claim.collector_name:
        told.append(tr("Inkasso: {}").format(claim.collector_name))
    if claim.draft.attached:
        told.append(tr("Trekk: {} i måneden").format(format_kroner(claim.draft.attached)))
    if claim.draft.disputed:
        told.append(tr("Bestridt"))
    return ". ".join(told)


def _first(claim: DebtClaim) -> str:
    """Why it comes before the others (GJ-05)."""
    return tr("Kommer først") if claim.kind.first and claim.open else ""


COLUMNS: tuple[Column[DebtClaim], ...] = (
    Column(
        "creditor",
        "Kreditor",
        lambda claim: claim.creditor_name,
        second=_who,
        strong=True,
        stretch=True,
        width=180,
    ),
    Column(
        "kind",
        "Gjelder",
        lambda claim: title_word(claim.kind),
        second=_first,
        width=140,
        fit=True,
        spare=2,
    ),
    Column(
        "owed",
        "Skyldes",
        lambda claim: format_kroner(claim.owed),
        sort=lambda claim: claim.owed,
        value=lambda claim: claim.owed / 100,
        align=Align.RIGHT,
        width=116,
    ),
    Column(
        "stage",
        "Status",
        lambda claim: stage_chip(claim).text,
        chip=stage_chip,
        width=170,
        fit=True,
    ),
    Column(
        "reference",
        "Referanse",
        lambda claim: dash(claim.draft.reference),
        width=110,
        fit=True,
        spare=1,
    ),
)
