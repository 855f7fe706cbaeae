"""KOSTRA 13 of an office that writes nynorsk: all but the lines, which stand as in the form."""

from dataclasses import replace
from datetime import date

import page

from app.applications.model import TargetGroup
from app.core import words
from app.core.text import Language
from app.documents.render import render
from app.office import Office
from app.overview.kostra.line_file import load_table
from app.overview.kostra.model import (
    KostraLine,
    KostraQuery,
    KostraShare,
    LineFault,
    ShareFault,
    ShareKind,
)
from app.overview.kostra.wording import share_told
from tests.app.documents import reading
from tests.app.overview.kostra.test_service import FIRST, LAST, home
from tests.nynorsk import bokmal_in, lacking

NN = Language.NN


def test_every_word_and_explanation_of_it_is_in_both() -> None:
    assert lacking([KostraQuery, ShareKind, ShareFault, LineFault, TargetGroup]) == []
    for each in (*KostraQuery, *ShareFault):
        assert bool(words.explanation(each)) == bool(words.explanation(each, NN.value)), each
        assert not bokmal_in(words.explanation(each, NN.value)), each


def test_what_stands_behind_a_share_is_in_nynorsk_whatever_it_lacks() -> None:
    for fault in (None, *ShareFault):
        for kind in ShareKind:
            for tenths in (None, 12):
                share = KostraShare(kind, tenths, 3, 9, fault, date(2025, 12, 31))
                assert not bokmal_in(share_told(share, NN)), share


def test_the_form_is_in_the_language_of_the_office(office: Office) -> None:
    home(office, "Lia")
    profile = replace(office.settings.profile, language=NN)
    office.settings.change_profile(profile)
    for number, query in enumerate(("applied_new/refugee+none", ""), start=90):
        office.kostra.set_line(KostraLine(str(number), "Prøve", query, 2020, source="Test"))
    made = render(office.kostra.paper(FIRST, LAST))
    table = load_table()
    as_in_form = sorted(
        (*(each.words for each in table.lines), *(said for _, said in table.functions)),
        key=len,
        reverse=True,
    )
    told = reading.text(made)
    own = (*as_in_form, profile.name, profile.email)
    assert bokmal_in(told, *own) == set()
    said = " ".join(told.split())
    assert "Orda på linjene og funksjonane er på bokmål" in said
    assert "flyktning, utan gruppe" in said
    assert "Blir fylt ut for hand" in said
    for form in ("2a", "ua1"):
        assert page.validate_pdf_bytes(made, profile=form).is_compliant


def test_the_screen_stays_in_bokmal(office: Office) -> None:
    home(office, "Lia")
    office.settings.change_profile(replace(office.settings.profile, language=NN))
    office.kostra.paper(FIRST, LAST)
    assert office.kostra.of(FIRST, LAST).lines[1].says == "Boliger kommunen eier"
