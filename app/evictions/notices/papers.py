"""The officer's letters on the home track: previews, and the final act of issuing each."""

from dataclasses import replace
from datetime import date

from app.arrears.model import OpenCharge, Owed, Tenancy
from app.core.errors import Invalid, OfficeError, Problem, demand
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.core.numbers import NumberKind
from app.decisions.appeals.papers import Made
from app.decisions.stationery import written
from app.documents.model import Document
from app.dwellings.landlords.model import OwnerTask
from app.dwellings.landlords.service import Landlords
from app.evictions.model import EnforcementGround
from app.evictions.notices import checks, rules
from app.evictions.notices.facts import TrackFacts
from app.evictions.notices.letters import NoticeLetter, PetitionSheet, Side, SocialLetter, shown
from app.evictions.notices.model import (
    EvictionNotice,
    EvictionNoticeDraft,
    HomeTrack,
    SocialNoticeDraft,
)
from app.evictions.notices.petition_print import petition_sheet
from app.evictions.notices.prints import eviction_notice, social_notice
from app.evictions.notices.service import HomeTracks
from app.leases.letters import LeaseLetters, document_of
from app.leases.model import Lease
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person, Role
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database

AUTHORITY = "tv.authority_name"
COURT = "tingretten"


class HomeLetters:
    """§ 4-18 (DOC-14), § 9-11 with its copy (DOC-15), and the sheet for the namsfogd (TV-08)."""

    def __init__(
        self,
        db: Database,
        tracks: HomeTracks,
        facts: TrackFacts,
        letters: LeaseLetters,
        kept: Letters,
        people: People,
        landlords: Landlords,
        settings: Settings,
    ) -> None:
        self._db = db
        self._tracks = tracks
        self._facts = facts
        self._letters = letters
        self._kept = kept
        self._people = people
        self._landlords = landlords
        self._settings = settings

    # § 4-18

    def check_notice(self, lease: LeaseId, draft: EvictionNoticeDraft) -> tuple[Problem, ...]:
        """What keeps the notice from being made today; the ground, and what is only told."""
        if draft.ground is None:
            return (Problem("ground", "enforcement_ground_missing", "TV-01"),)
        problems = self._tracks.grounds_of(lease).get(draft.ground, ())
        today = self._db.clock.today()
        early = [
            each.charge.due_on
            for each in self._facts.owed(lease, today).charges
            if not rules.may_be_dated(each.charge.due_on, today)
        ]
        told = (
            Problem("ground", "notice_before_debt", "TV-02", facts={"due": day}) for day in early
        )
        return (*problems, *told)

    def preview_notice(self, lease: LeaseId, draft: EvictionNoticeDraft) -> Document:
        """The notice as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._notice(self._lease(lease), draft, as_draft=True)

    def issue_notice(self, lease: LeaseId, draft: EvictionNoticeDraft) -> Made:
        """Finish it and put it under «Skal sendes»; the two weeks begin when it is sent. Final."""
        demand(self.check_notice(lease, draft))
        self._officer()
        known = self._lease(lease)
        self._letters.show_address(known)
        document = self._notice(known, draft, as_draft=False)
        tenancy = self._facts.tenancy(lease)
        owed = self._facts.owed(tenancy.lease, self._db.clock.today())
        claimed = _claimed(owed)[1] if _unpaid(draft.ground) else Ore(0)
        kind, copy = DocumentKind.EVICTION_NOTICE, DocumentKind.EVICTION_NOTICE_COPY
        subject = Ref("lease", tenancy.lease)
        with self._db.unit("eviction_notice.issued", subject, final=True) as unit:
            made = self._letters.issue(unit, known, document, kind, copy=copy)
            unit.insert(
                "eviction_notice",
                lease=tenancy.lease,
                ground=draft.ground,
                issued_on=unit.today,
                document=document_of(made),
                claimed=claimed,
            )
        return made

    def _notice(self, lease: Lease, draft: EvictionNoticeDraft, *, as_draft: bool) -> Document:
        ground = draft.ground
        if ground is None:
            raise Invalid([Problem("ground", "enforcement_ground_missing", "TV-01")])
        head = self._letters.head(lease, as_draft=as_draft)
        day, known = head.sender.issued.date(), self._settings.parameters
        wait = rules.notice_wait(day, known)
        claims, claimed = _claimed(self._facts.owed(lease.id, day))
        letter = NoticeLetter(
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            home=head.home,
            ground=ground,
            claims=claims,
            claimed=claimed,
            pay_by=wait.moved,
            earliest=wait.earliest_action,
            wait=known.period(rules.NOTICE, day),
            body=self._body(ground, day),
            last_day=lease.last_day,
            account=lease.draft.account,
            kid=lease.draft.kid,
            copies=head.copies,
            may_tell=self._tracks.opt_out(lease.draft.tenant, day) is None,
        )
        return eviction_notice(letter, self._letters.text("eviction_notice", head.sender))

    # § 9-11

    def check_social(self, lease: LeaseId, draft: SocialNoticeDraft) -> tuple[Problem, ...]:
        """What keeps it from being made: the tenant's written no above all (HL-71)."""
        track = self._tracks.of(lease)
        problems = checks.social(draft, track.opt_out)
        if track.ground is None:
            problems += (Problem("receiver", "social_notice_no_ground", "HL-71"),)
        return problems

    def preview_social(
        self, lease: LeaseId, draft: SocialNoticeDraft, *, to_tenant: bool = False
    ) -> Document:
        """The notice as a draft, or the tenant's copy of it."""
        return self._social(self._lease(lease), draft, to_tenant=to_tenant, as_draft=True)

    def issue_social(self, lease: LeaseId, draft: SocialNoticeDraft) -> Made:
        """Finish notice and copy at once, both under «Skal sendes»; final. The copy is returned."""
        demand(self.check_social(lease, draft))
        self._officer()
        known, tenancy = self._lease(lease), self._facts.tenancy(lease)
        if self._letters.tenant(known).protection is AddressProtection.STRICTLY_CONFIDENTIAL:
            raise OfficeError("social_notice_on_paper")
        self._letters.show_address(known)
        notice = self._social(known, draft, to_tenant=False, as_draft=False)
        copy = self._social(known, draft, to_tenant=True, as_draft=False)
        copy = replace(copy, reference=f"{notice.reference}-L")
        kind, copied = DocumentKind.SOCIAL_SERVICE_NOTICE, DocumentKind.SOCIAL_SERVICE_NOTICE_COPY
        subject = Ref("lease", tenancy.lease)
        with self._db.unit("social_service_notice.issued", subject, final=True) as unit:
            document = self._letters.issue_copy(unit, known, notice, kind)
            made = self._letters.issue(unit, known, copy, copied, copy=copied)
            unit.insert(
                "social_service_notice",
                lease=tenancy.lease,
                issued_on=unit.today,
                receiver=draft.receiver.strip(),
                document=document,
                copy=document_of(made),
                claimed=self._facts.owed(tenancy.lease, unit.today).total,
            )
        return made

    def _social(
        self, lease: Lease, draft: SocialNoticeDraft, *, to_tenant: bool, as_draft: bool
    ) -> Document:
        lines = (draft.receiver.strip(), *draft.address.strip().splitlines())
        window = tuple(line.strip() for line in lines if line.strip())
        head = self._letters.head_to(lease, window, as_draft=as_draft)
        if to_tenant:
            head = self._letters.head(lease, as_draft=as_draft)
        tenant, day = self._letters.tenant(lease), head.sender.issued.date()
        ground = self._tracks.of(lease.id).ground or EnforcementGround.UNPAID_RENT
        letter = SocialLetter(
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            home=head.home,
            tenant_name=tenant.name,
            tenant_phone=tenant.phone,
            receiver=draft.receiver.strip(),
            ground=ground,
            owed=self._facts.owed(lease.id, day),
            wait=self._settings.parameters.period(rules.SOCIAL, day),
            body=self._body(ground, day),
            words=draft.words,
            to_tenant=to_tenant,
            copies=head.copies if to_tenant else (),
        )
        return social_notice(letter, self._letters.text("social_service_notice", head.sender))

    # the petition

    def check_sheet(self, lease: LeaseId) -> tuple[Problem, ...]:
        """What a petition waits for today; the sheet is not finished before that is over."""
        return self._tracks.of(lease).locks

    def preview_sheet(self, lease: LeaseId) -> Document:
        """The sheet as a draft, the national id masked."""
        return self._sheet(lease, as_draft=True)

    def issue_sheet(self, lease: LeaseId) -> Made:
        """Finish the sheet with whole numbers; that the petition is sent is noted by itself."""
        demand(self.check_sheet(lease))
        self._officer()
        known, tenancy = self._lease(lease), self._facts.tenancy(lease)
        self._letters.show_address(known)
        document = self._sheet(lease, as_draft=False)
        subject = Ref("lease", tenancy.lease)
        with self._db.unit("petition.sheet_made", subject, final=True) as unit:
            return self._kept.issue(
                unit,
                document,
                kind=DocumentKind.PETITION_SHEET,
                number=document.reference,
                case=Ref("lease", known.id),
                person=tenancy.tenant,
                to_send=False,
            )

    def _sheet(self, lease: LeaseId, *, as_draft: bool) -> Document:
        known, track = self._lease(lease), self._tracks.of(lease)
        notice = track.notice
        if notice is None:
            raise Invalid([Problem("filed_on", "petition_no_notice", "TV-02")])
        head = self._letters.head_to(known, (), as_draft=as_draft)
        sender = replace(head.sender, language=self._settings.profile.language)
        day = sender.issued.date()
        adults, children = self._household(known)
        sheet = PetitionSheet(
            sender=sender,
            number=head.number,
            claimant=self._claimant(known),
            tenant=self._tenant(known, as_draft=as_draft),
            home=head.home,
            lease_number=known.number,
            signed_on=known.signed_on,
            ground=notice.ground,
            owed=_shown(self._facts.owed(known.id, day), notice.ground),
            notice=notice,
            social=track.social,
            earliest=track.earliest_petition or day,
            body=self._body(notice.ground, day),
            enclosures=self._enclosures(known, track, notice, day),
            adults=adults,
            children=children,
        )
        return petition_sheet(sheet, self._letters.text("petition_sheet", sender))

    def _claimant(self, lease: Lease) -> Side:
        """The owner where the owner is the landlord, else the municipality."""
        owner = self._landlords.of(lease.draft.dwelling).asked(OwnerTask.LANDLORD)
        office = self._settings.profile
        if owner is not None:
            number = written(owner.org_number, NumberKind.ORGANISATION)
            address = tuple(each for each in (owner.street, owner.postal) if each)
            return Side(owner.name, number, address, (office.municipality,))
        place = f"{office.postal_code} {office.postal_place}".strip()
        return Side(
            office.municipality,
            written(office.org_number, NumberKind.ORGANISATION),
            tuple(each for each in (office.address, place) if each),
        )

    def _tenant(self, lease: Lease, *, as_draft: bool) -> Side:
        tenant = self._letters.tenant(lease)
        return Side(
            tenant.name,
            shown(tenant.national_id, whole=not as_draft),
            _lives(tenant, as_draft=as_draft),
            self._letters.head_to(lease, (), as_draft=True).copies,
        )

    def _household(self, lease: Lease) -> tuple[tuple[str, ...], int]:
        """The other adults by name, and how many children (TV-11)."""
        household = self._people.household_of(lease.draft.tenant)
        if household is None:
            return (), 0
        others = [
            each
            for each in household.members
            if each.until is None and each.person != lease.draft.tenant
        ]
        adults = tuple(each.name for each in others if each.role is not Role.CHILD)
        return adults, len(others) - len(adults)

    def _enclosures(
        self, lease: Lease, track: HomeTrack, notice: EvictionNotice, day: date
    ) -> tuple[str, ...]:
        language = self._settings.profile.language
        text = self._settings.text("petition_sheet", language, day)
        found = [text.passage("enclosure_lease", number=lease.number)]
        if notice.document is not None:
            number = self._kept.get(notice.document).number
            found.append(text.passage("enclosure_notice", number=number))
        if track.social is not None and track.social.notice_sent:
            number = self._kept.get(track.social.document).number
            found.append(text.passage("enclosure_social", number=number))
        if _unpaid(notice.ground):
            found.append(text.passage("enclosure_account"))
        return tuple(found)

    # what all of them need

    def _lease(self, lease: LeaseId) -> Lease:
        return self._facts.lease(self._tenancy(lease))

    def _tenancy(self, lease: LeaseId) -> Tenancy:
        return self._facts.tenancy(lease)

    def _body(self, ground: EnforcementGround, day: date) -> str:
        """Whom a petition goes to (TV-07)."""
        return COURT if ground.by_court else self._settings.parameters.text(AUTHORITY, day)

    def _officer(self) -> None:
        if self._settings.me is None:
            raise OfficeError("officer_needed")


def _unpaid(ground: EnforcementGround | None) -> bool:
    return ground is EnforcementGround.UNPAID_RENT


def _claimed(owed: Owed) -> tuple[tuple[OpenCharge, ...], Ore]:
    """What is claimed, and its sum, less what is paid in where it is disputed (HL-20)."""
    left, kept = int(owed.deposited), []
    for each in owed.charges:
        taken = min(left, each.left)
        left -= taken
        if each.left > taken:
            kept.append(OpenCharge(each.charge, Ore(each.left - taken)))
    return tuple(kept), Ore(sum(each.left for each in kept))


def _shown(owed: Owed, ground: EnforcementGround) -> Owed:
    """What the sheet claims: sums for unpaid rent alone."""
    if not _unpaid(ground):
        return Owed(owed.on)
    claims, total = _claimed(owed)
    rent = Ore(sum(each.left for each in claims if each.charge.kind.rent))
    return replace(owed, charges=claims, total=total, rent=rent)


def _lives(tenant: Person, *, as_draft: bool) -> tuple[str, ...]:
    hidden = as_draft and tenant.protection is not AddressProtection.NONE
    address = tenant.address
    if address is None or hidden:
        return ()
    place = f"{address.postal_code} {address.postal_place}".strip()
    return tuple(each for each in (address.line, place) if each)
