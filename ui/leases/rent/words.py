"""What is said of a rent, its index and its changes."""

import re

from app.core.errors import OfficeError
from app.core.money import format_kroner
from app.core.price_index import index_text, month_text, rise_percent
from app.core.text import percent
from app.leases.rents.model import IndexStep, RentChange, RentChangeKind, RentChangeState, WhyNot
from ui.kit.chips import Chip, ChipKind
from ui.labels import day, title_word

_STATES = {
    RentChangeState.TO_SEND: ChipKind.SOON,
    RentChangeState.COMING: ChipKind.INFO,
    RentChangeState.HOLDS: ChipKind.OK,
    RentChangeState.NOT_TOLD: ChipKind.SOON,
    RentChangeState.WITHDRAWN: ChipKind.NOT_STARTED,
}
_TOLD = frozenset({RentChangeKind.TOLD_INDEX, RentChangeKind.TOLD_OTHER})
_UNTIL = {
    WhyNot.TOO_EARLY: "Tidligst {}",
    WhyNot.PENDING: "Varslet fra {}",
    WhyNot.ENDS_FIRST: "Slutter {}",
    WhyNot.UNDER_NOTICE: "Sagt opp til {}",
    WhyNot.TERM_RUN_OUT: "Leietiden var ute {}",
}


def change_chip(change: RentChange) -> Chip:
    """Where a change stands."""
    return Chip(_STATES[change.state], title_word(change.state))


def change_title(change: RentChange) -> str:
    """«8 200 kr → 8 457 kr, 3,1 %», or what it was when only the day was told."""
    if change.kind in _TOLD:
        return format_kroner(change.new)
    rise = percent(rise_percent(change.old, change.new))
    return f"{format_kroner(change.old)} → {format_kroner(change.new)}, {rise}"


def change_why(change: RentChange) -> str:
    """On what basis, and the letter's day."""
    parts = [title_word(change.kind)]
    if change.sent_on is not None:
        parts.append(f"sendt {day(change.sent_on)}")
    elif change.send_by is not None and change.state is RentChangeState.TO_SEND:
        parts.append(f"må sendes senest {day(change.send_by)}")
    if change.step is not None:
        parts.append(step_words(change.step))
    elif change.kind in _TOLD:
        parts.append(f"indeks for {month_text(change.fixed_month)}")
    if change.reason or change.reference:
        parts.append(" ".join((change.reason or change.reference).split()))
    return " · ".join(parts)


def step_words(step: IndexStep) -> str:
    """«2025M06 140,2 → 2026M10 144,6»."""
    before = f"{month_text(step.base.month)} {index_text(step.base.tenths)}"
    after = f"{month_text(step.new.month)} {index_text(step.new.tenths)}"
    return f"{before} → {after}" + (" med faktor" if step.link else "")


def why_not_words(why: WhyNot, until: object) -> str:
    """Why a rent is left alone, with its day."""
    words = _UNTIL.get(why)
    return words.format(until) if words and until else title_word(why)


def read_base(text: str) -> str:
    """«2015» or «2015=100»; OfficeError index_base_unreadable."""
    found = re.fullmatch(r"((?:19|20)[0-9]{2})(?:\s*=\s*100)?", text.strip())
    if found is None:
        raise OfficeError("index_base_unreadable")
    return found[1]
