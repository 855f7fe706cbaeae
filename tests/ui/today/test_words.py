"""What a gjøremål says: who, why, which paragraph; and which days make a week."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from ui.kit.chips import chip_width
from ui.kit.rows import Shape, first_width, places
from ui.today.words import (
    grounds_of,
    grouped,
    row_of,
    short_basis,
    summary,
    title_of,
    week_of,
    why_of,
)

TODAY = date(2026, 11, 23)


def an_alert(**changes: object) -> Alert:
    """A lease that has ended, its last safe day moved from a Sunday to the Friday before."""
    facts: dict[str, object] = {
        "id": AlertId.LEASE_ENDED,
        "urgency": Urgency.NOW,
        "case": Ref("lease", 3),
        "since": date(2026, 9, 6),
        "due": date(2026, 12, 4),
        "counted_day": date(2026, 12, 6),
        "basis": "husleieloven § 9-2 tredje ledd",
        "why": Reason.LEASE_ENDED,
        "act": Act.SEND_MOVE_OUT_REQUEST,
        "name": "Aud Testnes",
        "place": "Demovegen 3",
        "facts": (("end_on", date(2026, 9, 6)),),
    }
    return Alert(**(facts | changes))  # type: ignore[arg-type]  # the alert's own fields


def test_a_row_says_who_why_by_when_and_what_to_press() -> None:
    row = row_of(an_alert(), TODAY)
    assert row.title == "Demovegen 3: leietiden er ute"
    assert row.why.startswith("Gikk ut 6. september.")
    assert (row.when, row.how_long) == ("fre.\u00a04.\u00a0des.", "om 11\u00a0dager")
    assert row.paragraph == "husleiel. §\u00a09-2"
    assert row.action == "Skriv brevet"


@pytest.mark.parametrize("urgency", list(Urgency))
def test_no_chip_lies_over_the_title(qapp: QApplication, urgency: Urgency) -> None:
    del qapp  # letters are measured
    row = row_of(an_alert(urgency=urgency), TODAY)
    chip = row.chip
    assert chip is not None
    where = places(Shape.TODAY, 800, 0, 0, first_width(row, Shape.TODAY))
    assert chip_width(chip) <= where.words - where.left - 8


def test_a_moved_day_is_told() -> None:
    assert why_of(an_alert(), TODAY).endswith("Regnes til søn.\u00a06.\u00a0des.")
    same = an_alert(counted_day=date(2026, 12, 4))
    assert "Regnes" not in why_of(same, TODAY)


def test_the_grounds_are_since_when_by_when_both_days_and_the_rule() -> None:
    assert grounds_of(an_alert(), TODAY) == (
        "Siden søn.\u00a06.\u00a0sep.",
        "Senest fre.\u00a04.\u00a0des.",
        "Regnes til søn.\u00a06.\u00a0des.",
        "AL-04 husleieloven § 9-2 tredje ledd",
    )


def test_a_protected_tenant_is_named_without_a_place() -> None:
    assert title_of(an_alert(place=""), TODAY) == "Aud Testnes: leietiden er ute"


@pytest.mark.parametrize(
    ("reason", "title"),
    [
        (Reason.LETTER_UNSENT, "Vedtak V2026-001 er ikke sendt"),
        (Reason.LETTER_RETURNED, "Vedtak V2026-001 kom i retur"),
    ],
)
def test_a_letter_whose_reader_is_not_kept_has_its_number(reason: Reason, title: str) -> None:
    facts = (("kind", "vedtak"), ("number", "V2026-001"), ("issued_on", TODAY))
    assert title_of(an_alert(why=reason, name="", place="", facts=facts), TODAY) == title


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_title_and_a_sentence(reason: Reason) -> None:
    facts = (
        ("end_on", date(2026, 9, 6)),
        ("received_on", date(2026, 10, 20)),
        ("kind", "vedtak"),
        ("number", "V2026-001"),
        ("issued_on", date(2026, 11, 20)),
        ("copied_on", date(2026, 11, 2)),
        ("count", 3),
        ("level", 3),
        ("limit", 30),
        ("first", date(2027, 2, 28)),
        ("owner", "Demo utleie AS"),
        ("due", date(2027, 1, 1)),
        ("answer_by", date(2026, 11, 20)),
        ("until", date(2026, 11, 27)),
        ("since", date(2026, 11, 2)),
        ("last_day", date(2026, 10, 31)),
        ("keys_on", date(2026, 11, 3)),
        ("collect_by", date(2026, 11, 20)),
        ("told_on", date(2026, 11, 4)),
        ("from_day", date(2027, 1, 1)),
        ("decision", "Ring Nav"),
        ("held", date(2026, 11, 12)),
        ("who", "Mona Lie"),
        ("amount", "8 450 kr"),
        ("what", "answer"),
        ("clause", "husbanken_loan"),
        ("year", 2026),
        *(
            (name, date(2026, 11, 12))
            for name in (
                "told",
                "lapse_on",
                "before",
                "last",
                "reported_on",
                "ordered_on",
                "claimed_on",
            )
        ),
    )
    alert = an_alert(why=reason, facts=facts)
    words = f"{title_of(alert, TODAY)} {why_of(alert, TODAY)}"
    assert "{" not in words
    assert "–" not in words


@pytest.mark.parametrize(
    ("basis", "shown"),
    [
        ("forvaltningsloven § 11 a", "forvaltningsl. §\u00a011 a"),
        ("husleieloven § 9-2 tredje ledd", "husleiel. §\u00a09-2"),
        ("tvangsfullbyrdelsesloven § 13-6", "tvangsl. §\u00a013-6"),
        ("", ""),
    ],
)
def test_the_paragraph_is_short(basis: str, shown: str) -> None:
    assert short_basis(basis) == shown


def test_leases_that_end_and_have_ended_stand_in_one_group() -> None:
    ends = an_alert(id=AlertId.LEASE_ENDS, why=Reason.LEASE_ENDS, urgency=Urgency.SOON)
    groups = grouped([an_alert(), ends])
    assert list(groups) == ["Leieforhold som går ut"]
    assert summary([an_alert(), ends]) == "1 haster, 1 snart"
    assert summary([]) == "ingenting haster"


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 22)])
def test_a_week_is_monday_to_friday_and_a_weekend_looks_ahead(day: date) -> None:
    assert week_of(day)[0] == date(2026, 11, 23)
    assert week_of(day)[-1] == date(2026, 11, 27)


def test_a_tenant_without_a_name_leaves_no_hole_in_the_sentence() -> None:
    nameless = an_alert(why=Reason.LEASE_ENDS, name="")
    assert "om leietakeren får bli" in why_of(nameless, TODAY)
    assert title_of(an_alert(name="", place=""), TODAY) == "Et leieforhold: leietiden er ute"


def test_children_are_told_in_words_where_a_home_is_in_danger() -> None:
    facts = (("since", date(2026, 11, 16)), ("children", 2))
    told = an_alert(why=Reason.EVICTION_TOLD, counted_day=None, facts=facts)
    assert why_of(told, TODAY).startswith("Meldt 16. november. 2\u00a0barn bor her. Ring")
    alone = an_alert(why=Reason.EVICTION_TOLD, counted_day=None, facts=(facts[0], ("children", 0)))
    assert why_of(alone, TODAY).startswith("Meldt 16. november. Ring")
