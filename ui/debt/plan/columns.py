"""What the tables of creditors, offers and plans show."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.ids import DebtClaimId
from app.core.money import Ore, format_kroner
from app.core.records import dataclass
from app.core.text import plural
from app.debt.claims.model import DebtClaim
from app.debt.plans.contact.model import OpeningReply, Receiver
from app.debt.plans.model import ClaimKeeping, ProposalReply, ProposalShare
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import dash, day, title_word, until


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("debt_plan", words)


# creditors


@dataclass(frozen=True, slots=True)
class ReceiverRow:
    """Whom claims are paid to, as it stands on a day."""

    one: Receiver
    today: date

    @property
    def pause_over(self) -> bool:
        """Whether the pause they gave has run out."""
        until = self.one.paused_until
        return until is not None and until < self.today


def opening_chip(receiver: Receiver, today: date) -> Chip:
    """How far the first letter has come."""
    letter = receiver.opening
    if letter is None and receiver.in_register:
        return Chip(ChipKind.INFO, tr("Fra restansene"))
    if letter is None:
        return Chip(ChipKind.NOT_STARTED, tr("Ikke skrevet"))
    answer = letter.answer
    if answer is not None:
        if ReceiverRow(receiver, today).pause_over:
            return Chip(ChipKind.SOON, tr("Pausen er over"))
        paused = answer.reply is OpeningReply.PAUSED
        return Chip(ChipKind.OK if paused else ChipKind.SOON, title_word(answer.reply))
    if letter.sent_on is None:
        return Chip(ChipKind.SOON if receiver.late(today) else ChipKind.INFO, tr("Skal sendes"))
    if receiver.late(today):
        return Chip(ChipKind.URGENT, tr("Har ikke svart"))
    return Chip(ChipKind.INFO, tr("Venter på svar"))


def _opening_day(row: ReceiverRow) -> str:
    letter = row.one.opening
    if letter is None:
        return dash("")
    if row.one.paused_until is not None:
        return tr("til {}").format(day(row.one.paused_until))
    if letter.answer is not None:
        return tr("svarte {}").format(day(letter.answer.since))
    return tr("senest {}").format(day(letter.answer_by))


def _opening_long(row: ReceiverRow) -> str:
    """How far off the day is: that of an answer, or the end of a pause."""
    letter, paused = row.one.opening, row.one.paused_until
    if paused is not None:
        return until(row.today, paused)
    if letter is None or letter.answer is not None:
        return ""
    return until(row.today, letter.answer_by)


def _opening_tone(row: ReceiverRow) -> Tone | None:
    if row.one.late(row.today):
        return Tone.RED
    return Tone.AMBER if row.pause_over else None


def _claims(row: ReceiverRow) -> str:
    receiver = row.one
    count = plural(len(receiver.claims), tr("krav"), tr("krav"))
    others = sorted({e.creditor_name for e in receiver.claims} - {receiver.creditor.name})
    return f"{count}: {', '.join(others)}" if others else count


RECEIVERS: tuple[Column[ReceiverRow], ...] = (
    Column(
        "creditor",
        "Kreditor",
        lambda row: row.one.creditor.name,
        second=_claims,
        strong=True,
        stretch=True,
        width=170,
    ),
    Column(
        "first",
        "Rekkefølge",
        lambda row: tr("Kommer først") if row.one.first else dash(""),
        width=130,
        spare=1,
    ),
    Column(
        "owed",
        "Skyldes",
        lambda row: format_kroner(row.one.owed),
        sort=lambda row: row.one.owed,
        value=lambda row: row.one.owed / 100,
        align=Align.RIGHT,
        width=116,
    ),
    Column(
        "opening",
        "Åpningsbrev",
        lambda row: opening_chip(row.one, row.today).text,
        chip=lambda row: opening_chip(row.one, row.today),
        width=170,
        fit=True,
    ),
    Column(
        "until",
        "Frist",
        _opening_day,
        sort=lambda row: None if row.one.opening is None else row.one.opening.answer_by,
        second=_opening_long,
        tone=_opening_tone,
        width=170,
        spare=2,
    ),
)


# offers


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A claim of an offer, with its creditor's name."""

    share: ProposalShare
    name: str
    collector: str
    late: bool = False


def offer_rows(
    shares: tuple[ProposalShare, ...], claims: Mapping[DebtClaimId, DebtClaim], *, late: bool
) -> tuple[OfferRow, ...]:
    """The claims of an offer as they are shown; `late` once the day to answer has passed."""
    return tuple(
        OfferRow(each, claims[each.claim].creditor_name, claims[each.claim].collector_name, late)
        for each in shares
        if each.claim in claims
    )


def answer_chip(row: OfferRow) -> Chip:
    """What was answered."""
    answer = row.share.answer
    if answer is None:
        return Chip(ChipKind.URGENT if row.late else ChipKind.INFO, tr("Ikke svart"))
    kinds = {
        ProposalReply.YES: ChipKind.OK,
        ProposalReply.NO: ChipKind.NO,
        ProposalReply.OTHER_SUM: ChipKind.SOON,
    }
    return Chip(kinds[answer.reply], title_word(answer.reply))


def _asks(row: OfferRow) -> str:
    answer = row.share.answer
    if answer is None:
        return ""
    if answer.monthly is not None:
        return tr("ber om {}").format(format_kroner(answer.monthly))
    return day(answer.since)


OFFERS: tuple[Column[OfferRow], ...] = (
    Column(
        "creditor",
        "Kreditor",
        lambda row: row.name,
        second=lambda row: tr("Inkasso: {}").format(row.collector) if row.collector else "",
        strong=True,
        stretch=True,
        width=170,
    ),
    Column(
        "owed",
        "Skyldig da",
        lambda row: format_kroner(row.share.owed),
        sort=lambda row: row.share.owed,
        value=lambda row: row.share.owed / 100,
        align=Align.RIGHT,
        width=116,
        spare=1,
    ),
    Column(
        "monthly",
        "Tilbud i måneden",
        lambda row: format_kroner(row.share.monthly),
        second=lambda row: tr("går først") if row.share.fixed is not None else "",
        sort=lambda row: row.share.monthly,
        value=lambda row: row.share.monthly / 100,
        align=Align.RIGHT,
        width=140,
    ),
    Column(
        "answer",
        "Svar",
        lambda row: answer_chip(row).text,
        second=_asks,
        chip=answer_chip,
        width=130,
        fit=True,
    ),
)


# the plan


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A claim of a plan as it is kept, with its creditor's name."""

    kept: ClaimKeeping
    name: str
    today: date


def kept_chip(row: PlanRow) -> Chip:
    """How it is kept."""
    if row.kept.missing:
        words = tr("Mangler {}").format(format_kroner(row.kept.missing))
        return Chip(ChipKind.URGENT, words)
    if not row.kept.left:
        return Chip(ChipKind.OK, tr("Ferdig betalt"))
    return Chip(ChipKind.OK, tr("Følges"))


def _money(name: str, title: str, of: str, spare: int = 0) -> Column[PlanRow]:
    def amount(row: PlanRow) -> Ore:
        found: Ore = getattr(row.kept, of)
        return found

    return Column(
        name,
        title,
        lambda row: format_kroner(amount(row)),
        sort=amount,
        value=lambda row: amount(row) / 100,
        align=Align.RIGHT,
        width=116,
        spare=spare,
    )


def _next(row: PlanRow) -> str:
    if row.kept.next_on is None:
        return dash("")
    return f"{format_kroner(row.kept.next_amount)}, {day(row.kept.next_on)}"


PLAN: tuple[Column[PlanRow], ...] = (
    Column("creditor", "Kreditor", lambda row: row.name, strong=True, stretch=True, width=170),
    _money("paid", "Betalt", "paid", spare=1),
    _money("left", "Igjen", "left"),
    Column("next", "Neste", _next, width=190, spare=2),
    Column("kept", "Status", lambda row: kept_chip(row).text, chip=kept_chip, width=170, fit=True),
)
