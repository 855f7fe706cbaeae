"""The cells of a debt overview: who, what, how much and how far it has come."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeVar

from app.core import words
from app.core.errors import OfficeError
from app.core.money import Ore
from app.core.order import search_words
from app.core.text import tidy_name
from app.core.typed_sums import parse_sum
from app.debt.claims import creditor_rules
from app.debt.claims.model import Creditor, CreditorDraft, DebtClaimKind, DebtClaimStage
from app.transfer import values
from app.transfer.sheet import Cell, CellKind
from app.transfer.values import Parser, Read, refused

E = TypeVar("E", bound=Enum)

ANOTHER = " (en annen)"
"""After a name that is like a known one: the officer says that it is another."""
_KRONER = frozenset({"nok", "kr", "kroner", "norske kroner"})
_HIGHEST_RATE = 100
_KIND = DebtClaimKind
_KINDS: Mapping[DebtClaimKind, tuple[str, ...]] = {
    _KIND.RENT: ("leie",),
    _KIND.HOME_LOAN: ("lån til bolig", "pantelån bolig", "huslån"),
    _KIND.COMMON_COSTS: ("fellesutgifter",),
    _KIND.POWER: ("nettleie", "strøm og nettleie", "kraft"),
    _KIND.CHILDCARE: ("barnehage", "sfo", "aks"),
    _KIND.CHILD_SUPPORT: ("bidrag",),
    _KIND.FINE: ("bøter", "forenklet forelegg"),
    _KIND.TAX: ("restskatt", "skattekrav"),
    _KIND.STUDENT_LOAN: ("studiegjeld", "utdanningslån"),
    _KIND.CONSUMER_LOAN: ("lån uten sikkerhet", "usikret lån", "smålån", "nedbetalingslån"),
    _KIND.CREDIT_CARD: ("kreditt", "rammekreditt", "betalingskort"),
    _KIND.PHONE: ("mobil", "internett", "bredbånd"),
    _KIND.PRIVATE_LOAN: ("lån fra familie",),
}
_STAGES: Mapping[DebtClaimStage, tuple[str, ...]] = {
    DebtClaimStage.CURRENT: ("løpende", "ikke forfalt", "ok"),
    DebtClaimStage.REMINDED: ("purring", "forfalt"),
    DebtClaimStage.COLLECTION: ("til inkasso", "inkassosak"),
    DebtClaimStage.JUDGMENT: ("dom", "forlik", "forliksrådet", "rettslig"),
    DebtClaimStage.SEIZED: ("utleggspant", "pant"),
    DebtClaimStage.ATTACHED: ("trekk", "lønnstrekk"),
    DebtClaimStage.SETTLED: ("betalt", "oppgjort", "innfridd"),
    DebtClaimStage.CANCELLED: ("slettet", "frafalt"),
}


def creditor(known: Iterable[Creditor], org_number: str = "") -> Parser[CreditorDraft]:
    """Whom it is owed to; one nearly as a known one is asked about, never taken for it."""
    others = tuple(known)

    def read(cell: Cell) -> Read[CreditorDraft]:
        name = tidy_name(values.text(cell).value or "")
        if name.endswith(ANOTHER):
            return Read(CreditorDraft(name.removesuffix(ANOTHER), org_number, again=True))
        draft = CreditorDraft(name, org_number)
        there = creditor_rules.double(draft, others)
        if there is None or creditor_rules.same(draft, there):
            return Read(draft)
        return refused("creditor_alike", there.name, f"{name}{ANOTHER}")

    return read


def kind(cell: Cell) -> Read[DebtClaimKind]:
    """What is owed; a word nobody knows is asked, for it decides what comes first."""
    return _worded(cell, _KINDS, DebtClaimKind, "debt_kind_unknown")


def stage(cell: Cell) -> Read[DebtClaimStage]:
    """How far it has come; a word nobody knows is asked."""
    return _worded(cell, _STAGES, DebtClaimStage, "debt_stage_unknown")


def _worded(cell: Cell, also: Mapping[E, tuple[str, ...]], every: type[E], code: str) -> Read[E]:
    asked = search_words(cell.text)
    for each in every:
        if asked in map(search_words, (words.word(each), *also.get(each, ()))):
            return Read(each)
    return refused(code, *map(words.word, every))


def kind_readings() -> tuple[str, ...]:
    """What may be answered where no kind is told."""
    return tuple(map(words.word, DebtClaimKind))


def money(cell: Cell) -> Read[Ore]:
    """A sum in kroner; one in another currency is asked about."""
    if cell.kind is not CellKind.NUMBER:
        try:
            parse_sum(cell.text)
        except OfficeError as error:
            if error.code == "sum_other_currency":
                return refused(error.code)
    return values.money(cell)


def currency(cell: Cell) -> Read[str]:
    """Kroner, or asked about."""
    if cell.text.strip().casefold().rstrip(".") in _KRONER:
        return Read("NOK")
    return refused("sum_other_currency")


def rate(cell: Cell) -> Read[Decimal]:
    """Interest in per cent a year: «19,9 %», or the 0.199 that a sheet has for it."""
    bare = cell.text.strip()
    try:
        read = Decimal(bare.removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return refused("debt_claim_rate_unreadable")
    if not read.is_finite() or not 0 <= read <= _HIGHEST_RATE:
        return refused("debt_claim_rate")
    return Read(read)
