"""Overviews to print: a household with much to tell, and one nobody has told much of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.ids import CreditorId, DebtCaseId, DebtClaimId, PersonId
from app.core.money import Ore, kroner
from app.core.text import Language
from app.debt.claims.model import (
    ClaimSums,
    DebtClaim,
    DebtClaimDraft,
    DebtClaimKind,
    DebtClaimStage,
)
from app.debt.economy.model import (
    BudgetChild,
    BudgetHousehold,
    Cost,
    CostKind,
    DebtorStatus,
    Economy,
    Interval,
    NetIncome,
    Owned,
)
from app.debt.measures.model import (
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    RentSince,
)
from app.debt.measures.overview.model import ClaimLine, Overview, OverviewDraft
from app.debt.measures.overview.prints import namsfogd_overview
from app.debt.papers.model import DebtPaperKind
from app.documents.model import Document
from app.documents.texts import load_text
from tests.app.decisions.letters import ISSUED
from tests.app.evictions.letters import sender

CASE = DebtCaseId(1)
SINCE = date(2026, 1, 1)
PARTNER = PersonId(2)
WINDOW = ("Kari Prøve", "Øvre Ødegårdsvegen 104 B", "2211 LIA")
M = Interval.MONTH
TOLD = OverviewDraft(
    work="Hjelpepleier, 80 prosent stilling",
    cause="Ble syk i 2023, og inntekten falt. Lånene var tatt opp da begge var i arbeid.",
    attempt="Tre kreditorer fikk tilbud om halv sats i 2025. To sa nei.",
    partner="Eier en bil fra 2011, verdt 25 000 kroner. Skylder 40 000 kroner i studielån.",
    given_away="Ingenting er gitt bort eller solgt de siste årene.",
    sureties="Ingen andre svarer for gjelda.",
)


def economy(*, known: bool = True) -> Economy:
    """A couple with two children, one of them visiting; or nothing but who they are."""
    children = (
        BudgetChild(date(2017, 4, 2), "Ola"),
        BudgetChild(date(2013, 2, 9), "Mari", contact_class=2),
    )
    household = BudgetHousehold(DebtorStatus.COUPLE, 2, children)
    bare = Economy(CASE, ISSUED.date(), household)
    if not known:
        return bare
    return replace(
        bare,
        incomes=(
            NetIncome(IncomeKind.WORK, kroner(21_450), M, SINCE, seen=True),
            NetIncome(IncomeKind.CHILD_BENEFIT, kroner(1_968), M, SINCE, seen=True),
            NetIncome(IncomeKind.DISABILITY_BENEFIT, kroner(18_210), M, SINCE, person=PARTNER),
        ),
        costs=(
            Cost(CostKind.RENT, kroner(9_450), M, SINCE, seen=True),
            Cost(CostKind.POWER, kroner(1_800), M, SINCE),
            Cost(CostKind.AFTER_SCHOOL, kroner(2_310), M, SINCE, seen=True),
            Cost(CostKind.CHILD_SUPPORT, kroner(1_000), M, SINCE, words="til Mari"),
        ),
        owned=(
            Owned(AssetKind.BANK, kroner(3_200), SINCE),
            Owned(AssetKind.CAR, kroner(60_000), SINCE, owed=kroner(45_000), words="2014-modell"),
        ),
    )


def a_claim(
    number: int, name: str, kind: DebtClaimKind, principal: int, **changes: object
) -> ClaimLine:
    """One claim with an address."""
    sums = ClaimSums(kroner(principal), Ore(principal * 7), Ore(principal * 3))
    draft = DebtClaimDraft(
        CreditorId(number), kind, sums, reference=f"77-{number}", incurred_on=date(2022, 3, 1)
    )
    draft = replace(draft, **changes)  # type: ignore[arg-type]  # fields of the draft by name
    claim = DebtClaim(
        DebtClaimId(number), CASE, CreditorId(number), name, "", kind, draft.sums, draft
    )
    return ClaimLine(claim, "Postboks 12, 0101 Oslo")


def claims(many: int = 5) -> tuple[ClaimLine, ...]:
    """As many as asked for, of different kinds."""
    kinds = DebtClaimKind
    first = (
        a_claim(1, "Lia kommune", kinds.RENT, 18_900, stage=DebtClaimStage.REMINDED),
        a_claim(
            2,
            "Prøvebanken Forbruk AS",
            kinds.CONSUMER_LOAN,
            184_000,
            rate=Decimal("18.9"),
            stage=DebtClaimStage.JUDGMENT,
        ),
        a_claim(
            3,
            "Billån Innlandet AS",
            kinds.CAR_LOAN,
            45_000,
            secured=True,
            security="bilen",
        ),
        a_claim(4, "Lia kraft", kinds.POWER, 6_200, disputed=True),
        a_claim(
            5,
            "Statens innkrevingssentral",
            kinds.FINE,
            8_000,
            stage=DebtClaimStage.ATTACHED,
            attached=kroner(900),
        ),
    )
    more = (a_claim(at, f"Kreditt {at} AS", kinds.CREDIT_CARD, 9_000) for at in range(6, many + 1))
    return (*first, *more)[:many]


ATTEMPT = DebtMeasure(
    1,
    CASE,
    DebtMeasureDraft(DebtMeasureKind.OUT_OF_COURT),
    (
        DebtMeasureRow(date(2026, 8, 1), DebtMeasureState.ASKED),
        DebtMeasureRow(date(2026, 10, 1), DebtMeasureState.REFUSED),
    ),
)


def an_overview(language: Language = Language.NB, **changes: object) -> Overview:
    """All of it told."""
    overview = Overview(
        draft=TOLD,
        sender=sender(language, WINDOW),
        number="B-2026-31",
        case_number="G-2026-4",
        on=ISSUED.date(),
        name=WINDOW[0],
        national_id="158885 12389",
        address=WINDOW[1:],
        phone="40000000",
        economy=economy(),
        names={PARTNER: "Per Prøve"},
        claims=claims(),
        available=kroner(2_140),
        attempts=(ATTEMPT,),
        rent=RentSince(date(2026, 10, 12), Ore(0), 0),
        papers_missing=(),
        papers_come=(DebtPaperKind.PAY_SLIPS, DebtPaperKind.DEBT_REGISTER),
    )
    return replace(overview, **changes)  # type: ignore[arg-type]  # its own fields


def bare(language: Language = Language.NB) -> Overview:
    """Whom it is about and one claim, and no more."""
    return an_overview(
        language,
        draft=OverviewDraft(),
        national_id="",
        address=(),
        phone="",
        economy=economy(known=False),
        claims=(ClaimLine(a_claim(9, "Prøvebank", DebtClaimKind.OTHER, 900).claim, ""),),
        available=None,
        attempts=(),
        rent=None,
        papers_missing=(DebtPaperKind.TAX_RETURN, DebtPaperKind.BILLS),
        papers_come=(),
    )


def printed(overview: Overview) -> Document:
    """The sheet."""
    language = overview.sender.language
    text = load_text("namsfogd_overview", language.value, ISSUED.date())
    return namsfogd_overview(overview, text, load_text("budget", language.value, ISSUED.date()))
