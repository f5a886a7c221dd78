"""Checkpoints: a signed Merkle log of the heads of all chains, kept in files outside the database.

Whoever owns the database can write a whole history anew; what was told here before stays told.
`heads.jsonl` holds one head a line, `checkpoints.jsonl` one signed text a line: the size and root of the
log, where it ends in the first file, and the hash of the text before. Both files only grow.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from proof.canonical import canonical
from proof.merkle import Frontier
from proof.verify import CHECKPOINT_CONTEXT, Fault, sha256, signed

FORMAT = 1
HEADS, TEXTS = "heads.jsonl", "checkpoints.jsonl"
#: What the first checkpoint names as the one before.
NOTHING_BEFORE = "0" * 64
#: How faults call the log.
LOG = "mốc niêm phong"


class Signs(Protocol):
    """A key of the site: its public half, and its signature of a hash (`CHECKPOINT_CONTEXT` before it)."""

    @property
    def public(self) -> str: ...

    def sign(self, digest: str) -> str: ...


class LogRefused(RuntimeError):
    """The log is not as it was left: nothing is added before a person has looked."""


@dataclass(frozen=True, order=True)
class Head:
    """The end of one chain at one moment: its name, its length, the hash of its last entry."""

    chain: str
    length: int
    head: str

    def line(self) -> str:
        """The canonical JSON by which it stands in the log."""
        return canonical(vars(self))


@dataclass(frozen=True)
class Checkpoint:
    """One signed state of the log; `text` is what was signed, `said` the same, read."""

    text: str
    signature: str

    @property
    def said(self) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self.text)
        return held

    def line(self) -> str:
        return canonical({"text": self.text, "signature": self.signature})


@dataclass(frozen=True)
class Log:
    """The log in one folder, and a copy of it in another that best lies on another machine."""

    folder: Path
    copy: Path | None = None

    def heads(self) -> Iterator[Head]:
        """Yield every head that a checkpoint covers, oldest first."""
        last = self.last()
        left = last.said["size"] if last else 0
        for line in _lines(self.folder / HEADS):
            if left == 0:
                return
            left -= 1
            yield Head(**json.loads(line))

    def checkpoints(self) -> Iterator[Checkpoint]:
        """Yield every checkpoint, oldest first."""
        for line in _lines(self.folder / TEXTS):
            yield Checkpoint(**json.loads(line))

    def last(self) -> Checkpoint | None:
        """Return the newest checkpoint, None while there is none."""
        return _last(self.folder / TEXTS)

    def append(self, heads: Sequence[Head], key: Signs, at: datetime) -> Checkpoint | None:
        """Add these heads and sign what the log now is; return the newest checkpoint.

        Without heads nothing is added. Raises LogRefused when the copy is ahead of the log.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with _alone(self.folder / "lock"):
            before = self.last()
            self._refuse_if_behind(before)
            if heads:
                before = self._add(heads, before, key, at)
            if self.copy:
                _copy(self.folder, self.copy)
            return before

    def _refuse_if_behind(self, before: Checkpoint | None) -> None:
        beyond = _last(self.copy / TEXTS) if self.copy else None
        if beyond and (before is None or beyond.said["number"] > before.said["number"]):
            raise LogRefused(
                f"Bản thứ hai ở {self.copy} đã có mốc số {beyond.said['number']} mà {self.folder} không có:"
                " mốc ở đây bị cắt hoặc bị thay. Chép lại từ bản thứ hai rồi chạy `audit verify`."
            )

    def _add(
        self, heads: Sequence[Head], before: Checkpoint | None, key: Signs, at: datetime
    ) -> Checkpoint:
        was: dict[str, Any] = (
            before.said if before else {"size": 0, "peaks": [], "bytes": 0, "number": 0}
        )
        frontier = Frontier(was["size"], [bytes.fromhex(peak) for peak in was["peaks"]])
        lines = [head.line() for head in heads]
        for line in lines:
            frontier.add(line.encode())
        end = _write(self.folder / HEADS, lines, at=was["bytes"])
        text = canonical(
            {
                "format": FORMAT,
                "number": was["number"] + 1,
                "at": at,
                "size": frontier.size,
                "bytes": end,
                "root": frontier.root.hex(),
                "peaks": [peak.hex() for peak in frontier.peaks],
                "previous": sha256(before.text) if before else NOTHING_BEFORE,
            }
        )
        made = Checkpoint(text, key.sign(sha256(text)))
        _write(self.folder / TEXTS, [made.line()])
        return made

    def faults(self, public: str) -> Iterator[Fault]:
        """Yield the first thing in the log that does not hold; `public` is the site's key."""
        try:
            if fault := self._fault(public):
                yield fault
        except (ValueError, KeyError, TypeError, OSError) as error:
            yield Fault(LOG, 0, f"không đọc được tệp mốc: {error}")

    def _fault(self, public: str) -> Fault | None:
        frontier, lines = Frontier(), _lines(self.folder / HEADS)
        previous, number, last = NOTHING_BEFORE, 0, None
        for checkpoint in self.checkpoints():
            said, number = checkpoint.said, number + 1
            if (said["number"], said["previous"]) != (number, previous):
                return Fault(LOG, number, "không nối với mốc trước")
            for _ in range(said["size"] - frontier.size):
                frontier.add(next(lines, "").encode())
            if frontier.root.hex() != said["root"]:
                return Fault(LOG, number, "đầu chuỗi trong tệp mốc bị sửa, bớt hoặc đổi chỗ")
            previous, last = sha256(checkpoint.text), checkpoint
        # each text holds the hash of the one before: the last signature is a signature of all
        if last and not signed_by(public, last):
            return Fault(LOG, number, "chữ ký của mốc không đúng với khóa của nơi dùng")
        return self._fault_of_copy(number)

    def _fault_of_copy(self, number: int) -> Fault | None:
        if self.copy is None:
            return None
        here, there = ((place / TEXTS) for place in (self.folder, self.copy))
        if not there.exists():
            return Fault(LOG, number, f"chưa có bản thứ hai ở {self.copy}") if number else None
        ours, copied = here.read_bytes() if here.exists() else b"", there.read_bytes()
        if not ours.startswith(copied):
            return Fault(LOG, number, f"khác với bản thứ hai ở {self.copy}")
        return None


def signed_by(public: str, checkpoint: Checkpoint) -> bool:
    """Whether the key of that public half signed the checkpoint."""
    text = CHECKPOINT_CONTEXT + sha256(checkpoint.text).encode()
    return signed(public, text, checkpoint.signature)


def by_chain(heads: Iterable[Head]) -> Mapping[str, list[Head]]:
    """Return what the log told of each chain, oldest first."""
    found: dict[str, list[Head]] = {}
    for head in heads:
        found.setdefault(head.chain, []).append(head)
    return found


def _lines(path: Path) -> Iterator[str]:
    if path.exists():
        with path.open(encoding="utf-8") as file:
            for line in file:
                if line.endswith("\n"):  # a last line cut off by a crash was never signed for
                    yield line.rstrip("\n")


def _last(path: Path) -> Checkpoint | None:
    """The last whole line of a file, read from its end."""
    if not path.exists():
        return None
    with path.open("rb") as file:
        size, held = file.seek(0, os.SEEK_END), b""
        for span in (8192, size):
            file.seek(max(0, size - span))
            held = file.read(size)
            if held.count(b"\n") > 1:
                break
    whole = held[: held.rfind(b"\n") + 1].splitlines()
    return Checkpoint(**json.loads(whole[-1])) if whole else None


def _write(path: Path, lines: Sequence[str], *, at: int | None = None) -> int:
    """Append lines (from byte `at` on: what lies beyond was never signed for); return where they end."""
    with path.open("ab") as file:
        held = file.tell()
        if at is not None and held > at:
            file.truncate(at)
        elif at is not None and held < at:
            raise LogRefused(f"{path} ngắn hơn mốc đã ký: bị cắt.")
        else:
            _close_torn_line(path, file)
        file.write("".join(f"{line}\n" for line in lines).encode())
        file.flush()
        os.fsync(file.fileno())
        return file.seek(0, os.SEEK_END)


def _close_torn_line(path: Path, file: Any) -> None:
    """Take away half a line that a crash left at the end."""
    held = path.read_bytes()[-8192:] if file.tell() else b"\n"
    if not held.endswith(b"\n"):
        file.truncate(file.tell() - len(held) + held.rfind(b"\n") + 1)


def _copy(folder: Path, copy: Path) -> None:
    """Bring the copy up to the log: the heads first, then what signs for them."""
    copy.mkdir(parents=True, exist_ok=True)
    for name in (HEADS, TEXTS):
        if not (folder / name).exists():
            continue
        with (folder / name).open("rb") as own, (copy / name).open("ab") as file:
            own.seek(file.tell())
            file.write(own.read())
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
