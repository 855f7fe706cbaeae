"""«Saksframstilling» of an office that writes nynorsk has no word of bokmål of ours."""

from dataclasses import replace
from datetime import datetime
from enum import Enum

import page

from app.core import words
from app.core.text import Language
from app.debt.model import AdviceStage, RequestState
from app.debt.waiting.model import DebtNext
from app.decisions.model import VedtakKind, VedtakResult
from app.documents.render import render
from app.evictions.model import EvictionStage, ForcedSaleStage
from app.followup.levels.model import HelpLevel
from app.leases.model import LeaseState
from app.office import Office
from app.overview.household.model import Happened
from app.overview.household.prints import AccountPaper, case_account
from app.overview.household.story_store import EVERY
from app.people.consents.model import ConsentScope
from app.people.model import Role
from tests.app.documents import reading
from tests.app.overview.household.desk import HouseholdDesk

NN = Language.NN
OF_THE_HEAD: set[type[Enum]] = {
    AdviceStage,
    ConsentScope,
    DebtNext,
    EvictionStage,
    ForcedSaleStage,
    Happened,
    HelpLevel,
    LeaseState,
    RequestState,
    Role,
    VedtakKind,
    VedtakResult,
}


def test_every_code_that_can_come_on_it_has_its_word_in_both() -> None:
    kinds = OF_THE_HEAD | {kind for part in EVERY for kind in (*part.states, *part.more)}
    lacking = [
        member
        for kind in kinds
        for member in kind
        if words.has_word(member) and not words.has_word(member, NN.value)
    ]
    assert lacking == []


def test_it_is_in_the_language_of_the_office(office: Office) -> None:
    desk = HouseholdDesk(office)
    desk.everything()
    now: datetime = office.clock.now()
    profile = replace(office.settings.profile, language=NN)
    text = office.settings.text("case_account", NN, now.date())
    paper = AccountPaper(profile, now, office.household_view.of(desk.person))
    data = render(case_account(paper, text))
    said = f" {' '.join(reading.text(data).split())} "
    for bokmal in (" ikke ", " Hva ", " leietaker", " Leieforhold", " vedtaket ble ", " bolig "):
        assert bokmal not in said, bokmal
    assert "Kva som har skjedd" in said
    assert "Leigeforhold byrja" in said
    for form in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=form)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
