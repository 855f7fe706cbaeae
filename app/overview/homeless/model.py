"""The homeless as they are counted: one entry for each adult, without more than is asked."""

from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.overview.figures.model import Figure
from app.people.model import AddressProtection

WEEK = 48


class PlaceOfStay(StrEnum):
    """Where someone without a home stays (REP-04)."""

    OUTDOORS = "outdoors"
    NIGHT_SHELTER = "night_shelter"
    CRISIS_CENTRE = "crisis_centre"
    TEMPORARY_OFFER = "temporary_offer"
    PRISON = "prison"
    INSTITUTION = "institution"
    FRIENDS_OR_FAMILY = "friends_or_family"
    UNKNOWN = "unknown"


class HomelessSource(StrEnum):
    """How the register knows."""

    TOLD = "told"
    STAY = "stay"
    APPLICATION = "application"


class YesNo(StrEnum):
    """An answer to a question that not everyone has answered."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class MentalIllness(StrEnum):
    """The same answers as the columns of a table."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class HomelessIncome(StrEnum):
    """The main source of income, as the national count groups them (REP-05)."""

    SOCIAL_ASSISTANCE = "social_assistance"
    BENEFIT = "benefit"
    WORK = "work"
    OTHER = "other"
    UNKNOWN = "unknown"


class BornIn(StrEnum):
    """The part of the world someone was born in; no country, that few share."""

    NORWAY = "norway"
    EUROPE = "europe"
    AFRICA = "africa"
    ASIA = "asia"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """As it is told; a national number does not tell it (F10)."""

    WOMAN = "woman"
    MAN = "man"
    UNKNOWN = "unknown"


class AgeGroup(StrEnum):
    """Whole years on the day that is counted."""

    UNDER_25 = "under_25"
    FROM_25 = "from_25"
    FROM_35 = "from_35"
    FROM_45 = "from_45"
    FROM_55 = "from_55"
    FROM_67 = "from_67"
    UNKNOWN = "unknown"


class HomelessFamily(StrEnum):
    """Whom they are without a home with."""

    ALONE = "alone"
    COUPLE = "couple"
    WITH_CHILDREN = "with_children"


class HomelessLength(StrEnum):
    """For how long, in whole months passed."""

    UNDER_3_MONTHS = "under_3_months"
    UNDER_6_MONTHS = "under_6_months"
    UNDER_1_YEAR = "under_1_year"
    OVER_1_YEAR = "over_1_year"


@dataclass(frozen=True, slots=True)
class HomelessProfile:
    """What is asked about one person (REP-05); `homeless_since` where it is told by hand."""

    sex: Sex = Sex.UNKNOWN
    income: HomelessIncome = HomelessIncome.UNKNOWN
    born_in: BornIn = BornIn.UNKNOWN
    drugs: YesNo = field(default=YesNo.UNKNOWN, repr=False)
    mental: YesNo = field(default=YesNo.UNKNOWN, repr=False)
    evicted: YesNo = YesNo.UNKNOWN
    before: YesNo = YesNo.UNKNOWN
    homeless_since: date | None = None

    @property
    def unknown(self) -> int:
        """How many questions have no answer."""
        health = (self.drugs, self.mental)
        asked = (self.sex, self.income, self.born_in, *health, self.evicted, self.before)
        return sum(each.value == "unknown" for each in asked)


@dataclass(frozen=True, slots=True)
class Told:
    """What we were told of a person from a day."""

    person: PersonId
    since: date
    homeless: bool
    place: PlaceOfStay = PlaceOfStay.UNKNOWN


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in the register by which a person is without a home from a day."""

    person: PersonId
    since: date
    source: HomelessSource
    place: PlaceOfStay
    about: Ref
    children: int = 0
    drugs: YesNo = field(default=YesNo.UNKNOWN, repr=False)
    mental: YesNo = field(default=YesNo.UNKNOWN, repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class WhoFacts:
    """What is known of a person anyway."""

    name: str
    protection: AddressProtection
    born_on: date | None = None
    household: int | None = None
    adults: int = 1
    children: int = 0
    evicted: bool = False
    income: HomelessIncome = HomelessIncome.UNKNOWN


@dataclass(frozen=True, slots=True)
class Homeless:
    """One person without a home on a day. `checked` is what week 48 found; None: not asked yet.

    `about` are the cases by which the register knows it.
    """

    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection
    place: PlaceOfStay
    since: date
    sources: tuple[HomelessSource, ...]
    about: tuple[Ref, ...]
    age: AgeGroup
    family: HomelessFamily
    children: int
    household: int | None
    length: HomelessLength
    profile: HomelessProfile
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class HomelessCount:
    """Who is without a home on a day, each once.

    An estimate until every one of them is confirmed in the week 48 that the day lies in.
    `left_out` were found there to have a home, or no longer to belong to the count.
    """

    day: date
    people: tuple[Homeless, ...]
    left_out: tuple[Homeless, ...] = ()
    estimate: bool = True

    @property
    def total(self) -> Figure:
        """All of them, with the persons behind."""
        return Figure("homeless", tuple(Ref("person", each.person) for each in self.people))

    @property
    def confirmed(self) -> int:
        """How many are found in week 48."""
        return sum(each.checked is True for each in self.people)

    @property
    def children(self) -> int:
        """Children who are without a home with them, each household once."""
        by_household = {
            ("person", each.person) if each.household is None else ("home", each.household): (
                each.children
            )
            for each in self.people
        }
        return sum(by_household.values())


def week_of(year: int) -> tuple[date, date]:
    """Monday and Sunday of week 48 (REP-03)."""
    first = date.fromisocalendar(year, WEEK, 1)
    return first, first + timedelta(days=6)


def census_year(day: date) -> int | None:
    """The year whose week 48 a day lies in."""
    year, week, _ = day.isocalendar()
    return year if week == WEEK else None


def survey_year(year: int) -> bool:
    """Whether the national survey is done that year: every fourth, 2024, 2028 (REP-03)."""
    return year % 4 == 0
