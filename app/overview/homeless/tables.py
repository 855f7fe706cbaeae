"""The count of the homeless in tables, without names. Pure (REP-04, REP-05, B16).

Where they stay is crossed with their families, and drugs with mental illness; all other tables
share nothing but the sum, so that small numbers can be held back in each of them.
"""

from app.core.ids import Ref
from app.overview.homeless.model import (
    AgeGroup,
    BornIn,
    Homeless,
    HomelessCount,
    HomelessFamily,
    HomelessIncome,
    HomelessLength,
    MentalIllness,
    PlaceOfStay,
    Sex,
    YesNo,
)
from app.overview.return_tables.model import ReturnTables, TableHead
from app.overview.return_tables.rules import crossed, line
from app.overview.snapshots.model import ReturnKind


def tables(count: HomelessCount) -> ReturnTables:
    """All that the national count asks for, of those without a home on the day."""
    people, head = count.people, TableHead
    return ReturnTables(
        ReturnKind.HOMELESS,
        count.day,
        count.day,
        (
            crossed(
                head.HOMELESS_PLACE,
                PlaceOfStay,
                tuple(HomelessFamily),
                people,
                lambda each: (each.place, each.family),
                _ref,
            ),
            line(head.HOMELESS_SEX, Sex, people, lambda each: each.profile.sex, _ref),
            line(head.HOMELESS_AGE, AgeGroup, people, lambda each: each.age, _ref),
            line(head.HOMELESS_INCOME, HomelessIncome, people, lambda p: p.profile.income, _ref),
            line(head.HOMELESS_BORN, BornIn, people, lambda each: each.profile.born_in, _ref),
            crossed(
                head.HOMELESS_HEALTH,
                YesNo,
                tuple(MentalIllness),
                people,
                lambda each: (each.profile.drugs, MentalIllness(each.profile.mental.value)),
                _ref,
            ),
            line(head.HOMELESS_EVICTED, YesNo, people, lambda each: each.profile.evicted, _ref),
            line(head.HOMELESS_LENGTH, HomelessLength, people, lambda each: each.length, _ref),
            line(head.HOMELESS_BEFORE, YesNo, people, lambda each: each.profile.before, _ref),
        ),
    )


def _ref(each: Homeless) -> Ref:
    return Ref("person", each.person)
