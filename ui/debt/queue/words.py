"""Why somebody stands where they stand, in the officer's words."""

from collections.abc import Iterable
from datetime import date

from app.core.money import Ore, format_kroner
from app.core.text import plural
from app.debt.model import DebtTopic
from app.debt.queue.model import DebtUrgency, QueueOrder, QueuePlace, QueueReason
from app.debt.queue.model import QueueReasonKind as Kind
from ui.kit.chips import Chip, ChipKind
from ui.labels import capital, day, title_word, until, word

_DATED = {
    Kind.EVICTION_DAY: "Utkastelse {day} ({when})",
    Kind.TOLD_HOME_DAY: "Sier at hjemmet kan gå tapt {day} ({when})",
    Kind.COMMENT_PERIOD: "Begjæring om utkastelse, frist for merknader {day} ({when})",
    Kind.POWER_DAY: "Sier at strømmen kan bli stengt {day} ({when})",
}
_SHORT = {
    Kind.EVICTION_DAY: "Utkastelse {day}",
    Kind.TOLD_HOME_DAY: "Kan miste hjemmet {day}",
    Kind.COMMENT_PERIOD: "Begjæring, svarfrist {day}",
    Kind.PETITION: "Begjæring om utkastelse",
    Kind.TOLD_HOME: "Kan miste hjemmet",
    Kind.RENT_OWED: "Skylder {owed} i husleie",
    Kind.POWER_DAY: "Kan miste strømmen {day}",
    Kind.POWER: "Kan miste strømmen",
    Kind.ASKED: "Ba om hjelp {day}",
}
_PLAIN = {
    Kind.PETITION: "Begjæring om utkastelse er sendt til namsfogden",
    Kind.TOLD_HOME: "Sier at hjemmet er i fare",
    Kind.NOTICE: "Har fått varsel om utkastelse",
    Kind.POWER: "Sier at strømmen kan bli stengt",
    Kind.FOOD: "Mangler penger til mat",
}
_SOURCES = {
    Kind.EVICTION_DAY: "Fra saken om utkastelse",
    Kind.COMMENT_PERIOD: "Fra saken om utkastelse",
    Kind.PETITION: "Fra saken om utkastelse",
    Kind.NOTICE: "Fra saken om utkastelse",
    Kind.RENT_OWED: "Fra restansene",
    Kind.CHILDREN: "Fra husstanden",
}
_KINDS = {
    DebtUrgency.ACUTE: ChipKind.URGENT,
    DebtUrgency.URGENT: ChipKind.SOON,
    DebtUrgency.ORDINARY: ChipKind.INFO,
}


def reason_text(reason: QueueReason, today: date) -> str:
    """One reason, in a few words."""
    if reason.kind in _DATED and reason.day is not None:
        return _DATED[reason.kind].format(day=day(reason.day), when=until(today, reason.day))
    if reason.kind is Kind.RENT_OWED:
        owed = format_kroner(reason.owed or Ore(0))
        return f"Skylder {owed} i husleie siden {day(reason.day)}"
    if reason.kind is Kind.CHILDREN:
        return _children(reason.count)
    if reason.kind is Kind.FIRST_DEBT and reason.topic is not None:
        return f"Spør om {word(reason.topic)}, som kommer før annen gjeld"
    if reason.kind is Kind.ASKED:
        return f"Ba om hjelp {day(reason.day)} (sak {reason.number})"
    return _PLAIN.get(reason.kind, title_word(reason.kind))


def _children(count: int) -> str:
    """The register knows how many, unless somebody only told of them."""
    if not count:
        return "Sier at det er barn i husstanden"
    return f"{plural(count, 'barn', 'barn')} i husstanden"


def short_text(reason: QueueReason) -> str:
    """As `reason_text`, for a line of the list."""
    if reason.kind in _SHORT:
        facts = {"day": day(reason.day), "owed": format_kroner(reason.owed or Ore(0))}
        return _SHORT[reason.kind].format(**facts)
    if reason.kind is Kind.CHILDREN:
        return plural(reason.count, "barn", "barn") if reason.count else "Barn i husstanden"
    if reason.kind is Kind.FIRST_DEBT and reason.topic is not None:
        return capital(word(reason.topic))
    return title_word(reason.kind)


def source_text(reason: QueueReason, beside: Iterable[QueueReason] = ()) -> str:
    """Where it is known from; what is not from the register was told when somebody asked.

    Rent that is owed says so where nothing beside it is a threat to the home.
    """
    if reason.kind is Kind.RENT_OWED:
        home = any(each.kind.order is QueueOrder.HOME for each in beside)
        return _SOURCES[reason.kind] if home else "Fra restansene. Ikke varslet om utkastelse."
    if reason.kind is Kind.CHILDREN and not reason.count:
        return "Fra henvendelsen"
    return _SOURCES.get(reason.kind, "Fra henvendelsen")


def why_text(place: QueuePlace) -> str:
    """The reason that weighs most."""
    return short_text(place.reasons[0])


def more_text(place: QueuePlace) -> str:
    """The other reasons, each thing once; how long they have waited stands under the name."""
    first, *others = place.reasons
    said = {first.kind.order}
    told = []
    for each in others:
        if each.kind is not Kind.ASKED and each.kind.order not in said and not _known(each, said):
            said.add(each.kind.order)
            told.append(short_text(each))
    return " · ".join(told)


def _known(reason: QueueReason, said: set[QueueOrder]) -> bool:
    """Whether a kind of debt only says again what is owed, or what may be cut off."""
    twice = {DebtTopic.RENT: QueueOrder.RENT, DebtTopic.POWER: QueueOrder.POWER}
    return reason.topic in twice and twice[reason.topic] in said


def before_text(order: QueueOrder | None, name: str) -> str:
    """Why one stands before the next."""
    if order is None:
        return ""
    return f"Står foran {name}. Det som avgjør: {word(order)}."


def urgency_chip(place: QueuePlace) -> Chip | None:
    """Only what cannot wait is a chip."""
    if place.urgency is DebtUrgency.ORDINARY:
        return None
    return Chip(_KINDS[place.urgency], title_word(place.urgency))


def urgency_kind(urgency: DebtUrgency) -> ChipKind:
    """The shape of how urgent something is."""
    return _KINDS[urgency]


def target_text(place: QueuePlace) -> str:
    """The day set as a target, where somebody cannot wait."""
    if place.too_late:
        return f"Med denne kapasiteten begynner det etter {day(place.lost_on)}. Begynn før."
    if place.urgency is DebtUrgency.ORDINARY:
        return ""
    if place.late:
        return f"Skulle ha begynt {day(place.target)}. Begynn nå."
    return f"Bør begynne senest {day(place.target)}."


def granted_text(place: QueuePlace) -> str:
    """What the vedtak says of the start; empty without one."""
    starts_on = place.case.starts_on
    return "" if starts_on is None else capital(f"start {day(starts_on)}")
