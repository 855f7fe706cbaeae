"""Cooperation agreements: one signed, to be looked at again now, and one being written."""

from dataclasses import replace
from functools import partial

from app.demo.followup_people import Caseload
from app.demo.story import Steps, Story
from app.followup.agreements.model import AgreementDraft

SIGNED, WRITTEN = 2, 16
"""Which of those with a plan."""
_SIGNED = AgreementDraft(
    purpose="Du skal bo trygt og godt i leiligheten din, og husleien skal komme fram i tide.",
    we_do="Vi besøker deg hver uke. Vi hjelper deg med brev du ikke forstår.",
    person_does="Du åpner når vi kommer til avtalt tid. Du sier fra hvis det ikke passer.",
    visits="Hver tirsdag klokken 11",
    visited_by="Jonas Prøvlien fra boligsosialt team",
    if_broken="Da ringer vi deg, og vi finner en ny tid sammen.",
)
_WRITTEN = AgreementDraft(
    purpose="Det skal være ro i oppgangen om natten.",
    we_do="Vi snakker med deg først når noen klager.",
)


def steps(story: Story, load: Caseload) -> Steps:
    """Printed one day and signed the next week."""
    return [
        (21, partial(_print, story, load)),
        (16, partial(_sign, story, load)),
        (3, partial(_write, story, load)),
    ]


def _print(story: Story, load: Caseload) -> None:
    office, person = story.office, load.made[SIGNED][0].person
    known = office.agreements.proposed(person)
    draft = replace(
        _SIGNED,
        contact_name=known.contact_name,
        contact_phone=known.contact_phone,
        evaluation_on=story.day(1),
    )
    office.agreement_papers.issue(person, draft)


def _sign(story: Story, load: Caseload) -> None:
    agreements = story.office.agreements
    (agreement,) = agreements.of(load.made[SIGNED][0].person)
    agreements.sign(agreement.id)


def _write(story: Story, load: Caseload) -> None:
    story.office.agreements.write(load.made[WRITTEN][0].person, _WRITTEN)
