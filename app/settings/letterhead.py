"""The head of every paper of the office. Pure."""

from app.core.text import HARD_BLANK
from app.documents.model import Letterhead
from app.settings.model import OfficeProfile


def letterhead(office: OfficeProfile) -> Letterhead:
    """The head of a paper of this office."""
    place = f"{office.postal_code} {office.postal_place}".strip()
    address = ", ".join(part for part in (office.address, place) if part)
    return Letterhead(
        municipality=office.municipality,
        office=office.name,
        address=(address,) if address else (),
        phone=telephone(office.phone),
        email=office.email,
        web=office.web,
    )


def telephone(number: str) -> str:
    """A telephone number whose parts stay on one line."""
    return HARD_BLANK.join(number.split())
