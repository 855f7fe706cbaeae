"""Small pieces of text that both the facts and the clauses of a lease use. Pure."""

from datetime import timedelta

from app.core.days import length_in_words
from app.core.numbers import NumberKind
from app.core.periods import Period, Unit
from app.core.text import HARD_BLANK, decimal_text
from app.decisions.stationery import written
from app.documents.texts import Text
from app.dwellings.landlords.model import OwnerTask
from app.leases.model import LeasePaper
from app.leases.terms import term_end


def term_length(paper: LeasePaper) -> str:
    """«tre år», «18 måneder»; in days when it is no whole number of months."""
    draft, language = paper.draft, paper.sender.language
    if draft.start is None or draft.end is None:
        return "…"
    first, after = draft.start, draft.end + timedelta(days=1)
    months = 12 * (after.year - first.year) + after.month - first.month
    if months < 1 or term_end(first, months) != draft.end:
        return length_in_words(Period((after - first).days, Unit.DAYS), language)
    if months % 12 == 0:
        return length_in_words(Period(months // 12, Unit.YEARS), language)
    return length_in_words(Period(months, Unit.MONTHS), language)


def landlord_named(paper: LeasePaper) -> tuple[str, str]:
    """Who lets, and their number as it is written: the owner when the owner is the landlord."""
    office, owner = paper.sender.office, paper.landlord.asked(OwnerTask.LANDLORD)
    name, number = office.municipality, office.org_number
    if owner is not None:
        name, number = owner.name, owner.org_number
    return name, written(number, NumberKind.ORGANISATION)


def dwelling_words(paper: LeasePaper, text: Text) -> str:
    """Address, cadastral number, bedrooms and area; room to write where none is kept (ADR-02)."""
    if paper.dwelling is None:
        return text.passage("dwelling_by_hand")
    known = paper.dwelling.draft
    place = f"{known.postal_code} {known.postal_place}".strip()
    parts = [known.address, known.extra_reference, place, _cadastral(known.farm_and_title, text)]
    if known.bedrooms:
        word = "bedroom" if known.bedrooms == 1 else "bedrooms"
        parts.append(f"{known.bedrooms}{HARD_BLANK}{text.passage(word)}")
    if known.area:
        parts.append(f"{decimal_text(round(known.area))}{HARD_BLANK}m²")
    return ", ".join(part for part in parts if part)


def _cadastral(farm_and_title: str, text: Text) -> str:
    farm, slash, title = farm_and_title.partition("/")
    if not slash:
        return ""
    return text.passage("cadastral", farm=farm.strip(), title=title.strip())


def joined(names: tuple[str, ...]) -> str:
    """«Lill, Per og Kari»."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} og {names[-1]}"
