"""Leases for the tests of rules and prints: everything filled, in both languages."""

from dataclasses import replace
from datetime import date

from app.core.ids import DwellingId, PersonId
from app.core.money import kroner
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.dwellings.model import Dwelling, DwellingStatus
from app.leases.model import LeaseDraft, LeaseFacts, LeasePaper
from app.leases.prepare import kid_of, periods_on
from app.leases.prints import lease_document
from app.settings.rule_files import load_parameters
from tests.app.decisions.desk import CONDITIONS
from tests.app.decisions.letters import ISSUED
from tests.factories import a_dwelling, a_profile

PARAMETERS = load_parameters()
SIGNING = date(2026, 11, 23)
FACTS = LeaseFacts(SIGNING, office_account="12345678903")


def a_lease(**changes: object) -> LeaseDraft:
    """Three years with a guarantee, as § 11-1 has it; breaks no rule."""
    draft = LeaseDraft(
        dwelling=DwellingId(1),
        tenant=PersonId(1),
        start=date(2026, 12, 1),
        end=date(2029, 11, 30),
        rent=kroner(8200),
        account="12345678903",
        kid=kid_of(2026, 1),
        guarantee=kroner(24600),
        guarantor="Nav",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def a_paper(draft: LeaseDraft, language: Language = Language.NB, **changes: object) -> LeasePaper:
    """A lease with all that stands around it."""
    known = a_dwelling()
    whose = Dwelling(
        DwellingId(1), known, DwellingStatus.READY, date(2026, 10, 1), known.rent, None, None
    )
    paper = LeasePaper(
        number="L2026-001",
        draft=draft,
        sender=LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", (), ISSUED, language),
        tenant_name="Kari Kanarifugl",
        tenant_born=date(1985, 8, 15),
        dwelling=whose,
        household=("Lill Kanarifugl", "Per Kanarifugl"),
        vedtak_number="V2026-001",
        conditions=CONDITIONS,
        periods=periods_on(PARAMETERS, draft.kind, SIGNING),
    )
    return replace(paper, **changes)  # type: ignore[arg-type]  # the paper's own fields


def printed(paper: LeasePaper) -> Document:
    """The document, with the text of its day."""
    return lease_document(paper, load_text("lease", paper.sender.language.value, SIGNING))
