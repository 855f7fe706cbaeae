"""Where a draft lives while it is written: in the register, or nowhere (ADR-02)."""

from typing import Protocol

from app.core.errors import Problem
from app.core.ids import LeaseId
from app.leases.model import LeaseDraft
from app.office import Office


class Keeping(Protocol):
    """What the form needs of a draft."""

    @property
    def draft(self) -> LeaseDraft:
        """As it is now."""
        ...

    @property
    def kept(self) -> bool:
        """Whether what is typed is saved."""
        ...

    def save(self, draft: LeaseDraft) -> None:
        """What the form holds now; Invalid kid_taken."""
        ...

    def problems(self) -> tuple[Problem, ...]:
        """What must be put right."""
        ...

    def preview(self) -> bytes | None:
        """The document as it would be; None where there is none before it is made."""
        ...


class InRegister:
    """A draft with a number, saved at each field that is left."""

    kept = True

    def __init__(self, office: Office, lease: LeaseId) -> None:
        self._office, self.lease = office, lease

    @property
    def draft(self) -> LeaseDraft:
        return self._office.leases.get(self.lease).draft

    def save(self, draft: LeaseDraft) -> None:
        self._office.leases.save_draft(self.lease, draft)

    def problems(self) -> tuple[Problem, ...]:
        return self._office.leases.check(self.lease)

    def preview(self) -> bytes | None:
        return self._office.letters.preview(self._office.leases.preview(self.lease))


class OnlyHere:
    """A draft for one whose address is strengt fortrolig: gone when the page is left."""

    kept = False

    def __init__(self, office: Office, draft: LeaseDraft) -> None:
        self._office, self._draft = office, draft

    @property
    def draft(self) -> LeaseDraft:
        return self._draft

    def save(self, draft: LeaseDraft) -> None:
        self._draft = draft

    def problems(self) -> tuple[Problem, ...]:
        found = self._office.leases.check_draft(self._draft)
        # the number of the paper gives the KID
        return tuple(problem for problem in found if problem.code != "kid_missing")

    def preview(self) -> bytes | None:
        return None
