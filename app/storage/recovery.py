"""The recovery key on paper: 160 random bits as eight groups of five characters.

Crockford's base 32 without the letters that look alike; 40 check bits, so that a mistyped key is
told from a wrong one.
"""

import hashlib
import os

from app.core.errors import WrongKey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
SECRET_BYTES, CHECK_BYTES = 20, 5
GROUPS, GROUP = 8, 5


def new_secret() -> bytes:
    """160 random bits."""
    return os.urandom(SECRET_BYTES)


def write(secret: bytes) -> tuple[str, ...]:
    """The eight groups to print."""
    number = int.from_bytes(secret + _check(secret), "big")
    letters = ""
    for _ in range(GROUPS * GROUP):
        number, digit = divmod(number, 32)
        letters = ALPHABET[digit] + letters
    return tuple(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def read(typed: str) -> bytes:
    """The secret from what was typed; case, blanks and hyphens do not matter.

    WrongKey recovery_length or recovery_mistyped.
    """
    letters = clean(typed)
    if len(letters) != GROUPS * GROUP:
        raise WrongKey("recovery_length", typed=len(letters))
    number = 0
    for letter in letters:
        if letter not in ALPHABET:
            raise WrongKey("recovery_mistyped")
        number = number * 32 + ALPHABET.index(letter)
    content = number.to_bytes(SECRET_BYTES + CHECK_BYTES, "big")
    secret = content[:SECRET_BYTES]
    if _check(secret) != content[SECRET_BYTES:]:
        raise WrongKey("recovery_mistyped")
    return secret


def clean(typed: str) -> str:
    """Capitals only, O as 0, I and L as 1, nothing between."""
    kept = (letter for letter in typed.upper() if letter.isalnum())
    return "".join(kept).translate(_LOOKALIKES)


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"husrom recovery" + secret).digest()[:CHECK_BYTES]
