"""Service units: ready from the start, and the municipality's to rename, add and close (C5)."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.office import Office
from app.settings.units.model import ServiceUnitDraft


def test_those_of_the_field_are_there_in_both_languages(office: Office) -> None:
    units = office.service_units
    assert len(units.open()) == 15
    assert units.ours().code == "housing_office"
    home = next(each for each in units.all() if each.code == "home_services")
    assert home.name() == "hjemmebaserte tjenester"
    assert home.name(Language.NN) == "heimebaserte tenester"


def test_one_more_is_added_renamed_and_closed_from_a_day(office: Office) -> None:
    units, today = office.service_units, office.clock.today()
    made = units.add(ServiceUnitDraft("Frivilligsentralen", phone="55 55 01 01"))
    units.change(made, ServiceUnitDraft("Frivilligsentralen i Lia"))
    assert units.get(made).name(Language.NN) == "Frivilligsentralen i Lia"
    units.close(made, today + timedelta(days=1))
    assert made in {each.id for each in units.open(today)}
    assert made not in {each.id for each in units.open(today + timedelta(days=1))}
    units.open_again(made)
    assert made in {each.id for each in units.open(date(2040, 1, 1))}


@pytest.mark.parametrize(
    ("name", "code"), [(" ", "service_unit_name_missing"), ("nav", "service_unit_name_taken")]
)
def test_a_name_is_there_and_is_its_own(office: Office, name: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        office.service_units.add(ServiceUnitDraft(name))
    assert [(each.field, each.code) for each in caught.value.problems] == [("name", code)]
