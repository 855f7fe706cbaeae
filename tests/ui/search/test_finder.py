"""The box shows what is found in groups, and where Enter goes."""

from app.core.ids import Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from ui.kit.icons import Icon
from ui.navigation import PAGE_OF
from ui.pages import COMMANDS
from ui.search.finder import Finder


def found(office: Office, words: str) -> dict[str, list[tuple[object, str, str]]]:
    """What stands under each title that has rows."""
    groups = Finder(office, COMMANDS).groups(words)
    return {
        group.title: [(row.key, row.title, row.why) for row in group.rows]
        for group in groups
        if group.rows
    }


def test_a_name_brings_the_person_and_the_cases(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    groups = found(office, "kanarifugl")
    assert list(groups) == ["Personer", "Søknader", "Leieforhold"]
    assert groups["Søknader"] == [
        (Ref("application", desk.application), "Kari Kanarifugl", "S2026-001")
    ]
    assert groups["Leieforhold"] == [
        (Ref("lease", lease), "Kari Kanarifugl", "L2026-001 · Ødegårdsvegen 4, H0201")
    ]


def test_the_number_of_a_vedtak_leads_to_its_page(office: Office) -> None:
    vedtak = LeaseDesk(office).granted()
    ((key, title, why),) = found(office, "V2026-001")["Vedtak"]
    assert (key, title, why) == (Ref("vedtak", vedtak), "Kari Kanarifugl", "V2026-001")
    assert isinstance(key, Ref)
    assert key.kind in PAGE_OF


def test_a_protected_person_has_a_lock_and_no_address(office: Office) -> None:
    LeaseDesk(office, protection=AddressProtection.CONFIDENTIAL).prepared()
    rows = [row for group in Finder(office, ()).groups("kanarifugl") for row in group.rows]
    assert len(rows) == 3
    for row in rows:
        assert row.end_chip is not None
        assert row.end_chip.kind.icon is Icon.LOCK
        assert "vegen" not in f"{row.title}{row.why}"
