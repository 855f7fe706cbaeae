"""Signatures in the form of the tool minisign: Ed25519 over a BLAKE2b digest, with a comment.

Whoever has the tool can make the same check without this program. Only digests are signed; the
older form, which signs the whole content, is refused. The first line of each file is nobody's
word: it is not signed, and never read.
"""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.core.errors import FileProblem
from app.core.records import dataclass

UNSIGNED, SIGNED = "untrusted comment: ", "trusted comment: "
KEY, DIGEST_SIGNED, CONTENT_SIGNED = b"Ed", b"ED", b"Ed"
NAME, POINT, SIGNATURE = 8, 32, 64
"""Bytes of a key's name, of the key, and of a signature."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Whose signatures hold: the name the tool gives the key, and the key."""

    name: bytes
    point: bytes


def public_key(content: bytes) -> PublicKey:
    """Read a key as the tool writes it. FileProblem update_key_damaged."""
    lines = _lines(content, 2)
    packed = _packed(lines[1], 2 + NAME + POINT) if lines else b""
    if not packed.startswith(KEY) or not lines[0].startswith(UNSIGNED):
        raise FileProblem("update_key_damaged")
    return PublicKey(packed[2 : 2 + NAME], packed[2 + NAME :])


def signed_comment(content: bytes, signature: bytes, key: PublicKey) -> str:
    """The comment the holder of `key` signed together with `content`.

    FileProblem signature_damaged, signature_old_form, signature_other_key or signature_wrong.
    """
    packed, comment, sealed = _parts(signature)
    if packed[2 : 2 + NAME] != key.name:
        raise FileProblem("signature_other_key")
    if packed.startswith(CONTENT_SIGNED):
        raise FileProblem("signature_old_form")
    signed = packed[2 + NAME :]
    try:
        holder = Ed25519PublicKey.from_public_bytes(key.point)
        holder.verify(signed, hashlib.blake2b(content).digest())
        holder.verify(sealed, signed + comment.encode())
    except InvalidSignature:
        raise FileProblem("signature_wrong") from None
    return comment


def _parts(signature: bytes) -> tuple[bytes, str, bytes]:
    """Kind, key name and signature; the comment; the signature over both."""
    lines = _lines(signature, 4)
    if not lines or not lines[0].startswith(UNSIGNED) or not lines[2].startswith(SIGNED):
        raise FileProblem("signature_damaged")
    packed, sealed = _packed(lines[1], 2 + NAME + SIGNATURE), _packed(lines[3], SIGNATURE)
    if not packed.startswith((DIGEST_SIGNED, CONTENT_SIGNED)) or not sealed:
        raise FileProblem("signature_damaged")
    return packed, lines[2].removeprefix(SIGNED), sealed


def _lines(content: bytes, count: int) -> list[str]:
    """Just so many whole lines, else none."""
    try:
        *lines, rest = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return []
    return lines if len(lines) == count and not rest else []


def _packed(text: str, size: int) -> bytes:
    """Base 64 written the one right way, else nothing."""
    try:
        packed = b64decode(text.encode(), validate=True)
    except NotBase64:
        return b""
    right = len(packed) == size and b64encode(packed).decode() == text
    return packed if right else b""
