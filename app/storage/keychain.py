"""The operating system's keyring, where an officer has chosen it. Never the only way in.

The only module that imports keyring. What is kept is the register's key and the slot of the
officer who chose it; it is read at program start alone, never after a lock.
"""

import base64

import keyring
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

from app.core.errors import OfficeError

SERVICE = "husrom"

_TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
)


def available() -> bool:
    """Whether this machine has a keyring that does not store in clear text."""
    chosen = keyring.get_keyring()
    asked = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    return bool(asked) and all(type(one).__module__.startswith(_TRUSTED) for one in asked)


def remember(register_id: str, key: bytes, slot: str) -> None:
    """Keep the key for the next start; OfficeError keyring_refused when the system says no."""
    if not available():
        raise OfficeError("keyring_refused")
    try:
        keyring.set_password(SERVICE, register_id, f"{slot}:{base64.b64encode(key).decode()}")
    except KeyringError as error:
        raise OfficeError("keyring_refused") from error


def recall(register_id: str) -> tuple[bytes, str] | None:
    """Key and slot if they are kept and the keyring is open; None otherwise, without asking."""
    if not available():
        return None
    try:
        kept = keyring.get_password(SERVICE, register_id)
    except KeyringError:
        return None
    slot, _, text = str(kept or "").partition(":")
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return (key, slot) if len(key) == 32 else None


def forget(register_id: str) -> None:
    """Take the key out of the keyring; nothing to forget is fine."""
    if not available():
        return
    try:
        keyring.delete_password(SERVICE, register_id)
    except KeyringError:
        return
