"""What the demo's officer writes in vedtak and letters."""

from app.applications.model import NeedCategory
from app.decisions.content.model import StartPart
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
CONDITIONS = (
    Condition(
        "Bare du bor fast i boligen.",
        "Boligen er valgt etter hvor mange som skal bo der.",
    ),
)
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
POSTED = "Lagt i postkassen ved rådhuset, ført i postlisten"
HANDED = "Levert på boligkontoret mot kvittering"
