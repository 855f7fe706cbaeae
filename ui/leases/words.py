"""What the pages of leases say: chips, what comes next, problems, and the law's last days."""

from datetime import date

from app.core import words
from app.core.errors import Problem
from app.core.money import Ore, format_kroner
from app.leases.model import LeaseRow, LeaseState
from ui.kit.chips import Chip, ChipKind, Tone
from ui.labels import day, said, title_word, until

_SUMS = frozenset({"amount", "total", "limit"})

_CHIPS = {
    LeaseState.DRAFT: ChipKind.NOT_STARTED,
    LeaseState.TO_SIGN: ChipKind.WAITING,
    LeaseState.SIGNED: ChipKind.OK,
    LeaseState.RUNNING: ChipKind.OK,
    LeaseState.PAST_TERM: ChipKind.URGENT,
    LeaseState.TURNED_OPEN_ENDED: ChipKind.SOON,
    LeaseState.UNDER_NOTICE: ChipKind.WAITING,
    LeaseState.OVERSTAY: ChipKind.SOON,
    LeaseState.ENDED: ChipKind.NOT_STARTED,
    LeaseState.CANCELLED: ChipKind.NOT_STARTED,
}

_SHORT = {
    LeaseState.TO_SIGN: "Til underskrift",
    LeaseState.TURNED_OPEN_ENDED: "Nå tidsubestemt",
    LeaseState.OVERSTAY: "Ikke levert tilbake",
}

# what an import marks a lease with
_MARKS = {
    "start_missing": "Første dag mangler.",
    "end_missing": "Siste dag mangler.",
    "end_before_start": "Siste dag er før første dag.",
    "term_too_short": "Leietiden er kortere enn tre år. Sjekk om grunnen står i avtalen.",
    "rent_missing": "Husleien mangler.",
}

# the clause of the lease that a field writes, and what the officer calls it
_CLAUSES = {
    "dwelling": (2, "boligen"),
    "for_disadvantaged": (3, "§\u00a011-1"),
    "informed": (3, "opplysningen etter §\u00a011-1"),
    "exceptions": (3, "unntakene etter §\u00a011-1"),
    "rent": (5, "husleien"),
    "due_day": (5, "forfallsdagen"),
    "account": (5, "kontoen"),
    "kid": (5, "KID"),
    "charges": (5, "a konto-beløpene"),
    "deposit": (7, "sikkerheten"),
    "deposit_account": (7, "depositumskontoen"),
    "guarantee": (7, "sikkerheten"),
    "tenant_loan": (7, "lånet fra leieren"),
    "guarantor": (7, "garantien"),
    "eviction_for_rent": (8, "tvangsgrunnlaget for ubetalt leie"),
    "eviction_at_expiry": (9, "tvangsgrunnlaget når leietiden er ute"),
}


def state_chip(state: LeaseState) -> Chip:
    """Shape and word of where a lease stands."""
    return Chip(_CHIPS[state], title_word(state))


def short_chip(state: LeaseState) -> Chip:
    """The same in a column, where the word must be short."""
    return Chip(_CHIPS[state], _SHORT.get(state, title_word(state)))


def problem_words(found: Problem) -> str:
    """What is wrong beside a field, sums as kroner."""
    facts = said(found.facts)
    for name in _SUMS & found.facts.keys():
        value = found.facts[name]
        facts[name] = format_kroner(Ore(value)) if isinstance(value, int) else value
    return words.sentence(found.code, facts)


def marks_words(to_check: str) -> str:
    """What an import left to be looked over, in sentences."""
    known = {code: words.sentence(code, {}) for code in words.codes()} | _MARKS
    return " ".join(known.get(mark, mark) for mark in to_check.split())


def clause_words(problems: tuple[Problem, ...]) -> str:
    """Which clause lacks something: «Punkt 4, leietiden, må rettes før avtalen kan lages.»"""
    blocking = [problem for problem in problems if problem.blocks]
    if not blocking:
        return ""
    number, name = _CLAUSES.get(blocking[0].field, (4, "leietiden"))
    return f"Punkt {number}, {name}, må rettes før avtalen kan lages."


def _short(today: date, on: date) -> str:
    """How long, for a column."""
    return until(today, on).replace("måneder", "md.")


def next_step(row: LeaseRow, today: date, safe: date | None = None) -> str:
    """What comes next with a lease, in a few words; `safe` is the last day to ask to move."""
    match row.state:
        case LeaseState.DRAFT:
            return "Lag avtalen"
        case LeaseState.TO_SIGN:
            return "Registrer underskrift"
        case LeaseState.SIGNED:
            return f"Begynner {_short(today, row.start)}" if row.start else "–"
        case LeaseState.RUNNING:
            return f"Går ut {_short(today, row.end)}" if row.end else "Løper videre"
        case LeaseState.PAST_TERM if safe is not None:
            return f"Trygg til {day(safe)}"
        case LeaseState.TURNED_OPEN_ENDED:
            return "Se over"
        case LeaseState.UNDER_NOTICE if row.last_day is not None:
            return f"Flytter {_short(today, row.last_day)}"
        case LeaseState.OVERSTAY:
            return "Få boligen tilbake"
    return "–"


def next_tone(row: LeaseRow) -> Tone | None:
    """Red only when a legal deadline runs."""
    return Tone.RED if row.state is LeaseState.PAST_TERM else None
