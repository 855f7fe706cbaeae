"""What comes in wrong about unpaid rent and evictions is said in words, and nothing is lost."""

import re
from datetime import date, timedelta

import pytest

from app.arrears.accounts.model import ChargeDraft, PaymentDraft
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import EvictionCaseId
from app.core.money import kroner
from app.core.numbers import make_kid
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import SentBefore
from app.office import Office
from app.transfer.model import FindingKind
from tests.app.arrears.desk import tenancy
from tests.app.evictions.desk import a_message
from tests.app.transfer.tenants import a_list, check, line, take_in, tenants
from tests.factories import a_person
from ui.labels import message, problem

OCTOBER = {"due": "20.10.2026", "claim": "8200", "what": "leie"}
NOVEMBER = {"due": "20.11.2026", "claim": "8200", "what": "leie"}


def plain(words: str) -> str:
    """What is shown: whole sentences, and no code, rule name or gap in it."""
    assert words.endswith("."), words
    assert words[0].isupper(), words
    assert not re.search(r"[a-z]+_[a-z]+|[{}]|[A-Z]{2,}-\d", words), words
    return words


def told(refused: Invalid) -> str:
    (only,) = refused.problems
    return plain(problem(only))


def test_a_payment_twice_is_asked_and_nothing_is_entered(office: Office) -> None:
    lease = tenancy(office)
    paid = PaymentDraft(date(2026, 11, 20), kroner(8000), reference="F-1")
    office.arrears.add_payment(lease, paid)
    with pytest.raises(Invalid) as refused:
        office.arrears.add_payment(lease, paid)
    assert "Kryss av hvis det er betalt to ganger" in told(refused.value)
    assert len(office.arrears.account(lease).payments) == 1


def test_a_list_for_the_wrong_biller_takes_nothing_in(office: Office) -> None:
    three = tenants(office, 3)
    other = office.billers.add("Lia boligstiftelse")
    take_in(office, a_list(*(line(each, **OCTOBER) for each in three)), biller=other)
    checked = check(office, a_list(*(line(each, **NOVEMBER) for each in three)))
    with pytest.raises(OfficeError) as refused:
        office.transfer.take_in(checked)
    words = plain(message(refused.value))
    assert "Lia boligstiftelse" in words
    assert "Ingenting er hentet inn" in words, "what is safe"
    assert "Bytt innkrever" in words, "what to do"
    assert len(office.arrears.account(three[0].lease).charges) == 1


def test_a_kid_of_nobody_waits_with_words_and_the_rest_goes_in(office: Office) -> None:
    (ada,) = tenants(office, 1)
    checked = check(
        office, a_list(line(ada, **OCTOBER), line(kid=make_kid("987654321"), **OCTOBER))
    )
    (found,) = checked.findings
    assert (found.code, found.kind) == ("kid_of_nobody", FindingKind.ERROR)
    assert office.transfer.take_in(checked).claims == 1


def test_a_due_day_in_a_holiday_is_told_with_the_day_it_can_be_paid(office: Office) -> None:
    lease = tenancy(office)
    christmas = ChargeDraft(due_on=date(2026, 12, 25), amount=kroner(8000), month="2026-12")
    (only,) = office.arrears.check_charge(lease, christmas)
    assert not only.blocks
    assert "Betaling til og med 28.12.2026 er i tide" in plain(problem(only))
    office.arrears.add_charge(lease, christmas)
    assert office.arrears.owed(lease, date(2026, 12, 28)).total == 0
    assert office.arrears.owed(lease, date(2026, 12, 29)).total == kroner(8000)


def test_a_notice_dated_before_its_debt_is_refused_with_the_day_of_the_debt(
    office: Office,
) -> None:
    lease, due = tenancy(office), date(2026, 11, 2)
    office.arrears.add_charge(lease, ChargeDraft(due_on=due, amount=kroner(8000), month="2026-11"))
    early = SentBefore(
        EnforcementGround.UNPAID_RENT, due - timedelta(days=1), due, kroner(8000), "Eieren"
    )
    with pytest.raises(Invalid) as refused:
        office.home_track.note_sent_before(lease, early)
    assert "02.11.2026" in told(refused.value)
    assert office.home_track.of(lease).notice is None


def test_an_alert_for_one_not_in_the_register_says_so_and_takes_them_in_by_name(
    office: Office,
) -> None:
    with pytest.raises(Invalid) as refused:
        office.eviction_cases.receive(a_message(None))
    assert "skriv navnet til en som ikke er i registeret" in told(refused.value)
    fresh = a_person(national_id="", address=None)
    case = office.eviction_cases.receive(a_message(None, new_person=fresh))
    assert office.people.get(office.eviction_cases.get(case).person).family_name
    office.history.undo()
    with pytest.raises(NotFound):
        office.eviction_cases.get(EvictionCaseId(case))


def test_an_import_is_undone_as_one(office: Office) -> None:
    ada, bo = tenants(office, 2)
    paid = {"paid_on": "01.11.2026", "paid": "3000"}
    take_in(office, a_list(line(ada, **OCTOBER, **paid), line(bo, **OCTOBER)))
    office.history.undo()
    for each in (ada, bo):
        account = office.arrears.account(each.lease)
        assert (account.charges, account.payments) == ((), ())
    assert office.transfer.take_in(check(office, a_list(line(ada, **OCTOBER)))).claims == 1
