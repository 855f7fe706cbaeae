"""The key envelope: the register's random key, wrapped once for each way in.

The file beside the register holds no secret. Each slot is AES-256-GCM over the key, bound to
its own fields (kind, parameters, salt), so that none of them can be swapped or weakened.
"""

import base64
import json
import os
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.core.errors import FileProblem, WrongKey
from app.core.records import dataclass
from app.storage import recovery
from app.storage.files import RegisterFiles, write_safely

FORMAT = 1
PASSPHRASE = "passphrase"  # noqa: S105  the kind of a slot
RECOVERY = "recovery"
MEMORY_KIB, ROUNDS, LANES = 65536, 3, 4
# what a damaged or hostile envelope may ask of this machine at most
MOST_MEMORY_KIB = 8 * 65536


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. `id` is what an officer's row in the register points at."""

    id: str
    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    memory: int = 0
    rounds: int = 0
    lanes: int = 0

    def bound(self, register_id: str) -> bytes:
        """Everything but nonce and wrapped key: what the wrapping vouches for."""
        fields = [FORMAT, register_id, self.id, self.kind, self.salt.hex()]
        return json.dumps([*fields, self.memory, self.rounds, self.lanes]).encode()


@dataclass(frozen=True, slots=True)
class Envelope:
    """All the ways into one register."""

    register_id: str
    slots: tuple[Slot, ...]

    def with_passphrase(self, key: bytes, passphrase: str) -> tuple["Envelope", str]:
        """A new slot for a person's passphrase; gives the envelope and the slot's id."""
        slot = _new_slot(PASSPHRASE)
        slot = replace(slot, memory=MEMORY_KIB, rounds=ROUNDS, lanes=LANES)
        return self._with(slot, key, _from_passphrase(slot, passphrase))

    def with_recovery(self, key: bytes, secret: bytes) -> tuple["Envelope", str]:
        """A slot for the printed recovery key; replaces an older one, whose paper is then void."""
        kept = tuple(slot for slot in self.slots if slot.kind != RECOVERY)
        slot = _new_slot(RECOVERY)
        envelope, slot_id = self._with(slot, key, _from_recovery(slot, secret))
        return replace(envelope, slots=(*kept, envelope.slots[-1])), slot_id

    def without(self, slot_id: str) -> "Envelope":
        """Take one way in away; the last one stays whatever is asked."""
        kept = tuple(slot for slot in self.slots if slot.id != slot_id)
        return replace(self, slots=kept) if kept else self

    def kind_of(self, slot_id: str) -> str:
        """Passphrase or recovery; empty for a slot that is gone."""
        return next((slot.kind for slot in self.slots if slot.id == slot_id), "")

    def open_with_passphrase(self, passphrase: str) -> tuple[bytes, str]:
        """The key and the slot's id; WrongKey when no slot answers."""
        return self._open(PASSPHRASE, lambda slot: _from_passphrase(slot, passphrase))

    def open_with_recovery(self, typed: str) -> tuple[bytes, str]:
        """The key and the slot's id; WrongKey recovery_mistyped when the check digits differ."""
        secret = recovery.read(typed)
        return self._open(RECOVERY, lambda slot: _from_recovery(slot, secret))

    def _with(self, slot: Slot, key: bytes, wrapping: bytes) -> tuple["Envelope", str]:
        wrapped = AESGCM(wrapping).encrypt(slot.nonce, key, slot.bound(self.register_id))
        return replace(self, slots=(*self.slots, replace(slot, wrapped=wrapped))), slot.id

    def _open(self, kind: str, wrapping: Callable[[Slot], bytes]) -> tuple[bytes, str]:
        for slot in self.slots:
            if slot.kind != kind:
                continue
            try:
                cipher = AESGCM(wrapping(slot))
                key = cipher.decrypt(slot.nonce, slot.wrapped, slot.bound(self.register_id))
            except InvalidTag:
                continue
            # parameters, salt or nonce that no one can compute with
            except (ValueError, OverflowError) as error:
                raise FileProblem("envelope_damaged") from error
            return key, slot.id
        raise WrongKey(f"wrong_{kind}")

    def to_bytes(self) -> bytes:
        """As kept on disk: JSON without secrets."""
        slots = [
            {
                "id": slot.id,
                "kind": slot.kind,
                "salt": _text(slot.salt),
                "nonce": _text(slot.nonce),
                "wrapped": _text(slot.wrapped),
                "memory": slot.memory,
                "rounds": slot.rounds,
                "lanes": slot.lanes,
            }
            for slot in self.slots
        ]
        content = {"format": FORMAT, "register": self.register_id, "slots": slots}
        return json.dumps(content, indent=1).encode()


def new() -> Envelope:
    """An envelope without slots, for a new register."""
    return Envelope(secrets.token_hex(16), ())


def from_bytes(content: bytes) -> Envelope:
    """Read what `to_bytes` wrote; FileProblem envelope_damaged or envelope_newer."""
    try:
        read = json.loads(content)
        if read["format"] > FORMAT:
            raise FileProblem("envelope_newer")
        slots = tuple(_read_slot(slot) for slot in read["slots"])
        return Envelope(str(read["register"]), slots)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FileProblem("envelope_damaged") from error


def load(files: RegisterFiles) -> Envelope:
    """The register's envelope; FileProblem envelope_missing, or register_unreadable."""
    try:
        return from_bytes(files.envelope.read_bytes())
    except FileNotFoundError:
        raise FileProblem("envelope_missing") from None
    except OSError as error:
        raise FileProblem("register_unreadable", errno=error.errno) from error


def save(files: RegisterFiles, envelope: Envelope) -> None:
    """Write the envelope so that the old or the new is there, never a mixture."""
    write_safely(files.envelope, envelope.to_bytes())


def new_key() -> bytes:
    """A register's key: 256 random bits."""
    return os.urandom(32)


def _new_slot(kind: str) -> Slot:
    return Slot(secrets.token_hex(8), kind, os.urandom(16), os.urandom(12), b"")


def _from_passphrase(slot: Slot, passphrase: str) -> bytes:
    if slot.memory > MOST_MEMORY_KIB or slot.rounds > 20 or slot.lanes > 64:
        raise FileProblem("envelope_damaged")
    derivation = Argon2id(
        salt=slot.salt,
        length=32,
        memory_cost=slot.memory,
        iterations=slot.rounds,
        lanes=slot.lanes,
    )
    typed = unicodedata.normalize("NFC", passphrase)
    return derivation.derive(typed.encode(errors="surrogatepass"))


def _from_recovery(slot: Slot, secret: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=slot.salt, info=b"husrom").derive(secret)


def _read_slot(slot: dict[str, object]) -> Slot:
    def whole(field: str) -> int:
        return int(str(slot[field]))

    def raw(field: str) -> bytes:
        return base64.b64decode(str(slot[field]), validate=True)

    return Slot(
        id=str(slot["id"]),
        kind=str(slot["kind"]),
        salt=raw("salt"),
        nonce=raw("nonce"),
        wrapped=raw("wrapped"),
        memory=whole("memory"),
        rounds=whole("rounds"),
        lanes=whole("lanes"),
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
