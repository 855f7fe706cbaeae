"""The columns of «Sjekk data»: whose, what does not match, and what the two sides say."""

from app.arrears.lists.model import ArrearsCheckKind, ArrearsFinding
from app.core.money import Ore, format_kroner
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import capital, day, named, title_word

_WHY = {
    ArrearsCheckKind.BALANCE_DIFFERS: "{biller} sier noe annet enn vi har.",
    ArrearsCheckKind.OTHER_BILLER: "Siste krav er fra {biller}, ikke {expected}.",
    ArrearsCheckKind.NO_KID: "Uten KID finner betalingen ikke fram.",
    ArrearsCheckKind.NO_CLAIM_THIS_MONTH: "Andre hos {biller} har fått krav.",
    ArrearsCheckKind.CLAIM_AFTER_LAST_DAY: "Leieforholdet var over da.",
    ArrearsCheckKind.CLAIM_WHEN_CLOSED: "Restansen er avsluttet, men kravet kom etterpå.",
    ArrearsCheckKind.CREDIT: "Betalt mer enn krevd. Et krav kan mangle.",
}
_URGENT = frozenset({ArrearsCheckKind.BALANCE_DIFFERS, ArrearsCheckKind.OTHER_BILLER})


def why(found: ArrearsFinding) -> str:
    """What is the matter, in a sentence or two."""
    return capital(_WHY[found.kind].format(biller=found.biller, expected=found.expected))


def _chip(found: ArrearsFinding) -> Chip:
    kind = ChipKind.URGENT if found.kind in _URGENT else ChipKind.SOON
    return Chip(kind, title_word(found.kind))


def _sum(amount: Ore | None) -> str:
    return "" if amount is None else format_kroner(amount)


def _order(amount: Ore | None) -> int | None:
    return None if amount is None else int(amount)


COLUMNS: tuple[Column[ArrearsFinding], ...] = (
    Column("kind", "Hva", lambda each: _chip(each).text, chip=_chip, width=226),
    Column(
        "tenant",
        "Leietaker",
        lambda each: named(each.tenancy.tenant_name),
        second=lambda each: each.tenancy.number,
        strong=True,
        fit=True,
        width=150,
    ),
    Column("why", "Hvorfor", why, stretch=True, width=220),
    Column(
        "day",
        "Dag",
        lambda each: day(each.day) if each.day else "",
        sort=lambda each: each.day.toordinal() if each.day else None,
        align=Align.RIGHT,
        width=114,
        spare=1,
    ),
    Column(
        "stated",
        "Innkrever",
        lambda each: _sum(each.stated),
        sort=lambda each: _order(each.stated),
        align=Align.RIGHT,
        width=100,
    ),
    Column(
        "ours",
        "Hos oss",
        lambda each: _sum(each.amount),
        sort=lambda each: _order(each.amount),
        align=Align.RIGHT,
        width=100,
    ),
)
