"""All that the letters to creditors and the printed plan say."""

from datetime import date

from app.core.ids import DebtCaseId, DebtClaimId
from app.core.money import Ore, kroner
from app.core.text import Language
from app.debt.plans import keeping
from app.debt.plans.model import (
    PaymentPlan,
    PaymentPlanState,
    PaymentProposal,
    PlanClaim,
    ProposalShare,
    ShareBasis,
    Shared,
)
from app.debt.plans.paper_model import (
    ClaimLine,
    OpeningPaper,
    PlanLine,
    PlanPaper,
    ProposalPaper,
)
from app.debt.plans.shares import schedule
from tests.app.evictions.letters import sender

BORN, AGREED = date(1990, 1, 1), date(2026, 11, 3)
CREDITOR = ("Fjordinkasso AS", "Postboks 7", "0101 OSLO")
PERSON = ("Kari Prøve", "Prøvegata 7", "2211 LIA")
FIRST_ON = date(2027, 1, 1)
LINES = (
    ClaimLine(
        "Nordlys Bank AS", "4477-12", kroner(42_000), Ore(50_533), 84, kroner(42_000), FIRST_ON
    ),
    ClaimLine("Fjordkort AS", "", kroner(18_000), Ore(21_657), 84, Ore(1_799_950), FIRST_ON),
)


def opening(language: Language, words: str = "") -> OpeningPaper:
    """Two claims collected by one."""
    return OpeningPaper(
        sender(language, CREDITOR),
        "B-2026-8",
        "Kari Prøve",
        BORN,
        AGREED,
        LINES,
        date(2026, 12, 14),
        date(2027, 1, 18),
        words,
    )


def proposal(
    language: Language, basis: ShareBasis = ShareBasis.PRO_RATA, words: str = ""
) -> ProposalPaper:
    """What they are offered, with power before them."""
    shares = (
        ProposalShare(1, DebtClaimId(1), kroner(42_000), Ore(50_533)),
        ProposalShare(2, DebtClaimId(2), kroner(18_000), Ore(21_657)),
    )
    made = PaymentProposal(
        1,
        DebtCaseId(1),
        date(2026, 11, 23),
        kroner(1_258),
        basis,
        FIRST_ON,
        None,
        date(2026, 12, 14),
        words,
        shares,
    )
    return ProposalPaper(
        sender(language, CREDITOR),
        "B-2026-9",
        "Kari Prøve",
        BORN,
        AGREED,
        LINES,
        made,
        84,
        first_covered=True,
    )


def plan(words: str = "", claims: int = 4) -> PaymentPlan:
    """Power first, then the others; as many claims as asked for."""
    owed = [kroner(6_000), *(kroner(9_000 * number) for number in range(1, claims))]
    asked = [Shared(DebtClaimId(place), each) for place, each in enumerate(owed, start=1)]
    asked[0] = Shared(asked[0].claim, asked[0].owed, fixed=kroner(500))
    runs = schedule(kroner(3_000), asked)
    return PaymentPlan(
        1,
        DebtCaseId(1),
        date(2026, 11, 23),
        FIRST_ON,
        tuple(
            PlanClaim(
                each.claim, each.claim, each.owed, tuple(r for r in runs if r.claim == each.claim)
            )
            for each in asked
        ),
        PaymentPlanState.RUNNING,
        date(2026, 11, 23),
        words=words,
    )


def plan_paper(language: Language, words: str = "", claims: int = 4) -> PlanPaper:
    """The same on paper."""
    known = plan(words, claims)
    lines = tuple(
        PlanLine(
            f"Kreditor {each.claim} AS",
            each.owed,
            "12345678903" if each.claim % 2 else "",
            f"R-{each.claim}",
            tuple(
                (
                    keeping.day_of(FIRST_ON, run.first),
                    keeping.day_of(FIRST_ON, run.last),
                    run.amount,
                )
                for run in each.runs
            ),
        )
        for each in known.claims
    )
    return PlanPaper(sender(language, PERSON), "B-2026-10", known, lines, keeping.by_month(known))
