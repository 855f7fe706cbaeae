"""A sum as it is typed: kroner, and never other money by a guess."""

import pytest

from app.core.errors import OfficeError
from app.core.money import Ambiguous
from app.core.typed_sums import parse_sum


@pytest.mark.parametrize("text", ["1 200 EUR", "€ 1200", "900 usd", "1200 SEK", "50 pund"])
def test_other_money_than_kroner_is_refused(text: str) -> None:
    with pytest.raises(OfficeError) as stopped:
        parse_sum(text)
    assert stopped.value.code == "sum_other_currency"


def test_kroner_are_read_as_everywhere_else() -> None:
    assert parse_sum("kr 8 200,50") == 820_050
    with pytest.raises(Ambiguous):
        parse_sum("8.250")
