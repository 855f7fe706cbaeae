"""What the list of the homeless shows."""

from app.core.text import plural
from app.overview.homeless.model import Homeless
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import capital, day, named, title_word, word


def checked_chip(each: Homeless) -> Chip:
    """What week 48 has found."""
    if each.checked is None:
        return Chip(ChipKind.WAITING, "Ikke bekreftet")
    if each.checked:
        return Chip(ChipKind.OK, "Bekreftet")
    return Chip(ChipKind.NO, "Telles ikke")


def lacking(each: Homeless) -> str:
    """How many of the questions have no answer."""
    count = each.profile.unknown
    return plural(count, "svar mangler", "svar mangler") if count else "Alle svar"


def _family(each: Homeless) -> str:
    children = plural(each.children, "barn", "barn")
    return f"Med {children}" if each.children else title_word(each.family)


PEOPLE: tuple[Column[Homeless], ...] = (
    Column(
        "name",
        "Navn",
        lambda each: named(each.name),
        second=lambda each: (
            "" if each.protection is AddressProtection.NONE else title_word(each.protection)
        ),
        strong=True,
        stretch=True,
        fit=True,
        width=170,
    ),
    Column("place", "Oppholder seg", lambda each: title_word(each.place), width=220),
    Column(
        "since",
        "Siden",
        lambda each: day(each.since),
        second=lambda each: title_word(each.length),
        value=lambda each: each.since,
        sort=lambda each: each.since.toordinal(),
        align=Align.RIGHT,
        width=150,
    ),
    Column("family", "Husstand", _family, width=120, spare=2),
    Column(
        "sources",
        "Vi vet det fra",
        lambda each: capital(", ".join(word(source) for source in each.sources)),
        width=170,
        spare=1,
    ),
    Column(
        "profile",
        "Opplysninger",
        lacking,
        sort=lambda each: each.profile.unknown,
        width=130,
        spare=3,
    ),
    Column("checked", "Uke 48", lambda each: checked_chip(each).text, chip=checked_chip, width=140),
)
