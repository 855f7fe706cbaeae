"""Finished documents and what became of them."""

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import DocumentId, PersonId, Ref
from app.core.records import dataclass
from app.core.text import Language


class DocumentKind(StrEnum):
    """What a document is."""

    PRELIMINARY_REPLY = "preliminary_reply"
    PRELIMINARY_REPLY_COPY = "preliminary_reply_copy"
    RECEIPT = "receipt"
    DELAY_NOTICE = "delay_notice"
    MISSING_PAPERS = "missing_papers"
    LAPSE_WARNING = "lapse_warning"
    STILL_NEED = "still_need"
    VEDTAK = "vedtak"
    OFFER = "offer"
    OFFER_COPY = "offer_copy"
    VEDTAK_COPY = "vedtak_copy"
    VEDTAK_REASONS = "vedtak_reasons"
    LEASE = "lease"
    CONSENT_ANSWER = "consent_answer"
    ENTRY_NOTICE = "entry_notice"
    MOVE_OUT_REQUEST = "move_out_request"
    RENT_INDEX = "rent_index"
    RENT_PREVAILING = "rent_prevailing"
    OCCUPATION_CHARGE = "occupation_charge"
    BELONGINGS_REQUEST = "belongings_request"
    DEPOSIT_CLAIM = "deposit_claim"
    CONDITION_CLAIM = "condition_claim"
    MOVE_OUT_REQUEST_COPY = "move_out_request_copy"
    EXPIRY_NOTE = "expiry_note"
    EXPIRY_NOTE_COPY = "expiry_note_copy"
    CONTRACT_ORDER = "contract_order"
    SIGNED_LEASE = "signed_lease"
    ENCLOSURE = "enclosure"
    MEETING_MINUTES = "meeting_minutes"
    APPEAL = "appeal"
    APPEAL_RECEIPT = "appeal_receipt"
    APPEAL_FORWARDING = "appeal_forwarding"
    APPEAL_COPY = "appeal_copy"
    APPEAL_DISMISSED = "appeal_dismissed"
    PRIOR_NOTICE = "prior_notice"
    WARNING = "warning"
    WARNING_COPY = "warning_copy"
    MALPLAN = "malplan"
    MALPLAN_COPY = "malplan_copy"
    COOPERATION_AGREEMENT = "cooperation_agreement"
    INDIVIDUAL_PLAN = "individual_plan"
    INDIVIDUAL_PLAN_COPY = "individual_plan_copy"
    NOTICE_CONFIRMATION = "notice_confirmation"
    TERMINATION_NOTICE = "termination_notice"
    TERMINATION_NOTICE_COPY = "termination_notice_copy"
    TERMINATION_FOR_BREACH = "termination_for_breach"
    KEY_RECEIPT = "key_receipt"
    MOVE_IN_REPORT = "move_in_report"
    MOVE_OUT_REPORT = "move_out_report"
    SIGNED_MOVE_IN_REPORT = "signed_move_in_report"
    SIGNED_MOVE_OUT_REPORT = "signed_move_out_report"
    MOVE_IN_PHOTO = "move_in_photo"
    MOVE_OUT_PHOTO = "move_out_photo"
    START_PACKAGE = "start_package"
    CONTACT_LOG = "contact_log"
    HANDOVER_NOTE = "handover_note"
    CONSENT_FORM = "consent_form"
    TENANCY_INFORMATION = "tenancy_information"
    NEEDS_ASSESSMENT = "needs_assessment"
    EVICTION_NOTICE = "eviction_notice"
    EVICTION_NOTICE_COPY = "eviction_notice_copy"
    SOCIAL_SERVICE_NOTICE = "social_service_notice"
    SOCIAL_SERVICE_NOTICE_COPY = "social_service_notice_copy"
    PETITION_SHEET = "petition_sheet"
    ARREARS_MEETING_MINUTES = "arrears_meeting_minutes"
    INSTALMENT_AGREEMENT = "instalment_agreement"
    INSTALMENT_AGREEMENT_COPY = "instalment_agreement_copy"
    SIGNED_INSTALMENT_AGREEMENT = "signed_instalment_agreement"
    INSTALMENT_NOTICE = "instalment_notice"
    INSTALMENT_NOTICE_COPY = "instalment_notice_copy"
    FRIENDLY_REMINDER = "friendly_reminder"
    RENT_REMINDER = "reminder"
    COLLECTION_NOTICE = "collection_notice"
    PAYMENT_DEMAND = "payment_demand"
    ARREARS_LETTER_COPY = "arrears_letter_copy"
    UNIT_NOTE = "unit_note"
    AFTERCARE_LETTER = "aftercare_letter"
    DEBT_VEDTAK = "debt_vedtak"
    DEBT_VEDTAK_COPY = "debt_vedtak_copy"
    DEBT_WAITING_LETTER = "debt_waiting_letter"
    DEBT_WAITING_LETTER_COPY = "debt_waiting_letter_copy"
    CREDITOR_OPENING = "creditor_opening"
    CREDITOR_PROPOSAL = "creditor_proposal"
    PAYMENT_PLAN = "payment_plan"
    DEBT_PAPERS = "debt_papers"
    BUDGET = "budget"
    NAMSFOGD_OVERVIEW = "namsfogd_overview"
    DEBT_CLOSING = "debt_closing"


class Source(StrEnum):
    """Whether the office wrote it or took it in."""

    WRITTEN = "written"
    RECEIVED = "received"


class Channel(StrEnum):
    """How a document goes out (HL-04)."""

    LETTER = "letter"
    REGISTERED_LETTER = "registered_letter"
    DIGITAL_MAILBOX = "digital_mailbox"
    EMAIL = "email"
    DELIVERED_BY_HAND = "delivered_by_hand"
    SERVED = "served"


IN_PERSON = frozenset({Channel.DELIVERED_BY_HAND, Channel.SERVED})
"""Channels where the day it was sent is the day it arrived."""


class DocumentState(StrEnum):
    """Where a document stands; derived from its sendings and what was decided about it."""

    FINISHED = "finished"
    DISPATCHED = "dispatched"
    ARRIVED = "arrived"
    RETURNED = "returned"
    ANNULLED = "annulled"
    SUPERSEDED = "superseded"


class MediaType(StrEnum):
    """What a received paper may be kept as."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One sending: when, how and with what proof; then whether it arrived or came back."""

    id: int
    sent_on: date
    channel: Channel
    proof: str = field(repr=False)
    arrived_on: date | None = None
    returned_on: date | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Counting:
    """The day a deadline counts from.

    `day` is None while the document is not sent. `assumed` when nobody has told that it arrived
    (DL-10); `returned` when every sending has come back, so that the officer must decide.
    """

    day: date | None
    assumed: bool = False
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """A document as it was finished. `kept` is False when it exists on paper alone (ADR-02)."""

    id: DocumentId
    kind: DocumentKind
    number: str
    title: str = field(repr=False)
    case: Ref
    person: PersonId | None
    language: Language
    source: Source
    to_send: bool
    issued_at: datetime
    digest: str
    pages: int
    media_type: MediaType
    kept: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the list of its case. `sent_on` and `arrived_on` are the latest sending's."""

    id: DocumentId
    kind: DocumentKind
    number: str
    title: str = field(repr=False)
    source: Source
    issued_at: datetime
    pages: int
    media_type: MediaType
    kept: bool
    state: DocumentState
    sent_on: date | None
    channel: Channel | None
    arrived_on: date | None


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A document among all of them, with its case and whom it is to or from."""

    document: DocumentRow
    case: Ref
    name: str = field(repr=False)
    to_send: bool


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which of all documents are wanted: every one where nothing is said.

    Each of `words`, folded as `search_words` does, stands in the number or the name.
    """

    kind: DocumentKind | None = None
    state: DocumentState | None = None
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DocumentOrder:
    """By what they are sorted, the first before the next, and whether it falls.

    The codes stand in the order of the words they are read as.
    """

    steps: tuple[tuple[str, bool], ...] = ()
    kinds: tuple[DocumentKind, ...] = ()
    states: tuple[DocumentState, ...] = ()
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True)
class ToSendRow:
    """A letter under «Skal sendes». `returned_on` says that it went and came back.

    `kept` is False for one that exists on paper alone (ADR-02).
    """

    id: DocumentId
    kind: DocumentKind
    number: str
    title: str = field(repr=False)
    case: Ref
    person: PersonId | None
    name: str = field(repr=False)
    issued_on: date
    returned_on: date | None
    kept: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class OnPaper:
    """A document that was issued without being kept: the bytes to print, once."""

    id: DocumentId
    content: bytes
