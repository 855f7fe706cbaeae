"""What is agreed on a tenancy that owes rent."""

from datetime import date

from app.arrears.instalments.model import InstalmentDraft
from tests.app.arrears.desk import RENT


def two_parts(first: date) -> InstalmentDraft:
    """All of one month's rent, in two parts."""
    return InstalmentDraft(RENT, first, count=2, agreed_by="Kari Testdal")
