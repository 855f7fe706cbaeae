"""What the demo's officer writes in vedtak and letters."""

from dataclasses import replace
from datetime import date, timedelta

from app.applications.model import NeedCategory
from app.decisions.content.model import HelpMeasure, StartPart
from app.decisions.model import Condition, OtherMeans, RefusalGround, VedtakDraft, VedtakResult

Lives = tuple[NeedCategory, str]
WITHOUT: Lives = (
    NeedCategory.WITH_FRIENDS_OR_FAMILY,
    "Har bodd hos søsken og venner i flere måneder.",
)
DEAR: Lives = (
    NeedCategory.HOUSING_COST_TOO_HIGH,
    "Leier en leilighet på kontrakt som varer i to år til. Har fast arbeid.",
)
GRANT = VedtakDraft(
    result=VedtakResult.GRANTED,
    term_months=36,
    rules_text=(
        "Kommunen skal hjelpe dem som ikke klarer å skaffe seg bolig selv (boligsosialloven § 5)."
        " Vi har brukt kommunens egne regler for tildeling."
    ),
    facts_text=(
        "Du mangler egen bolig og har bodd hos andre i flere måneder. Du har søkt på det private"
        " leiemarkedet uten å få tilbud."
    ),
    considerations_text=(
        "Vi har lagt mest vekt på at du står uten bolig, og at du trenger ro til behandling"
        " og arbeid."
    ),
    start_package=tuple(StartPart),
    caseworker_impartial=True,
)
_ALONE = (
    Condition(
        "Bare du bor fast i boligen.",
        "Boligen er valgt etter hvor mange som skal bo der.",
    ),
)
GRANT_ALONE = replace(GRANT, conditions=_ALONE)
REFUSAL = VedtakDraft(
    result=VedtakResult.REFUSED,
    refusal_ground=RefusalGround.CAN_SOLVE_OTHERWISE,
    term_months=None,
    rules_text="Kommunale boliger er for dem som ikke klarer å skaffe bolig selv, heller ikke med"
    " råd og økonomisk hjelp.",
    facts_text="Du har fast arbeid og leier i dag en leilighet med kontrakt som varer i to år til.",
    considerations_text="Vi har forstått at leien er høy for deg. Bostøtte og hjelp til å finne"
    " en rimeligere bolig kan løse det.",
    other_means=(OtherMeans.BOSTOTTE, OtherMeans.FIND_DWELLING),
    caseworker_impartial=True,
)
HELP = VedtakDraft(
    result=VedtakResult.GRANTED,
    rules_text="Kommunen skal gi individuelt tilpasset bistand til den som er vanskeligstilt på"
    " boligmarkedet (boligsosialloven § 6).",
    facts_text="Du bor hos andre, og har gjeld som gjør at utleiere sier nei.",
    considerations_text="Vi har lagt mest vekt på at du har prøvd lenge på egen hånd.",
    disadvantaged=True,
    disadvantaged_text="Du har søkt i et halvt år uten å få leie, og gjelden står i veien.",
    help_measures=(HelpMeasure.ECONOMY, HelpMeasure.FIND_DWELLING, HelpMeasure.BOSTOTTE),
    help_text="Du får fast kontakt på boligkontoret. Vi går på visning sammen.",
    wishes_text="Du vil bo i nærheten av sentrum.",
    caseworker_impartial=True,
)
APPEAL_WANTED = "Vil ha kommunal bolig."
APPEAL_GROUNDS = "Leien tar mer enn halve lønnen, og bostøtten er ikke nok."
APPEAL_ASSESSMENT = (
    "Vi har sett på saken på nytt. Klagen gir ingen nye opplysninger om boligen. Søkeren har fast"
    " arbeid og en avtale som varer i to år. Vi holder fast ved vedtaket."
)
NOTICE = "Vi har fått vite at du har kjøpt egen bolig. Vi vurderer å gjøre om vedtaket ditt."
NEEDED = "Stemmer det at du har kjøpt bolig? Når flytter du inn? Passer boligen for deg?"
NOTICE_ANSWER = "Kjøpet er avtalt, men banken har ikke svart ennå."
POSTED = "Lagt i postkassen ved rådhuset, ført i postlisten"
HANDED = "Levert på boligkontoret mot kvittering"


def stay(day: date) -> VedtakDraft:
    """A roof at once, from a day, to be looked at after a week."""
    return VedtakDraft(
        result=VedtakResult.GRANTED,
        rules_text="Nav skal finne midlertidig botilbud til den som ikke klarer det selv"
        " (sosialtjenesteloven § 27).",
        facts_text="Du og barna har ikke noe sted å sove i natt.",
        considerations_text="Vi har lagt mest vekt på barnas behov for et trygt sted.",
        stay_from=day,
        stay_until=day + timedelta(days=28),
        stay_review=day + timedelta(days=7),
        stay_where="egen leilighet med kjøkken og bad",
        stay_quality="Leiligheten har lås, kjøkken og bad, og ligger nær barnas skole.",
        lasting_home_text="Vi behandler søknaden din om kommunal bolig samtidig.",
        wishes_text="Du vil at barna skal kunne gå til skolen.",
        caseworker_impartial=True,
    )
