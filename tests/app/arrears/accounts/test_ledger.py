"""The running balance ends in the balance, whatever was claimed, paid and withdrawn."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from app.arrears import rules
from app.arrears.accounts.ledger import ledger
from app.arrears.model import RentAccount
from app.core.money import kroner
from tests.app.arrears.ledger import claimed, paid
from tests.app.arrears.test_rules import accounts


def test_each_line_says_what_is_owed_after_it() -> None:
    gone = replace(claimed(2, date(2026, 3, 2), 38), withdrawn_on=date(2026, 3, 9))
    account = RentAccount(
        (claimed(1, date(2026, 3, 2), 8000), gone),
        (paid(1, date(2026, 3, 2), 3000), paid(2, date(2026, 3, 5), 6000)),
    )
    lines = ledger(account)
    assert [each.balance for each in lines] == [
        kroner(8000),
        kroner(8000),
        kroner(5000),
        kroner(-1000),
    ]
    assert [each.stands for each in lines] == [True, False, True, True]


@given(accounts())
def test_the_last_line_is_the_balance(account: RentAccount) -> None:
    lines = ledger(account)
    assert (lines[-1].balance if lines else 0) == rules.balance(account)
    assert [each.day for each in lines] == sorted(each.day for each in lines)
