"""What a person agrees to, as the plan says it. Pure."""

from collections.abc import Iterable

from app.core.days import day_and_year
from app.core.text import Language
from app.people.consents.model import Consent, ConsentScope

# those that a plan rests on (P6); what was given to an application says nothing here
_WORDS = {
    Language.NB: {
        ConsentScope.MAKE_INDIVIDUAL_PLAN: "lage individuell plan",
        ConsentScope.SHARE_PLAN: "dele planen med {body}",
        ConsentScope.CONTACT_EARLY: "ta kontakt tidlig med {body}",
        ConsentScope.TALK_WITH_NAV: "snakke med Nav",
        ConsentScope.TALK_WITH_HEALTH: "snakke med {body}",
        ConsentScope.TALK_WITH_LANDLORD: "snakke med {body}",
        ConsentScope.TALK_WITH_OTHERS: "snakke med {body}",
        ConsentScope.JOINT_MEETING: "møtes sammen med {body}",
    },
    Language.NN: {
        ConsentScope.MAKE_INDIVIDUAL_PLAN: "lage individuell plan",
        ConsentScope.SHARE_PLAN: "dele planen med {body}",
        ConsentScope.CONTACT_EARLY: "ta kontakt tidleg med {body}",
        ConsentScope.TALK_WITH_NAV: "snakke med Nav",
        ConsentScope.TALK_WITH_HEALTH: "snakke med {body}",
        ConsentScope.TALK_WITH_LANDLORD: "snakke med {body}",
        ConsentScope.TALK_WITH_OTHERS: "snakke med {body}",
        ConsentScope.JOINT_MEETING: "møtast saman med {body}",
    },
}
_WHOM = {
    Language.NB: {
        ConsentScope.SHARE_PLAN: "dem som har oppgaver i den",
        ConsentScope.CONTACT_EARLY: "deg og dem du har valgt",
        ConsentScope.TALK_WITH_HEALTH: "helse- og omsorgstjenesten",
        ConsentScope.TALK_WITH_LANDLORD: "den som leier ut",
        ConsentScope.TALK_WITH_OTHERS: "andre du har valgt",
        ConsentScope.JOINT_MEETING: "tjenestene du får hjelp av",
    },
    Language.NN: {
        ConsentScope.SHARE_PLAN: "dei som har oppgåver i han",
        ConsentScope.CONTACT_EARLY: "deg og dei du har valt",
        ConsentScope.TALK_WITH_HEALTH: "helse- og omsorgstenesta",
        ConsentScope.TALK_WITH_LANDLORD: "den som leiger ut",
        ConsentScope.TALK_WITH_OTHERS: "andre du har valt",
        ConsentScope.JOINT_MEETING: "tenestene du får hjelp av",
    },
}


def said(consents: Iterable[Consent], language: Language) -> tuple[str, ...]:
    """Each as «dele planen med Nav til og med 1. juni 2027»; the letter says who may."""
    known = [each for each in consents if each.scope in _WORDS[language]]
    return tuple(_said(each, language) for each in sorted(known, key=lambda each: each.id))


def _said(consent: Consent, language: Language) -> str:
    body = consent.body or _WHOM[language].get(consent.scope, "")
    words = _WORDS[language][consent.scope].format(body=body)
    return words if consent.until is None else f"{words} til og med {day_and_year(consent.until)}"
