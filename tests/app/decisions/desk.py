"""A desk with an applicant, a vacant flat and the services that decide."""

from dataclasses import replace
from datetime import date

from app.applications.model import ApplicationDraft
from app.core.ids import ApplicationId, DwellingId, PersonId, VedtakId
from app.decisions.model import (
    Condition,
    OtherMeans,
    RefusalGround,
    VedtakDraft,
    VedtakResult,
)
from app.office import Office
from tests.factories import a_dwelling, a_person


class Desk:
    """The services, a person who has applied and a dwelling that is ready."""

    def __init__(self, office: Office, **person: object) -> None:
        self.office = office
        self.letters = office.letters
        self.applications = office.applications
        self.allocation = office.allocation
        self.decisions = office.decisions
        self.dwelling: DwellingId = office.dwellings.register(a_dwelling())
        self.person: PersonId = office.people.register(a_person(**person))
        self.application: ApplicationId = self.applications.register(
            ApplicationDraft(applicant=self.person, received_on=date(2026, 11, 2), bedrooms=2)
        )

    def drafted(self, **changes: object) -> VedtakId:
        """A draft saved with these fields over what it was prefilled with."""
        vedtak = self.decisions.draft(self.application)
        known = self.decisions.get(vedtak).draft
        self.decisions.save_draft(vedtak, replace(known, **changes))  # type: ignore[arg-type]  # the draft's own fields
        return vedtak


REASONS: dict[str, str] = {
    "rules_text": "Kommunen leier ut bolig til den som ikke klarer å skaffe en egnet bolig selv.",
    "facts_text": "Leieavtalen din går ut 31. januar 2027. Du har søkt på elleve boliger.",
    "considerations_text": "Barna trenger et fast sted å bo nær skolen.",
}
CONDITIONS = (
    Condition(
        "Bare du og barna kan bo fast i boligen", "Boligen er valgt etter hvor mange dere er."
    ),
    Condition("Vi møtes etter 18 måneder", "Da får dere god tid til å finne noe varig."),
)


def a_grant(**changes: object) -> VedtakDraft:
    """A grant in full that can be issued."""
    draft = VedtakDraft(
        dwelling_words="to soverom i første etasje eller med heis",
        term_months=36,
        conditions=CONDITIONS,
        appeal_body="Lia kommunale klagenemnd",
        **REASONS,  # type: ignore[arg-type]  # three of the draft's own text fields
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def a_refusal(**changes: object) -> VedtakDraft:
    """A refusal that can be issued."""
    draft = VedtakDraft(
        result=VedtakResult.REFUSED,
        refusal_ground=RefusalGround.CAN_SOLVE_OTHERWISE,
        other_means=(OtherMeans.BOSTOTTE, OtherMeans.FIND_DWELLING),
        guidance_text="Ring oss når avtalen går mot slutten.",
        appeal_body="Lia kommunale klagenemnd",
        **REASONS,  # type: ignore[arg-type]  # three of the draft's own text fields
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields
