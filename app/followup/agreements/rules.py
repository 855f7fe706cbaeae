"""What an agreement must hold, and what it may never say (DOC-10). Pure."""

import re
from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.followup.agreements.model import AgreementDraft

OWN_WORDS = ("purpose", "we_do", "person_does", "visits", "visited_by", "if_broken")
REQUIRED = {
    "purpose": "agreement_purpose_missing",
    "we_do": "agreement_we_do_missing",
    "person_does": "agreement_person_does_missing",
    "visits": "agreement_visits_missing",
    "visited_by": "agreement_visited_by_missing",
    "contact_name": "agreement_contact_missing",
    "contact_phone": "agreement_contact_phone_missing",
}

_HOME = (
    r"(?:bolig|bustad|leilighet|leilegheit|husvære|hjemmet|heimen|leieavtale|leigeavtal|kontrakt)"
)
_HELP = (
    r"(?:hjelp|tjenest|tenest|tilbud|tilbod|støtte|stønad|stønader|oppfølging|ytelse|yting|penge"
    r"|bostøtte|bustøtte|sosialhjelp)"
)
_STOP = (
    r"(?:stans|stopp|avslutt|kutt|inndra|fall\w* bort|tar? bort|tek bort|tek vekk|trekk|trekt|nekt"
    r"|opphør|tatt fra|teke frå|tar fra|tek frå)"
)
_NEAR = r"\W(?:[^.!?\n]{0,60}\W)?"

_THREATS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:mist|tap){{1}}\w*{_NEAR}\w*(?:{_HOME}|{_HELP})",
        rf"\w*(?:{_HOME}|{_HELP})\w*{_NEAR}(?:mist|tap(?:er|t|e)\b)",
        rf"\b{_STOP}\w*{_NEAR}\w*{_HELP}",
        rf"\w*{_HELP}\w*{_NEAR}{_STOP}",
        r"\b(?:si|sier|sies|sagt|seie|seier|seiast)\W(?:[^.!?\n]{0,40}\W)?opp\b",
        r"\bopps(?:ig|agt|eiing|eie|i\b|ei)",
        r"\butkast",
        r"\bkast\w*\W(?:[^.!?\n]{0,40}\W)?ut\b",
        rf"\bhev\w*{_NEAR}\w*(?:{_HOME}|avtale|avtal)",
        r"\b(?:må|skal|kan|blir nødt til å|lyt)\W(?:[^.!?\n]{0,30}\W)?flytt\w*(?:\W+ut)?\b",
        rf"\but av\W(?:\w+\W){{0,2}}{_HOME}",
        r"\bpå (?:gata|gaten)\b",
        r"\b(?:siste sjanse|siste åtvaring|siste advarsel)",
        r"\b(?:namsfogd|namsmann)",
        rf"\bfrata\w*{_NEAR}",
        rf"\b(?:få|får){_NEAR}(?:ikke|ikkje){_NEAR}(?:lenger|lengre|meir|mer){_NEAR}\w*{_HELP}",
        rf"\b(?:ingen|inga){_NEAR}(?:mer|meir)?\W?\w*{_HELP}",
    )
)


def threatens(words: str) -> bool:
    """Whether own words threaten with the home or with help the person has a right to.

    It asks too often rather than too seldom: what is meant well can be said otherwise.
    """
    plain = " ".join(words.casefold().split())
    return any(pattern.search(plain) for pattern in _THREATS)


def check_words(draft: AgreementDraft) -> tuple[Problem, ...]:
    """Own words that threaten: they are not even kept."""
    return tuple(
        Problem(name, "agreement_threatens", "DOC-10")
        for name in OWN_WORDS
        if threatens(getattr(draft, name))
    )


def check(draft: AgreementDraft, today: date) -> tuple[Problem, ...]:
    """What stands between a draft and its print; each says where."""
    return (*check_words(draft), *_missing(draft, today))


def _missing(draft: AgreementDraft, today: date) -> Iterator[Problem]:
    for name, code in REQUIRED.items():
        if not getattr(draft, name).strip():
            yield Problem(name, code, "DOC-10")
    if draft.evaluation_on is None:
        yield Problem("evaluation_on", "agreement_evaluation_missing", "DOC-10")
    elif draft.evaluation_on <= today:
        yield Problem("evaluation_on", "agreement_evaluation_passed", "DOC-10")
