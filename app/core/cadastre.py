"""Matrikkelen: cadastral ids (ID-16) and unit numbers (ID-14)."""

import re

from app.core.errors import OfficeError
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class CadastralId:
    """Matrikkelnummer (ID-16); `lease_no` (festenr.) and `section_no` (seksjonsnr.) 0 if none."""

    municipality: str
    farm_no: int
    title_no: int
    lease_no: int = 0
    section_no: int = 0

    def __str__(self) -> str:
        """«3401-61/12/0/3», without the trailing parts that are none."""
        parts = [self.farm_no, self.title_no, self.lease_no, self.section_no]
        while len(parts) > 2 and parts[-1] == 0:
            parts.pop()
        return f"{self.municipality}-{'/'.join(map(str, parts))}"


_CADASTRAL = re.compile(
    r"([0-9]{4})\s*-\s*([0-9]{1,5})/([0-9]{1,4})(?:/([0-9]{0,4})(?:/([0-9]{0,3}))?)?"
)
_UNIT_NUMBER = re.compile(r"[LHUK](?!00)[0-9]{2}(?!00)[0-9]{2}")


def parse_cadastral_id(text: str) -> CadastralId:
    """Reads «3401-61/12/0/3». Raises OfficeError `cadastral_id_form`."""
    found = _CADASTRAL.fullmatch(text.strip())
    if found is None:
        raise OfficeError("cadastral_id_form")
    farm_no, title_no, lease_no, section_no = (int(part or 0) for part in found.groups()[1:])
    if farm_no == 0:
        raise OfficeError("cadastral_id_form")
    return CadastralId(found[1], farm_no, title_no, lease_no, section_no)


def parse_unit_number(text: str) -> str:
    """Reads a bruksenhetsnummer, «H0101» (ID-14). Raises OfficeError `unit_number_form`."""
    bare = "".join(text.split()).upper()
    if not _UNIT_NUMBER.fullmatch(bare):
        raise OfficeError("unit_number_form")
    return bare
