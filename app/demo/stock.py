"""The demo's dwellings: Kongsvinger's 341 of 2012, moved to invented streets."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from app.core.money import Ore, kroner
from app.core.records import dataclass
from app.dwellings.model import DwellingDraft, DwellingStatus, DwellingType, Holding, OwnerKind

HEALTH, NAV = "Tildelingsteam helse", "Nav"
FOUNDATION, COMPANY = "Lia boligstiftelse", "Lia eiendom KF"
POSTAL_CODE, PLACE, MUNICIPALITY = "9999", "Lia", "9999"
FOR_SALE = "skal selges"


@dataclass(frozen=True, slots=True)
class House:
    """Flats at one address, who allocates them and whose they are."""

    street: str
    number: int
    flats: int
    bedrooms: tuple[int, ...]
    allocator: str = NAV
    owner: str = FOUNDATION
    care: bool = False
    staffed: bool = False
    for_sale: bool = False


def _care(street: str, number: int, flats: int, *, staffed: bool = False) -> House:
    return House(street, number, flats, (1, 1, 2), HEALTH, care=True, staffed=staffed)


HOUSES = (
    _care("Solsvingen", 2, 36, staffed=True),
    _care("Granlia", 11, 32, staffed=True),
    _care("Elvebredden", 5, 28),
    _care("Bjørkelia", 14, 24),
    _care("Prestegårdsjordet", 7, 20, staffed=True),
    _care("Øvre Torvgate", 1, 18),
    _care("Sæterlia", 30, 16),
    House("Fredheimvegen", 9, 10, (1,), HEALTH, staffed=True),
    House("Åsgata", 22, 8, (1, 2), HEALTH),
    House("Skomakervegen", 43, 23, (1, 1, 2)),
    House("Kvernbakken", 3, 16, (1, 2, 2, 3)),
    House("Ødegårdsvegen", 4, 12, (2, 2, 3)),
    House("Torvvegen", 18, 10, (1, 2)),
    House("Måltrostvegen", 6, 8, (3, 3, 4)),
    House("Brugata", 27, 12, (1, 2)),
    House("Nordre Åsen", 15, 8, (2, 3)),
    House("Hvitveisvegen", 1, 6, (3, 4)),
    House("Jernbanegata", 8, 10, (1, 1, 2)),
    House("Kirkebakken", 12, 6, (2, 3)),
    House("Sagbruksvegen", 33, 7, (2, 3)),
    House("Lensmannssvingen", 5, 6, (1, 2)),
    House("Gamlevegen", 71, 4, (3,), for_sale=True),
    House("Heberlia", 10, 12, (1, 2, 3), owner=COMPANY),
    House("Hovjordet", 2, 9, (2, 3, 4), owner=COMPANY),
)
START = 45
"""Days before the demo's day on which the register was made and the old lists taken over."""
VACANT, NAVS_VACANT = 14, 8
# Status, why, and for how many days
OUT_OF_USE = (
    *((DwellingStatus.MAINTENANCE, "Pusses opp etter utflytting.", 12 + 9 * n) for n in range(9)),
    *((DwellingStatus.UNAVAILABLE, "Vannskade, venter på takst.", 20 + 31 * n) for n in range(3)),
)


def stock(rng: Random, today: date) -> tuple[DwellingDraft, ...]:
    """All 341, each with the status it has when nobody's lease holds it."""
    drafts = [draft for house in HOUSES for draft in _flats(house, rng, today)]
    return tuple(drafts)


def _flats(house: House, rng: Random, today: date) -> Iterator[DwellingDraft]:
    foundation = house.owner == FOUNDATION
    for flat in range(house.flats):
        bedrooms = house.bedrooms[flat % len(house.bedrooms)]
        yield DwellingDraft(
            street=house.street,
            house_number=str(house.number),
            unit_number=f"H{flat // 6 + 1:02}{flat % 6 + 1:02}",
            postal_code=POSTAL_CODE,
            postal_place=PLACE,
            municipality_number=MUNICIPALITY,
            farm_and_title=f"{100 + house.number}/{len(house.street)}",
            dwelling_type=DwellingType.CARE if house.care else DwellingType.ORDINARY,
            holding=(
                Holding.LEASED_IN_FOUNDATION if foundation else Holding.LEASED_IN_MUNICIPAL_COMPANY
            ),
            area=float(26 + 14 * bedrooms + rng.randrange(9)),
            bedrooms=bedrooms,
            rent=_rent(bedrooms, rng),
            accessible=house.care and flat < 6,
            for_disadvantaged=True,
            staffed=house.staffed,
            status=DwellingStatus.UNAVAILABLE if house.for_sale else DwellingStatus.READY,
            status_since=today - timedelta(days=rng.randrange(1400, 4000)),
            owner_name=house.owner,
            owner_kind=OwnerKind.FOUNDATION if foundation else OwnerKind.MUNICIPAL_COMPANY,
            allocator=house.allocator,
            note=FOR_SALE if house.for_sale else "",
        )


def _rent(bedrooms: int, rng: Random) -> Ore:
    return kroner(5400 + 1450 * bedrooms + 50 * rng.randrange(12))
