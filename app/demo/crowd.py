"""The people of the demo: synthetic numbers (month + 80), names by chance, none of them twice."""

from datetime import date, timedelta
from random import Random

from app.core.text import Language
from app.demo.names import ALONE, FAMILY, GIVEN
from app.people.model import Address, AddressProtection, PersonDraft

_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
ONE_WORD = 120
"""One of so many has a single name."""


class Crowd:
    """Makes persons, each new; the same ones for the same day."""

    def __init__(self, rng: Random, today: date) -> None:
        self._rng = rng
        self._today = today
        self._names: set[tuple[str, str]] = set()
        self._numbers: set[str] = set()
        self._given: list[str] = []
        self._family: list[str] = []
        self._alone: list[str] = []

    def adult(
        self,
        youngest: int = 18,
        oldest: int = 66,
        *,
        address: Address | None = None,
        protection: AddressProtection = AddressProtection.NONE,
    ) -> PersonDraft:
        """A grown person of an age between the two, in years."""
        given, family = self._name()
        return PersonDraft(
            given_name=given,
            family_name=family,
            national_id=self._number(self._born(youngest, oldest)),
            language=self._rng.choices((Language.NB, Language.NN), (9, 1))[0],
            address=address,
            protection=protection,
        )

    def child(self, family_name: str) -> PersonDraft:
        """A child under eighteen with that family name."""
        given = self._rng.choice(GIVEN)
        return PersonDraft(given, family_name, self._number(self._born(0, 16)))

    def _name(self) -> tuple[str, str]:
        """Dealt from shuffled names, so that all of them come before any comes again."""
        while True:
            name = (self._deal(self._given, GIVEN), self._deal(self._family, FAMILY))
            if len(self._names) % ONE_WORD == ONE_WORD - 1:
                name = ("", self._deal(self._alone, ALONE))
            if name not in self._names:
                self._names.add(name)
                return name

    def _deal(self, deck: list[str], names: tuple[str, ...]) -> str:
        if not deck:
            deck.extend(self._rng.sample(names, len(names)))
        return deck.pop()

    def _born(self, youngest: int, oldest: int) -> date:
        days = self._rng.randint(youngest * 366 + 60, oldest * 365)
        return self._today - timedelta(days=days)

    def _number(self, born: date) -> str:
        while True:
            number = synthetic_number(born, self._rng.randrange(400))
            if number is not None and number not in self._numbers:
                self._numbers.add(number)
                return number


def synthetic_number(born: date, serial: int) -> str | None:
    """A fødselsnummer that nobody can have (ID-01); None where no check digits exist (ID-05)."""
    first = 500 if born.year >= 2000 else 0
    digits = f"{born:%d}{born.month + 80:02}{born:%y}{first + serial:03}"
    for weights in (_K1, _K2):
        total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
        check = -total % 11
        if check == 10:
            return None
        digits += str(check)
    return digits
