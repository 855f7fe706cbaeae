"""The parts of a rule set that are lists: rows of a form, and the values they stand for."""

from collections.abc import Iterable
from decimal import Decimal

from app.allocation.rulesets.model import IncomeCap, LeaseTerm, NeedPoints, RoomNorm
from app.applications.model import NeedCategory, TargetGroup
from app.core.money import Ore
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import MoneyField, NumberField, TextField
from ui.kit.rows_field import RowsField
from ui.labels import problem, title_word

Rows = tuple[dict[str, object], ...]


def caps_field() -> RowsField:
    """The most a household of 1, 2, 3 … may have in a year, in G or in kroner."""

    def make() -> tuple[tuple[TextField | NumberField | MoneyField, ...], ...]:
        return (
            (
                NumberField("persons", "Personer", most=20, width=110),
                TextField("in_g", "Grense i G", optional=True, width=130),
                MoneyField("kroner", "Grense i kroner i året", optional=True),
            ),
        )

    return RowsField("income_caps", "grense", make, ("persons",), words=problem)


def norm_field() -> RowsField:
    """Fewest and most bedrooms for a household of 1, 2, 3 …"""

    def make() -> tuple[tuple[NumberField, ...], ...]:
        return (
            (
                NumberField("persons", "Personer", most=20, width=110),
                NumberField("least", "Færrest soverom", most=20, width=140),
                NumberField("most", "Flest soverom", most=20, width=140),
            ),
        )

    return RowsField("size_norm", "husstandsstørrelse", make, ("persons",), words=problem)


def terms_field() -> RowsField:
    """How long a lease lasts, by group; the row without a group holds for all others."""
    groups = [(each, title_word(each)) for each in TargetGroup]

    def make() -> tuple[tuple[ChoiceField | NumberField, ...], ...]:
        return (
            (
                ChoiceField("group", "Gruppe", groups, optional=True, prompt="Alle andre"),
                NumberField("first_months", "Måneder første gang", most=120, width=160),
                NumberField("renewal_months", "Måneder ved forlengelse", most=120, width=180),
            ),
        )

    return RowsField("lease_terms", "leietid", make, ("first_months",), words=problem)


def points_field() -> RowsField:
    """Points of each need, where points are an aid."""
    needs = [(each, f"{each.code} {title_word(each)}") for each in NeedCategory]

    def make() -> tuple[tuple[ChoiceField | NumberField, ...], ...]:
        points = NumberField("points", "Poeng", most=100, width=110)
        return ((ChoiceField("need", "Behov", needs), points),)

    return RowsField("points", "behov med poeng", make, ("need",), words=problem)


# from a rule set to rows, and back


def cap_rows(caps: Iterable[IncomeCap]) -> Rows:
    """As the form holds them."""
    return tuple(
        {
            "persons": cap.persons,
            "in_g": None if cap.in_g is None else str(cap.in_g).replace(".", ","),
            "kroner": cap.kroner,
        }
        for cap in caps
    )


def caps_of(rows: Iterable[dict[str, object]]) -> tuple[IncomeCap, ...]:
    """What the rows say; a number of G that is none is left for the check to tell."""
    return tuple(
        IncomeCap(_whole(row["persons"]), _decimal(row["in_g"]), _ore(row["kroner"]))
        for row in rows
    )


def norm_rows(norms: Iterable[RoomNorm]) -> Rows:
    """As the form holds them."""
    return tuple({"persons": n.persons, "least": n.least, "most": n.most} for n in norms)


def norms_of(rows: Iterable[dict[str, object]]) -> tuple[RoomNorm, ...]:
    """What the rows say."""
    return tuple(
        RoomNorm(_whole(row["persons"]), _whole(row["least"]), _whole(row["most"])) for row in rows
    )


def term_rows(terms: Iterable[LeaseTerm]) -> Rows:
    """As the form holds them."""
    return tuple(
        {
            "group": term.group,
            "first_months": term.first_months,
            "renewal_months": term.renewal_months,
        }
        for term in terms
    )


def terms_of(rows: Iterable[dict[str, object]]) -> tuple[LeaseTerm, ...]:
    """What the rows say; a renewal that is not said is as long as the first."""
    return tuple(
        LeaseTerm(
            group if isinstance(group := row["group"], TargetGroup) else None,
            _whole(row["first_months"]),
            _whole(row["renewal_months"] or row["first_months"]),
        )
        for row in rows
    )


def point_rows(points: Iterable[NeedPoints]) -> Rows:
    """As the form holds them."""
    return tuple({"need": each.need, "points": each.points} for each in points)


def points_of(rows: Iterable[dict[str, object]]) -> tuple[NeedPoints, ...]:
    """What the rows say."""
    return tuple(
        NeedPoints(need, _whole(row["points"]))
        for row in rows
        if isinstance(need := row["need"], NeedCategory)
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _ore(value: object) -> Ore | None:
    return Ore(value) if isinstance(value, int) else None


def _decimal(value: object) -> Decimal | None:
    digits = str(value or "").strip().replace(",", ".")
    whole, _, part = digits.partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()):
        return None
    return Decimal(digits)
