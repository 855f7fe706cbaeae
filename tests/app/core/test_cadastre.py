"""What the cadastre calls a place is read and written."""

import pytest

from app.core.cadastre import CadastralId, parse_cadastral_id, parse_unit_number


@pytest.mark.parametrize(
    ("text", "cadastral", "written"),
    [
        ("3401-61/12/0/3", CadastralId("3401", 61, 12, 0, 3), "3401-61/12/0/3"),
        ("3401-61/12", CadastralId("3401", 61, 12), "3401-61/12"),
        ("0301 - 61/12/4/0", CadastralId("0301", 61, 12, 4), "0301-61/12/4"),
        ("3401-61/12//3", CadastralId("3401", 61, 12, 0, 3), "3401-61/12/0/3"),
    ],
)
def test_a_cadastral_id_is_read_and_written(
    text: str, cadastral: CadastralId, written: str
) -> None:
    assert parse_cadastral_id(text) == cadastral
    assert str(cadastral) == written


def test_a_unit_number_is_kept_in_capitals() -> None:
    assert parse_unit_number(" h0101 ") == "H0101"
