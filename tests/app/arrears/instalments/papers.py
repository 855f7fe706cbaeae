"""An agreement on instalments with every part, in both languages."""

from dataclasses import replace
from datetime import date

from app.arrears.instalments import rules
from app.arrears.instalments.model import (
    AgreedClaim,
    Breach,
    InstalmentAgreement,
    InstalmentDraft,
    InstalmentPaper,
    InstalmentState,
    MissedPaper,
)
from app.arrears.instalments.notice_print import missed_letter
from app.arrears.instalments.prints import instalment_agreement
from app.arrears.model import RentChargeKind
from app.core.ids import LeaseId
from app.core.money import Ore, kroner
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

COUNTED = date(2026, 11, 23)
CLAIMS = (
    AgreedClaim(RentChargeKind.RENT, date(2026, 10, 1), kroner(3450), "2026-10"),
    AgreedClaim(RentChargeKind.RENT, date(2026, 11, 2), kroner(8450), "2026-11"),
    AgreedClaim(RentChargeKind.REMINDER_FEE, date(2026, 11, 20), kroner(38)),
)
DRAFT = InstalmentDraft(
    total=kroner(11938),
    first_on=date(2026, 12, 15),
    amount=kroner(1300),
    agreed_by="Jonas Bakkerud",
    words="Nav trekker avdraget av stønaden.",
)


def paper(language: Language = Language.NB, **changes: object) -> InstalmentPaper:
    """Ready to be signed."""
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", (), ISSUED, language)
    made = InstalmentPaper(
        sender=sender,
        number="B-2026-14",
        name="Jonas Bakkerud",
        lease_number="L-2026-3",
        total=kroner(11938),
        parts=rules.plan(DRAFT),
        claims=CLAIMS,
        rent=kroner(8450),
        account="00010000009",
        kid="0012345678",
        words=DRAFT.words,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the paper's own fields


def printed(language: Language = Language.NB, **changes: object) -> Document:
    """As it is printed."""
    text = load_text("instalment_agreement", language.value, COUNTED)
    return instalment_agreement(paper(language, **changes), text)


def agreed(draft: InstalmentDraft, paid_before: int = 0) -> InstalmentAgreement:
    """Signed on the day the sum was counted."""
    return InstalmentAgreement(
        id=1,
        lease=LeaseId(1),
        counted_on=COUNTED,
        total=draft.total or Ore(0),
        paid_before=Ore(paid_before),
        agreed_by=draft.agreed_by,
        words=draft.words,
        state=InstalmentState.SIGNED,
        since=COUNTED,
        signed_on=COUNTED,
        parts=rules.plan(draft),
    )


def missed(language: Language = Language.NB, **changes: object) -> Document:
    """The letter about 1 300 kroner that are missing, and a month's rent."""
    breach = Breach(
        lease=LeaseId(1),
        agreement=1,
        on=date(2027, 1, 20),
        since=date(2027, 1, 5),
        missing=kroner(9750),
        rent_missing=kroner(8450),
        parts_missing=kroner(1300),
    )
    window = ("Jonas Bakkerud", "Elvegata 2", "2211 Lia")
    sender = LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", window, ISSUED, language)
    made = MissedPaper(
        sender=sender,
        number="B-2027-3",
        lease_number="L-2026-3",
        breach=breach,
        left=kroner(10638),
        until=date(2027, 1, 27),
        account="00010000009",
        kid="0012345678",
    )
    text = load_text("instalment_notice", language.value, COUNTED)
    return missed_letter(replace(made, **changes), text)  # type: ignore[arg-type]  # its fields
