"""The team's key, the one secret in the house: from it come the codes that stand for people.

The invented sample has a public key of its own, so that a fresh copy of the program works at once. That file also
holds a token of each invented person, by which a real one among them is noticed.
"""

import base64
import contextlib
import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from pipeline.anonymise.names import identity_of
from pipeline.findings import Finding, PipelineError, Place, note

TEAM_KEY = "team.key"
SAMPLE_KEY = "sample.key"
_LENGTH = 32  # bytes
_LARGEST_FILE = 1 << 20
_UNFINISHED = ".ttr-"


class TeamKey:
    """The key of a team, closed: it prints `<team key>` and cannot be formatted or pickled.

    `is_sample` tells that it is the public one of the invented sample; `findings` is what there is to say of its file.
    """

    __slots__ = ("_sample_tokens", "_secret", "findings", "is_sample")

    def __init__(
        self, secret: bytes, sample_tokens: Iterable[str] | None = None, findings: tuple[Finding, ...] = ()
    ) -> None:
        if len(secret) != _LENGTH:
            raise ValueError("a key has 32 bytes")
        self._secret = secret
        self._sample_tokens = frozenset(sample_tokens or ())
        self.is_sample = sample_tokens is not None
        self.findings = findings

    def digest(self, purpose: str, text: str) -> bytes:
        """The keyed digest (HMAC-SHA256) of a text; what is made for one purpose tells nothing about another."""
        return hmac.digest(self._secret, f"{purpose}\0{text}".encode("utf-8", "surrogatepass"), hashlib.sha256)

    def stands_in(self, content: bytes) -> bool:
        """Whether the secret itself stands there, as bytes or written out."""
        written = self._secret.hex().encode(), base64.b64encode(self._secret), base64.urlsafe_b64encode(self._secret)
        return self._secret in content or any(one.rstrip(b"=") in content for one in (*written, written[0].upper()))

    def invented(self, identity: str) -> bool:
        """Whether this is one of the people of the invented sample."""
        return _token(self, identity) in self._sample_tokens

    def __repr__(self) -> str:
        return "<team key>"

    __str__ = __repr__

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("a key cannot be formatted")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key cannot be pickled")


def team_key(private: Path) -> TeamKey:
    """The team's own key, else that of the sample, else a new one that is kept in `private` from now on."""
    own, sample = private / TEAM_KEY, private / SAMPLE_KEY
    if (lines := _lines(own)) is not None:
        return _own_key(own, lines)
    if (lines := _lines(sample)) is not None:
        return TeamKey(_secret(sample, lines[:1]), sample_tokens=lines[1:])
    _make(own)
    return _own_key(own, _lines(own) or ())


def sample_key_text(key_hex: str, identities: Iterable[str]) -> str:
    """What `sample.key` holds: the public key, then a token for each invented person, by address or else by name."""
    key = TeamKey(bytes.fromhex(key_hex))
    tokens = sorted({_token(key, identity) for identity in identities})
    return "".join(f"{line}\n" for line in (key_hex, *tokens))


def _token(key: TeamKey, identity: str) -> str:
    return key.digest("sample", identity_of(identity)).hex()


def _own_key(path: Path, lines: tuple[str, ...]) -> TeamKey:
    return TeamKey(_secret(path, lines), findings=_open_to_others(path))


def _secret(path: Path, lines: tuple[str, ...]) -> bytes:
    """The one line as bytes; anything else is a damaged key, never a shorter or a guessed one."""
    with contextlib.suppress(ValueError):
        secret = bytes.fromhex(lines[0]) if len(lines) == 1 else b""
        if len(secret) == _LENGTH:
            return secret
    raise PipelineError("key_damaged", file=_shown(path))


def _lines(path: Path) -> tuple[str, ...] | None:
    """The lines of a key file that hold something; None when there is no such file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would let us wait for ever
            raise PipelineError("key_unreadable", file=_shown(path))
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            return None
        raise PipelineError("key_unreadable", file=_shown(path)) from None
    return tuple(content.decode("utf-8-sig", "replace").split())


def _open_to_others(path: Path) -> tuple[Finding, ...]:
    """Windows keeps rights elsewhere and always shows the same mode."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        return (note("key_open_to_others", Place(_shown(path))),)
    return ()


def _make(path: Path) -> None:
    """A new key file, closed to others from its first moment, whole or not at all; one that is there stays."""
    unfinished = path.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(unfinished, f"{secrets.token_bytes(_LENGTH).hex()}\n".encode())
        _put_in_place(unfinished, path)
        for left in path.parent.glob(f"{_UNFINISHED}*"):  # also of a run that was cut off
            left.unlink(missing_ok=True)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise PipelineError("cannot_write", file=_shown(path)) from None


def _write(path: Path, content: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(unfinished: Path, path: Path) -> None:
    """A hard link never replaces what another run put there meanwhile; a few file systems have none."""
    try:
        path.hardlink_to(unfinished)
    except OSError:
        if not path.exists():
            unfinished.rename(path)


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
