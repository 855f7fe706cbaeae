"""The fields of a claim, and what is read from them."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter

from app.core.errors import OfficeError
from app.core.money import Ore
from app.core.text import decimal_text
from app.core.typed_sums import parse_sum
from app.debt.claims.model import (
    ClaimSums,
    CreditorDraft,
    DebtClaimDraft,
    DebtClaimKind,
    DebtClaimStage,
)
from ui.asking import Values, a_day, a_sum, chosen, text
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, MultilineField, ReadField, TextField
from ui.kit.form import Form
from ui.labels import title_word

SUMS = ("principal", "interest", "costs")
_NOTHING = Ore(0)


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("debt_claims", words)


def read_rate(words: str) -> Decimal:
    """«19,9» per cent a year; OfficeError `debt_claim_rate_unreadable`."""
    try:
        rate = Decimal(words.replace("%", "").replace(",", ".").strip())
    except InvalidOperation:
        raise OfficeError("debt_claim_rate_unreadable") from None
    if not rate.is_finite():
        raise OfficeError("debt_claim_rate_unreadable")
    return rate


def _write_rate(value: object) -> str:
    return decimal_text(value) if isinstance(value, Decimal) else str(value)


def name_field(name: str, label: str, known: Iterable[str], *, optional: bool = False) -> TextField:
    """A name that is typed, with those the register knows offered while it is."""
    field = TextField(name, label, optional=optional)
    completer = QCompleter(list(known), field.line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = completer.popup()
    if popup is not None:
        popup.setAccessibleName(label)
    field.line.setCompleter(completer)
    return field


def add_sums(form: Form) -> None:
    """What is claimed, in three parts."""
    form.line(
        MoneyField("principal", tr("Hovedstol"), read=parse_sum),
        MoneyField("interest", tr("Renter"), read=parse_sum, optional=True),
        MoneyField("costs", tr("Omkostninger"), read=parse_sum, optional=True),
    )


def add_facts(form: Form) -> None:
    """What does not change with the days."""
    rate = ReadField(
        "rate", tr("Rente i året"), read_rate, _write_rate, optional=True, width=120, suffix="%"
    )
    form.line(
        TextField("reference", tr("Referanse eller saksnummer"), optional=True),
        rate,
        TextField("security", tr("Pant i"), optional=True, hint=tr("Bolig, bil eller annet.")),
    )


def add_days(form: Form, *first: DateField) -> None:
    """When it came to be, after the day it is told for."""
    form.line(
        *first,
        DateField("incurred_on", tr("Tatt opp"), optional=True),
        DateField("due_on", tr("Forfall"), optional=True),
    )


def add_words(form: Form) -> None:
    """What else is to be known of it."""
    form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))


def kind_field() -> ChoiceField:
    """What is owed."""
    return ChoiceField("kind", tr("Gjelder"), [(each, title_word(each)) for each in DebtClaimKind])


def stage_fields(firms: Iterable[str]) -> tuple[ChoiceField, TextField, MoneyField]:
    """How far it has come, who collects, and what is drawn."""
    stages = [(each, title_word(each)) for each in DebtClaimStage]
    return (
        ChoiceField("stage", tr("Status"), stages),
        name_field("collector", tr("Inkassofirma"), firms, optional=True),
        MoneyField("attached", tr("Trekk i måneden"), read=parse_sum, optional=True),
    )


def add_again(form: Form, name: str, words: str) -> None:
    """A tick that comes in sight when it is asked."""
    field = CheckField(name, words)
    form.line(field)
    field.setVisible(False)


def named(values: Values, role: str) -> CreditorDraft | None:
    """Who is typed, by name."""
    name = text(values, role)
    return CreditorDraft(name, again=bool(values.get(f"{role}_again"))) if name else None


def sums_of(values: Values) -> ClaimSums:
    """The three parts; what is empty is nothing."""
    return ClaimSums(*(a_sum(values, name) or _NOTHING for name in SUMS))


def facts_of(values: Values, draft: DebtClaimDraft) -> DebtClaimDraft:
    """A draft with what does not change with the days as it is typed."""
    kind, rate = values.get("kind"), values.get("rate")
    return replace(
        draft,
        creditor=None,
        new_creditor=named(values, "creditor"),
        kind=kind if isinstance(kind, DebtClaimKind) else None,
        reference=text(values, "reference"),
        rate=rate if isinstance(rate, Decimal) else None,
        secured=bool(text(values, "security")),
        security=text(values, "security"),
        incurred_on=a_day(values, "incurred_on"),
        due_on=a_day(values, "due_on"),
        words=text(values, "words"),
        again=bool(values.get("again")),
    )


def draft_of(values: Values) -> DebtClaimDraft:
    """A whole claim as it is typed."""
    draft = DebtClaimDraft(
        sums=sums_of(values),
        as_of=a_day(values, "as_of"),
        new_collector=named(values, "collector"),
        stage=chosen(values, "stage", DebtClaimStage, DebtClaimStage.CURRENT),
        attached=a_sum(values, "attached") or _NOTHING,
        disputed=bool(values.get("disputed")),
    )
    return facts_of(values, draft)


def values_of(draft: DebtClaimDraft, creditor: str) -> dict[str, object]:
    """What the fields of the facts begin with."""
    return {
        "creditor": creditor,
        "kind": draft.kind,
        "reference": draft.reference or None,
        "rate": draft.rate,
        "security": draft.security or None,
        "incurred_on": draft.incurred_on,
        "due_on": draft.due_on,
        "words": draft.words or None,
    }
