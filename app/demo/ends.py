"""How leases end: notice from either side, someone who stays on, and what is left to do after."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from app.core.ids import LeaseId, Ref
from app.core.money import kroner
from app.core.working_days import last_safe_day
from app.demo.story import Steps, Story
from app.dwellings.keys.model import DoorKeyKind
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.deposit.model import ClaimDraft, SecurityKind
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.leases.aftermath.left_belongings.model import Belonging, BelongingOutcome
from app.leases.expiry.model import Recommendation, ReviewDraft, ReviewKind
from app.leases.model import LeaseDraft, LeaseKind
from app.leases.notices.model import (
    LandlordNoticeDraft,
    LeaseDuty,
    NoticeGround,
    ProtestDraft,
    TenantNoticeDraft,
)
from app.leases.terms import term_end
from app.letters.model import DocumentKind

BANK_ACCOUNT = "00010000106"
_BREACH = (
    "Det har vært høy musikk og bråk i boligen om natten i uke etter uke. Vi har snakket sammen om"
    " det to ganger, og du har ikke endret på det. Naboene får ikke sove."
)
_FOUND = "Snakket om økonomi og nærmiljø. Trives, og betaler husleien til rett tid."


def steps(story: Story) -> Steps:
    """Notices, handbacks, and terms that are followed to their last day."""
    return [*_notices(story), *_left(story), *_terms(story)]


def _notices(story: Story) -> Steps:
    return [
        (41, partial(_give, story)),
        (38, partial(_arrived, story)),
        (18, partial(_protest, story)),
        (20, partial(_tenant_gives, story)),
    ]


def _give(story: Story) -> None:
    """The landlord's notice, because of what happened in the flat."""
    ground, duty = NoticeGround.TENANT_BREACH, LeaseDuty.QUIET
    draft = LandlordNoticeDraft(ground, _BREACH, duty)
    story.office.notices.give(story.leases["protests"], draft)
    story.post_of_lease("protests")


def _arrived(story: Story) -> None:
    for letter in story.office.letters.of(Ref("lease", story.leases["protests"])):
        if letter.kind is DocumentKind.TERMINATION_NOTICE:
            story.office.letters.arrived(letter.id, story.now)


def _protest(story: Story) -> None:
    """Within its month: now it is the landlord's turn (AL-12)."""
    (notice,) = story.office.notices.of(story.leases["protests"])
    sent = story.now - timedelta(days=1)
    draft = ProtestDraft(story.office.notices.arrived(notice), sent, story.now)
    story.office.protests.protested(notice.id, draft)


def _tenant_gives(story: Story) -> None:
    notices, lease = story.office.notices, story.leases["gives notice"]
    draft = TenantNoticeDraft(received_on=story.now, sent_on=story.now)
    notices.confirm(notices.tenant_gave(lease, draft))
    story.post_of_lease("gives notice")


def _left(story: Story) -> Steps:
    """One stays on; one is out and not judged; one left things; one wants the deposit back."""
    agree = partial(partial, _agree, story)
    return [
        (40, agree("stays on", 9)),
        (40, agree("left", 18)),
        (16, partial(_back, story, "left", MovedTo.OWN_HOME)),
        (40, agree("left things", 33)),
        (32, partial(_back, story, "left things", MovedTo.UNKNOWN)),
        (31, partial(_things, story)),
        (28, partial(_new_lease, story)),
        (20, agree("short stay", 16)),
        (11, partial(_back, story, "short stay", MovedTo.INSTITUTION)),
        (10, partial(_deposit, story)),
    ]


def _agree(story: Story, name: str, ago: int) -> None:
    last = story.today - timedelta(days=ago)
    reason = "Avtalt på boligkontoret, skrevet under av begge."
    story.office.notices.agree(story.leases[name], last, reason)


def _back(story: Story, name: str, moved_to: MovedTo) -> None:
    handback = Handback(story.now, moved_to, "Vasket og tømt, sett sammen med leietaker.")
    record = story.office.aftermath.handbacks.record
    record(story.leases[name], handback, DwellingStatus.MAINTENANCE)


def _things(story: Story) -> None:
    """Kept, asked for in writing, and not fetched by the day (HL-76)."""
    lease, aftermath = story.leases["left things"], story.office.aftermath
    aftermath.condition.no_claim(lease, "Vanlig slitasje. Ingenting å kreve.")
    found = story.now
    for thing in (
        Belonging(found, "Sofa, spisebord og fire stoler", "Kjellerbod 4", cost=kroner(900)),
        Belonging(found, "To flytteesker med klær og bilder", "Kjellerbod 4"),
        Belonging(found, "Poser med matavfall", outcome=BelongingOutcome.RUBBISH),
    ):
        aftermath.belongings.add(lease, thing)
    aftermath.belongings.ask(lease, last_safe_day(story.today - timedelta(days=6)))
    story.post_of_lease("left things")


def _new_lease(story: Story) -> None:
    """A new term in the same flat, with a deposit and two keys."""
    lease = _followed(story, "short stay", gap=0)
    draft = story.office.leases.get(lease).draft
    deposit = kroner(2 * ((draft.rent or 0) // 100))
    story.office.leases.save_draft(
        lease, replace(draft, deposit=deposit, deposit_account=BANK_ACCOUNT)
    )
    _sign(story, "short stay")
    keys = story.office.door_keys.register(draft.dwelling, DoorKeyKind.DOOR, "1–2")
    story.office.door_keys.hand_out(keys, lease)


def _deposit(story: Story) -> None:
    """The bank tells that the tenant wants it back; one of the keys is not here yet."""
    lease = story.leases["short stay"]
    story.office.aftermath.condition.no_claim(lease, "Bodde der kort tid. Som ny.")
    amount = story.office.leases.get(lease).draft.deposit
    draft = ClaimDraft(SecurityKind.DEPOSIT, amount)
    story.office.aftermath.deposits.tenant_claimed(lease, draft, story.now)
    first, _ = story.office.door_keys.of_lease(lease)
    story.office.door_keys.take_back((first.key,), lease=lease)


def _terms(story: Story) -> Steps:
    return [
        (26, partial(_refugee, story)),
        (21, partial(_write, story, "told of the end", DocumentKind.EXPIRY_NOTE)),
        (21, partial(_write, story, "asked to move", DocumentKind.MOVE_OUT_REQUEST)),
        (17, partial(_talk, story)),
        (10, partial(_wants_to_stay, story)),
    ]


def _refugee(story: Story) -> None:
    """Half a year more, until the house they have bought is ready; some days fell between."""
    lease = _followed(story, "refugee", gap=4)
    draft = story.office.leases.get(lease).draft
    start = draft.start or story.now
    why = "Familien har kjøpt hus som står ferdig om et halvt år."
    short = replace(draft, kind=LeaseKind.REFUGEE, end=term_end(start, 6), short_reason=why)
    story.office.leases.save_draft(lease, short)
    _sign(story, "refugee")


def _followed(story: Story, name: str, gap: int) -> LeaseId:
    """A draft of the next lease of the same tenant, so many days after the one before."""
    leases = story.office.leases
    before = leases.get(story.leases[name])
    lease = leases.prepare(dwelling=before.draft.dwelling, tenant=before.draft.tenant)
    draft = leases.get(lease).draft
    start = (before.draft.end or story.now) + timedelta(days=1 + gap)
    leases.save_draft(lease, _from(draft, start))
    story.leases[name] = lease
    return lease


def _from(draft: LeaseDraft, start: date) -> LeaseDraft:
    return replace(draft, start=start, end=term_end(start, 36))


def _sign(story: Story, name: str) -> None:
    story.office.leases.issue(story.leases[name])
    story.post_of_lease(name)
    story.office.leases.signed(story.leases[name], story.now)


def _write(story: Story, name: str, kind: DocumentKind) -> None:
    expiry, lease = story.office.expiry, story.leases[name]
    expiry.issue(lease, kind, expiry.suggest(lease, kind))
    story.post_of_lease(name)


def _talk(story: Story) -> None:
    draft = ReviewDraft(
        ReviewKind.HALF_WAY,
        story.now,
        Recommendation.NOT_RENEW,
        _FOUND,
        "Sparer til egenkapital. Snakker med banken om startlån til våren.",
    )
    story.office.term_reviews.record(story.leases["talked"], draft)


def _wants_to_stay(story: Story) -> None:
    story.office.renewals.begin(story.leases["wants to stay"], story.now)
