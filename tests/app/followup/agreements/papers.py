"""A cooperation agreement with every part, in both languages."""

from dataclasses import replace
from datetime import date

from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.followup.agreements.model import AgreementDraft, AgreementPaper
from app.followup.agreements.prints import cooperation_agreement
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

TODAY = date(2026, 11, 23)
DRAFT = AgreementDraft(
    purpose="Du vil ha ro hjemme og orden på post og regninger.",
    we_do="Vi går gjennom posten sammen.\nVi blir med til Nav når du vil.",
    person_does="Du tar vare på posten til vi kommer.\nDu sier fra når en dag ikke passer.",
    visits="Hver tirsdag klokka 10, fram til påske.",
    visited_by="Siri Testmo, eller Ola Vik når Siri er borte",
    contact_name="Siri Testmo",
    contact_phone="55 55 33 39",
    if_broken="Siri ringer, og vi finner en ny dag.",
    evaluation_on=date(2027, 3, 1),
)


def paper(language: Language = Language.NB, **changes: object) -> AgreementPaper:
    """Ready to be signed."""
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", (), ISSUED, language)
    consents = ("snakke med Nav til og med 1. juni 2027",)
    made = AgreementPaper(DRAFT, sender, "SA-2026-1", "Jonas Bakkerud", consents)
    return replace(made, **changes)  # type: ignore[arg-type]  # the paper's own fields


def printed(language: Language = Language.NB, **changes: object) -> Document:
    """As it is printed."""
    text = load_text("cooperation_agreement", language.value, TODAY)
    return cooperation_agreement(paper(language, **changes), text)
