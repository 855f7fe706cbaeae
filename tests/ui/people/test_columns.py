"""What the list of persons shows of one the register knows by number alone."""

from app.office import Office
from app.people.model import PersonDraft
from tests.factories import CANARY_NUMBER
from ui.people.columns import COLUMNS


def test_a_tenant_that_a_sheet_knew_by_number_alone_is_said_to_lack_a_name(office: Office) -> None:
    office.people.register(PersonDraft(national_id=CANARY_NUMBER, to_check="name_missing"))
    (row,) = office.people.rows()
    shown = {column.key: column.text(row) for column in COLUMNS}
    assert shown["name"] == "Navn mangler"
