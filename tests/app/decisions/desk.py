"""A desk with an applicant, a vacant flat and the services that decide."""

from dataclasses import replace
from datetime import date

from app.applications.model import ApplicationDraft
from app.core.ids import ApplicationId, DwellingId, PersonId, VedtakId
from app.decisions.content.model import HelpMeasure, StartPart
from app.decisions.model import (
    Condition,
    OtherMeans,
    RefusalGround,
    VedtakDraft,
    VedtakKind,
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
        known = replace(self.decisions.get(vedtak).draft, caseworker_impartial=True)
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
        start_package=tuple(StartPart),
        responsible_unit="Boligkontoret",
        caseworker_impartial=True,
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
        caseworker_impartial=True,
        **REASONS,  # type: ignore[arg-type]  # three of the draft's own text fields
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def help_granted(**changes: object) -> VedtakDraft:
    """Help under boligsosialloven § 6 that can be issued."""
    draft = a_grant(
        kind=VedtakKind.HOUSING_HELP,
        dwelling_words="",
        term_months=None,
        conditions=(),
        start_package=(),
        disadvantaged=True,
        disadvantaged_text="Du har søkt i et år, og lånet ditt gjør det vanskelig.",
        help_measures=(HelpMeasure.ECONOMY, HelpMeasure.FIND_DWELLING),
        help_text="Vi møtes annenhver uke til du har en bolig.",
        wishes_text="Du vil bo i nærheten av skolen.",
        appeal_body="Statsforvalteren",
        appeal_weeks=3,
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def help_refused(**changes: object) -> VedtakDraft:
    """A no to help that can be issued."""
    draft = a_refusal(
        kind=VedtakKind.HOUSING_HELP,
        refusal_ground=RefusalGround.NOT_DISADVANTAGED,
        disadvantaged=False,
        disadvantaged_text="Du eier en bolig, og kan bli boende i den.",
        wishes_text="Du vil ha hjelp til å selge.",
        appeal_body="Statsforvalteren",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def stay_granted(**changes: object) -> VedtakDraft:
    """A temporary stay that can be issued."""
    draft = a_grant(
        kind=VedtakKind.TEMPORARY_STAY,
        dwelling_words="",
        term_months=None,
        conditions=(),
        start_package=(),
        stay_from=date(2026, 11, 23),
        stay_until=date(2026, 12, 7),
        stay_review=date(2026, 11, 30),
        stay_where="eget rom med bad hos kommunen",
        stay_quality="Rommet har lås, bad og kjøkken. Det er trygt for barna.",
        lasting_home_text="Vi har søkt etter bolig for dere i hele kommunen.",
        wishes_text="Du vil bo nær skolen.",
        appeal_body="Statsforvalteren",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def stay_refused(**changes: object) -> VedtakDraft:
    """A no to a stay that can be issued."""
    draft = a_refusal(
        kind=VedtakKind.TEMPORARY_STAY,
        refusal_ground=RefusalGround.NOT_WITHOUT_ROOF,
        wishes_text="Du vil bo for deg selv.",
        appeal_body="Statsforvalteren",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields
