#!/usr/bin/env python3
"""Verify a chained history, or a whole proof pack, with nothing but Python's standard library.

    python3 -I -S verify.py PACK.zip [--key KEY] [--checkpoints FILE] [--engine FOLDER | --no-engine]

PACK is the proof pack of one file, or an extract of the audit trail over several.

Used by `manage.py audit verify` and copied as it is into every proof pack. Exit 0: everything holds; 1:
the first thing that does not is named. One file on purpose: whoever doubts a site reads this and no more.
KEY is the site's public key (64 hexadecimal digits, or a file that holds them) as you know it from
elsewhere; FILE the checkpoints you kept yourself. The verdicts are decided again by the rule book packed
beside the records, or by FOLDER, a copy of the product you trust.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import json
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOTHING_BEFORE = "0" * 64


@dataclass(frozen=True)
class Fault:
    """The first row of a history that does not hold: which one, and what is wrong with it."""

    chain: str
    sequence: int
    what: str

    def __str__(self) -> str:
        return f"{self.chain}, bản ghi {self.sequence}: {self.what}"


def canonical(value: Any) -> str:
    """Return the one JSON text of a plain value: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def first_fault(
    chain: str,
    entries: Iterable[tuple[int, str, str, Mapping[str, object]]],
    *,
    head: str = NOTHING_BEFORE,
    length: int = 0,
) -> Fault | None:
    """Return the first Fault of a chain, or None when it is intact.

    `entries` are `(sequence, content, hash, claims)` in order; `claims` is what the row's other
    columns say, by their name in the content. `head` and `length` are what is known of the end of
    the chain from outside it, so that a cut tail is found.
    """
    previous, last = NOTHING_BEFORE, 0
    for sequence, content, digest, claims in entries:
        fault = _fault(chain, sequence, content, digest, claims, previous, last + 1)
        if fault:
            return Fault(chain, sequence, fault)
        previous, last = digest, sequence
    if (previous, last) != (head, length):
        return Fault(chain, last + 1, f"thiếu phần cuối: phải có {length} bản ghi, còn {last}")
    return None


def kept_promise(value: Any, salt: str, hashed: str) -> bool:
    """Whether a personal value still answers to its salted commitment in the hashed text."""
    return sha256(f"{salt}\n{canonical(value)}") == hashed


def unkept(said: Mapping[str, Any], kept: Mapping[str, Any]) -> str | None:
    """What is kept beside a record's hashed text and no longer answers to it, in words; None: all does.

    `said` is the text, read; `kept` holds `inputs`, `salts`, `hits`, `rows`, `supersedes`, `papers`. A
    personal value whose salt was erased is gone on purpose; then the value must be gone too.
    """
    salts = kept["salts"]
    for name in sorted({*said["inputs"], *kept["inputs"]}):
        if not _answers(said["inputs"].get(name), kept["inputs"].get(name), salts.get(name)):
            return f"mục “{name}” đã bị sửa"
    if said["hits"] != kept["hits"]:
        return "quy định đã áp dụng bị sửa"
    if "rows" in salts and not kept_promise(kept["rows"], salts["rows"], said["rows"]):
        return "mục hồ sơ do bước này lập đã bị sửa"
    if "rows" not in salts and any(words for _number, _kind, _facts, words in kept["rows"]):
        return "mục hồ sơ đã xóa lời cam kết mà còn lời văn"
    if sorted(said.get("supersedes", [])) != sorted(kept["supersedes"]):
        return "mục hồ sơ bị thay hoặc bỏ mà không có bước nào ghi"
    if sorted(said.get("papers", [])) != sorted(kept["papers"]):
        return "văn bản của bước này bị thêm, bớt hoặc thay"
    return None


def erased(said: Mapping[str, Any], salts: Mapping[str, str]) -> list[str]:
    """The personal answers of a record that were erased on purpose, by name."""
    return [
        name for name, hashed in said["inputs"].items() if _sealed(hashed) and name not in salts
    ]


def emptied(said: Mapping[str, Any], salts: Mapping[str, str]) -> bool:
    """Whether words of a record are gone: an answer, or those of the rows it laid."""
    return "rows" not in salts or bool(erased(said, salts))


def rows_left(rows: Iterable[tuple[int, int, str, Any]]) -> str:
    """The hash of what an erasure leaves of the rows of a file: (record, number, kind, facts), in any order."""
    return sha256(canonical(sorted((list(row) for row in rows), key=lambda row: (row[0], row[1]))))


#: By what an answer names a file: one handed in, whose bytes the site keeps; the scan of a source of law, whose
#: bytes may lie elsewhere.
HANDED_IN, SCAN = "sha256", "scan"


def attached(value: Any, by: str = HANDED_IN) -> Iterator[str]:
    """Yield the SHA-256 of each file that answers name under the word `by`."""
    if isinstance(value, Mapping) and _is_hash(value.get(by)):
        yield str(value[by])
    if isinstance(value, (Mapping, list, tuple)):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from attached(part, by)


def _is_hash(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")


def _answers(hashed: Any, value: Any, salt: str | None) -> bool:
    if salt is not None:
        return _sealed(hashed) and kept_promise(value, salt, hashed["sha256"])
    return value is None if _sealed(hashed) else bool(value == hashed)


def _sealed(hashed: Any) -> bool:
    return isinstance(hashed, dict) and set(hashed) == {"sha256"}


def _fault(
    chain: str,
    sequence: int,
    content: str,
    digest: str,
    claims: Mapping[str, object],
    previous: str,
    expected: int,
) -> str | None:
    if sequence != expected:
        return f"sai thứ tự: phải là bản ghi {expected}"
    if sha256(content) != digest:
        return "nội dung không khớp mã băm"
    try:
        said = json.loads(content)
    except ValueError:
        return "nội dung không đọc được"
    if said.get("previous") != previous:
        return "không nối với bản ghi trước"
    for name, value in {**claims, "chain": chain, "sequence": sequence}.items():
        if said.get(name) != value:
            return f"cột “{name}” khác với nội dung đã băm"
    return None


# Merkle trees (RFC 9162, 2.1): who is in the log, and that it only ever grew.


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of one entry of the log."""
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return hashlib.sha256(b"\1" + left + right).digest()


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `leaf` is the entry at `index` (from 0) of the tree of `size` entries with that root."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf_hash(leaf)
    for beside in path:
        if last == 0:
            return False
        if place % 2 or place == last:
            found = node_hash(beside, found)
            while place % 2 == 0 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def consistent(
    first: int, first_root: bytes, second: int, second_root: bytes, path: Sequence[bytes]
) -> bool:
    """Whether the tree of `second` entries begins with the tree of the `first` entries."""
    if first == second:
        return not path and first_root == second_root
    if not 0 < first < second or not path:
        return first == 0 and not path
    steps = [first_root, *path] if first & (first - 1) == 0 else list(path)
    place, last = first - 1, second - 1
    while place % 2:
        place, last = place >> 1, last >> 1
    old = new = steps[0]
    for beside in steps[1:]:
        if last == 0:
            return False
        if place % 2 or place == last:
            old, new = node_hash(beside, old), node_hash(beside, new)
            while place % 2 == 0 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and (old, new) == (first_root, second_root)


# Ed25519 (RFC 8032, 5.1): only the asking side, which keeps no secret; a bare Python has no library for it.

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_Point = tuple[int, int, int, int]


def signed(public: str, text: bytes, signature: str) -> bool:
    """Whether the holder of the key (64 hex digits) signed `text` (128 hex digits), lower case only."""
    try:
        key, proof = bytes.fromhex(public), bytes.fromhex(signature)
    except ValueError:
        return False
    if (len(key), len(proof)) != (32, 64) or (key.hex(), proof.hex()) != (public, signature):
        return False
    return _made_by(key, text, proof)


def _made_by(key: bytes, text: bytes, proof: bytes) -> bool:
    holder, given, scalar = _point(key), _point(proof[:32]), int.from_bytes(proof[32:], "little")
    if holder is None or given is None or scalar >= _L:
        return False
    digest = hashlib.sha512(proof[:32] + key + text).digest()
    right = _sum(given, _times(int.from_bytes(digest, "little") % _L, holder))
    (x, y, z, _), (x2, y2, z2, _) = _times(scalar, _BASE), right
    return (x * z2 - x2 * z) % _P == 0 and (y * z2 - y2 * z) % _P == 0


def _sum(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c, d = 2 * one[3] * other[3] * _D % _P, 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(scalar: int, point: _Point) -> _Point:
    total: _Point = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = _sum(total, point)
        point, scalar = _sum(point, point), scalar >> 1
    return total


def _point(packed: bytes) -> _Point | None:
    y = int.from_bytes(packed, "little")
    odd, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if y >= _P or (x * x - square) % _P or (x == 0 and odd):
        return None
    x = _P - x if x % 2 != odd else x
    return x, y, 1, x * y % _P


_BASE = _point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little")) or (0, 1, 1, 0)


# The archive: a ZIP that any program opens, of which only one text of bytes is right.

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
#: Said before what is signed, so that a signature never serves for anything else.
PACK_CONTEXT, CHECKPOINT_CONTEXT = b"kiem-tra proof pack\n", b"kiem-tra checkpoint\n"
_DAY_ZERO = 33  # 1 January 1980 as ZIP writes it: a pack made twice is the same bytes
_UTF8, _STORED, _DEFLATED = 0x800, 0, 8


@dataclass(frozen=True)
class Member:
    """One file of an archive: its name, its bytes, and how they lie there."""

    name: str
    data: bytes
    packed: bytes
    method: int

    def local(self) -> bytes:
        """The header before its bytes."""
        return struct.pack("<IHHHHHIIIHH", 0x04034B50, *self._fields(), 0) + self.name.encode()

    def central(self, offset: int) -> bytes:
        """Its entry in the directory at the end."""
        head = struct.pack("<IHHHHHHIIIH", 0x02014B50, 20, *self._fields())
        return head + struct.pack("<HHHHII", 0, 0, 0, 0, 0, offset) + self.name.encode()

    def _fields(self) -> tuple[int, ...]:
        sizes = zlib.crc32(self.data), len(self.packed), len(self.data)
        return 20, _UTF8, self.method, 0, _DAY_ZERO, *sizes, len(self.name.encode())


def stored(name: str, data: bytes) -> Member:
    """A file that lies there as it is."""
    return Member(name, data, data, _STORED)


def deflated(name: str, data: bytes) -> Member:
    """A file that lies there compressed."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Member(name, data, press.compress(data) + press.flush(), _DEFLATED)


def archive(members: Sequence[Member]) -> bytes:
    """Return the one archive of these files, in this order."""
    body, directory = bytearray(), bytearray()
    for member in members:
        directory += member.central(len(body))
        body += member.local() + member.packed
    end = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, len(members), len(members), len(directory), len(body), 0
    )
    return bytes(body + directory + end)


def read_archive(data: bytes) -> list[Member]:
    """Return the files of an archive made by `archive`; Broken for one byte that it would not write."""
    members, at = [], 0
    while data[at : at + 4] == b"PK\3\4":
        member, at = _read_member(data, at)
        members.append(member)
    if archive(members) != data:
        raise Broken(
            "ZIP", f"cấu trúc tệp nén bị sửa ở phần sau {members[-1:] and members[-1].name}"
        )
    return members


def _read_member(data: bytes, at: int) -> tuple[Member, int]:
    try:
        fields = struct.unpack_from("<IHHHHHIIIHH", data, at)
        method, length, name_length = fields[3], fields[7], fields[9]
        start = at + 30 + name_length
        name, packed = data[at + 30 : start].decode(), data[start : start + length]
        content = zlib.decompress(packed, -15) if method == _DEFLATED else packed
    except (struct.error, UnicodeDecodeError, zlib.error) as error:
        raise Broken("ZIP", f"không đọc được ở byte {at}: {error}") from error
    member = Member(name, content, packed, method)
    if data[at:start] != member.local() or method not in (_STORED, _DEFLATED):
        raise Broken(name, "phần đầu của tệp trong gói bị sửa, hoặc nội dung khác với mã kiểm tra")
    return member, start + length


class Broken(Exception):
    """The first thing of a pack that does not hold: where (`place`), and what is wrong with it."""

    def __init__(self, place: str, what: str):
        self.place, self.what = place, what
        super().__init__(f"{place}: {what}")


# The pack: everything of one file, checked in order from the outside in.


@dataclass(frozen=True)
class Known:
    """What the reader knows from elsewhere, each None where they know nothing."""

    key: str | None = None
    checkpoints: Mapping[int, str] | None = None
    engine: Path | None = None
    decide: bool = True


class Pack:
    """The files of one proof pack; what belongs together is read once."""

    def __init__(self, members: Sequence[Member]):
        self.members = members
        self.files = {member.name: member.data for member in members}
        self.manifest = self.json(MANIFEST)
        self.case = self.json("case.json")
        self.records: list[dict[str, Any]] = self.json("records.json")
        self.papers: list[dict[str, Any]] = self.json("papers.json")
        #: Packs of the first format said nothing of files handed in.
        self.attachments: list[dict[str, Any]] = (
            self.json("attachments.json") if self.manifest["format"] > 1 else []
        )
        self.proof = self.json("checkpoint.json")
        #: The entry of the register by which the words of the file were erased; None: they were not.
        self.erasure: dict[str, Any] | None = self.case.get("erasure")

    def json(self, name: str) -> Any:
        """Return the value of a JSON file; Broken when it is missing, or not in its one form."""
        try:
            text = self.files[name].decode()
            value = json.loads(text)
        except KeyError:
            raise Broken(name, "thiếu trong gói") from None
        except ValueError as error:
            raise Broken(name, "không đọc được") from error
        if canonical(value) != text:
            raise Broken(name, "không ở dạng chuẩn: đã bị sửa")
        return value


def checks(pack: Pack, known: Known) -> Iterator[tuple[str, str]]:
    """Check a pack from the outside in; yield what holds, in Vietnamese and English. Raises Broken."""
    yield _of_the_manifest(pack)
    yield _of_the_signature(pack, known)
    yield _of_the_checkpoint(pack, known)
    yield from of_the_history(pack)
    if known.decide:
        yield of_the_verdicts(pack, _engine(pack, known))
    else:
        yield (
            "KHÔNG xét lại kết luận từng bước (theo yêu cầu)",
            "verdicts NOT decided again (as asked)",
        )


def of_the_history(pack: Pack) -> Iterator[tuple[str, str]]:
    """Check what a file says against the head that the checkpoint was told, whoever packed it."""
    yield _of_the_chain(pack)
    yield _of_the_rows(pack)
    if pack.erasure:
        yield _of_the_erasure(pack)
    yield _of_the_papers(pack)
    if pack.manifest["format"] > 1:
        yield _of_the_attachments(pack)
    yield _of_what_was_judged(pack)


def _of_the_manifest(pack: Pack) -> tuple[str, str]:
    told = {one["name"]: one["sha256"] for one in pack.manifest["files"]}
    inside = [one for one in pack.members if one.name not in (MANIFEST, SIGNATURE)]
    if len({one.name for one in pack.members}) != len(pack.members):
        raise Broken("ZIP", "hai tệp cùng tên")
    for member in inside:
        if told.pop(member.name, None) != hashlib.sha256(member.data).hexdigest():
            raise Broken(member.name, "nội dung khác với danh mục")
    if told:
        raise Broken(sorted(told)[0], "có trong danh mục mà thiếu trong gói")
    before = b"".join(one.local() + one.packed for one in inside)
    if pack.manifest["packed_sha256"] != hashlib.sha256(before).hexdigest():
        raise Broken("ZIP", "phần nén của một tệp bị sửa")
    return f"{len(inside)} tệp đúng như danh mục", f"{len(inside)} files as listed"


def _of_the_signature(pack: Pack, known: Known) -> tuple[str, str]:
    held, public = pack.json(SIGNATURE), pack.manifest["public"]
    if known.key and known.key != public:
        raise Broken(SIGNATURE, "khóa của gói khác với khóa đã biết của nơi dùng")
    text = PACK_CONTEXT + hashlib.sha256(pack.files[MANIFEST]).hexdigest().encode()
    if set(held) != {"signature"} or not signed(public, text, held["signature"]):
        raise Broken(SIGNATURE, "chữ ký của gói không đúng")
    trust, trust_en = ("khóa đã biết", "the key you know") if known.key else (
        f"khóa {public} — hãy so với khóa nơi dùng đã công bố",
        f"key {public} — compare it with the one the site has published",
    )  # fmt: skip
    return f"chữ ký đúng, {trust}", f"signature good, {trust_en}"


def _of_the_checkpoint(pack: Pack, known: Known) -> tuple[str, str]:
    now, before = pack.proof["now"], pack.proof["before"]
    said = _signed_checkpoint(pack, now, known)
    if before:
        first = _signed_checkpoint(pack, before, known)
        path = [bytes.fromhex(one) for one in pack.proof["consistency"]]
        roots = bytes.fromhex(first["root"]), bytes.fromhex(said["root"])
        if sha256(before["text"]) != said["previous"] or not consistent(
            first["size"], roots[0], said["size"], roots[1], path
        ):
            raise Broken("checkpoint.json", "mốc trước không nằm trong mốc này")
    for one in pack.proof["leaves"]:
        path = [bytes.fromhex(beside) for beside in one["path"]]
        root = bytes.fromhex(said["root"])
        if not included(canonical(one["leaf"]).encode(), one["index"], said["size"], path, root):
            raise Broken("checkpoint.json", f"“{one['leaf']['chain']}” không nằm trong mốc")
    number, at, leaves = said["number"], said["at"], len(pack.proof["leaves"])
    return (
        f"{leaves} đầu chuỗi nằm trong mốc số {number}, lập {at}",
        f"{leaves} heads are in checkpoint {number}, made {at}",
    )


def _signed_checkpoint(pack: Pack, held: Mapping[str, Any], known: Known) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(held["text"])
    text = CHECKPOINT_CONTEXT + sha256(held["text"]).encode()
    if not signed(pack.manifest["public"], text, held["signature"]):
        raise Broken("checkpoint.json", f"chữ ký của mốc số {said['number']} không đúng")
    kept = (known.checkpoints or {}).get(said["number"])
    if kept is not None and kept != held["text"]:
        raise Broken("checkpoint.json", f"mốc số {said['number']} khác với mốc bạn đang giữ")
    return said


def _leaf(pack: Pack, chain: str) -> Mapping[str, Any]:
    found: list[Mapping[str, Any]] = [
        one["leaf"] for one in pack.proof["leaves"] if one["leaf"]["chain"] == chain
    ]
    if not found:
        raise Broken("checkpoint.json", f"không có “{chain}”")
    return found[-1]


def _of_the_chain(pack: Pack) -> tuple[str, str]:
    chain = pack.case["chain"]
    leaf = _leaf(pack, chain)
    entries = [(r["sequence"], r["content"], r["hash"], r["claims"]) for r in pack.records]
    fault = first_fault(chain, entries, head=leaf["head"], length=leaf["length"])
    if fault:
        raise Broken(f"{pack.case['reference']}, bản ghi {fault.sequence}", fault.what)
    moved = [r["claims"]["to"] for r in pack.records if r["moves"]]
    if json.loads(pack.records[0]["content"])["reference"] != pack.case["reference"]:
        raise Broken("case.json", "số hồ sơ đã bị sửa")
    if moved[-1:] != [pack.case["stage"]]:
        raise Broken("case.json", "giai đoạn khác với bước chuyển gần nhất")
    return (
        f"{len(pack.records)} bản ghi nối liền nhau, đúng đầu chuỗi trong mốc",
        f"{len(pack.records)} records in one unbroken chain, ending where the checkpoint says",
    )


def _of_the_rows(pack: Pack) -> tuple[str, str]:
    gone = 0
    for record in pack.records:
        said = json.loads(record["content"])
        if what := unkept(said, record):
            raise Broken(f"{pack.case['reference']}, bản ghi {record['sequence']}", what)
        if not pack.erasure and emptied(said, record["salts"]):
            raise Broken(f"{pack.case['reference']}, bản ghi {record['sequence']}", UNORDERED)
        gone += len(erased(said, record["salts"]))
    rows = sum(len(record["rows"]) for record in pack.records)
    return (
        f"{rows} mục hồ sơ đúng như bước đã lập; {gone} nội dung cá nhân đã xóa theo quy định",
        f"{rows} rows as their steps laid them; {gone} personal values erased on purpose",
    )


#: Words that are gone without anybody's leave.
UNORDERED = "lời văn bị bỏ mà không có văn bản cho phép xóa"


def _of_the_erasure(pack: Pack) -> tuple[str, str]:
    """The entry that says words were erased is about this file, holds, and tells what was left of its rows."""
    entry, place = pack.erasure or {}, f"{pack.case['reference']}, việc xóa dữ liệu cá nhân"
    if sha256(entry["content"]) != entry["hash"]:
        raise Broken(place, "dòng nhật ký không khớp mã băm")
    said = json.loads(entry["content"])
    after = said["after"]
    if said["deed"] != "xoa_du_lieu" or f"case:{after['file']}" != pack.case["chain"]:
        raise Broken(place, "dòng nhật ký nói về việc khác")
    left = [
        (record["sequence"], number, kind, facts)
        for record in pack.records
        for number, kind, facts, _words in record["rows"]
        if record["sequence"] <= after["covers"]["records"]
    ]
    if rows_left(left) != after["covers"]["rows"]:
        raise Broken(place, "mục hồ sơ khác với phần còn lại khi xóa")
    day = "/".join(reversed(after["decided_on"].split("-")))
    order = f"{after['document']} ({after['issued_by']})"
    return (
        f"dữ liệu cá nhân đã xóa ngày {day} theo {order}",
        f"personal words erased on {day} as ordered by {order}",
    )


def _of_the_papers(pack: Pack) -> tuple[str, str]:
    held = {paper["id"]: paper for paper in pack.papers}
    printed = 0
    for record in pack.records:
        for number, kind, sha in record["papers"]:
            paper = held.pop(number, None)
            place = f"{pack.case['reference']}, bản ghi {record['sequence']}, văn bản {number}"
            if paper is None:
                raise Broken(place, "thiếu trong gói")
            _check_paper(pack, paper, place, kind, sha)
            printed += paper["pdf"] is not None
    if held:
        raise Broken("papers.json", f"văn bản {sorted(held)[0]} không bước nào lập")
    return (
        f"{len(pack.papers)} văn bản đúng nội dung đã ký, {printed} bản in đúng từng byte",
        f"{len(pack.papers)} papers with the words that were signed, {printed} prints byte for byte",
    )


def _check_paper(pack: Pack, paper: Mapping[str, Any], place: str, kind: str, sha: str) -> None:
    words = {name: paper[name] for name in ("kind", "layout", "values")}
    gone = bool(pack.erasure) and not paper["values"]
    if paper["kind"] != kind or (sha256(canonical(words)) != sha and not gone):
        raise Broken(place, "nội dung khác với bản đã ký")
    for entry in paper["journal"]:
        if sha256(entry["content"]) != entry["hash"]:
            raise Broken(place, "dòng nhật ký cấp số không khớp mã băm")
        said = json.loads(entry["content"])
        if said["paper"] != paper["id"]:
            raise Broken(place, "dòng nhật ký cấp số của văn bản khác")
        if said["deed"] == "cap_so" and (said["number"], said["on"]) != (
            paper["number"],
            paper["dated"],
        ):
            raise Broken(place, "số, ngày khác với nhật ký cấp số")
    if paper["pdf"] is not None:
        found = hashlib.sha256(pack.files.get(paper["pdf"], b"")).hexdigest()
        if found != _leaf(pack, f"print:{paper['id']}")["head"]:
            raise Broken(place, "bản in khác với mã băm trong mốc")


def _of_the_attachments(pack: Pack) -> tuple[str, str]:
    """Each file that a record names is listed; its bytes, where they lie here, are those that were handed in."""
    held = {one["sha256"]: one for one in pack.attachments}
    named = set()
    for record in pack.records:
        place = f"{pack.case['reference']}, bản ghi {record['sequence']}"
        files = set(attached(record["inputs"]))
        if missing := sorted(files - held.keys()):
            raise Broken(place, f"tệp đính kèm {missing[0][:12]} thiếu trong gói")
        for sha in sorted(held.keys() & {*files, *attached(record["inputs"], SCAN)}):
            named.add(sha)
            file = held[sha]["file"]
            if file and hashlib.sha256(pack.files.get(file, b"")).hexdigest() != sha:
                raise Broken(place, f"tệp đính kèm “{held[sha]['name']}” khác với tệp đã nộp")
    if strange := sorted(held.keys() - named):
        raise Broken("attachments.json", f"tệp {strange[0][:12]} không bước nào nộp")
    here = sum(one["file"] is not None for one in held.values())
    return (
        f"{len(held)} tệp đính kèm có mã băm trong hồ sơ, {here} tệp kèm theo đúng từng byte",
        f"{len(held)} files handed in, by their hashes; {here} enclosed byte for byte",
    )


def _of_what_was_judged(pack: Pack) -> tuple[str, str]:
    wanted = set()
    for record in pack.records:
        claims = record["claims"]
        wanted |= {f"judged/{claims[one]}.json" for one in ("facts", "standing")}
        wanted.add(f"editions/{claims['edition']}.json")
    for name in sorted(wanted):
        sha = name.split("/")[1].removesuffix(".json")
        if hashlib.sha256(pack.files.get(name, b"")).hexdigest() != sha:
            raise Broken(name, "dữ kiện hoặc ấn bản không khớp mã băm mà bản ghi nêu")
    editions = sum(name.startswith("editions/") for name in wanted)
    return (
        f"{editions} ấn bản quy trình và pháp luật, {len(wanted) - editions} dữ kiện đúng mã băm",
        f"{editions} editions of procedure and law, {len(wanted) - editions} sets of facts as hashed",
    )


# An extract: chosen records of several chains, each chain whole, so that the chosen ones are proved to be in it.

EXTRACT = "extract.json"


class Extract(Pack):
    """The files of an extract of the audit trail."""

    def __init__(self, members: Sequence[Member]):
        self.members = members
        self.files = {member.name: member.data for member in members}
        self.manifest = self.json(MANIFEST)
        self.proof = self.json("checkpoint.json")
        self.extract = self.json(EXTRACT)


def checks_of_extract(pack: Extract, known: Known) -> Iterator[tuple[str, str]]:
    """Check an extract from the outside in; yield what holds, in Vietnamese and English. Raises Broken."""
    yield _of_the_manifest(pack)
    yield _of_the_signature(pack, known)
    yield _of_the_checkpoint(pack, known)
    hashes: dict[str, dict[int, str]] = {}
    for chain, told in sorted(pack.extract["chains"].items()):
        leaf = _leaf(pack, chain)
        entries: list[tuple[int, str, str, Mapping[str, object]]] = [
            (sequence, content, digest, {}) for sequence, content, digest in told["entries"]
        ]
        if fault := first_fault(chain, entries, head=leaf["head"], length=leaf["length"]):
            raise Broken(f"{told['named']}, bản ghi {fault.sequence}", fault.what)
        hashes[chain] = {sequence: digest for sequence, _content, digest in told["entries"]}
    records = sum(len(one) for one in hashes.values())
    yield (
        f"{len(hashes)} chuỗi, {records} bản ghi nối liền nhau, đúng đầu chuỗi trong mốc",
        f"{len(hashes)} chains, {records} records unbroken, ending where the checkpoint says",
    )
    for row in pack.extract["rows"]:
        if hashes.get(row["chain"], {}).get(row["sequence"]) != row["hash"]:
            raise Broken(f"{row['chain']}, bản ghi {row['sequence']}", "dòng trích khác với chuỗi")
    yield (
        f"{len(pack.extract['rows'])} dòng trích nằm trong các chuỗi đó",
        f"{len(pack.extract['rows'])} extracted lines are in those chains",
    )


# Deciding again: the rule book packed beside the records runs on this bare Python.

ROOMS = ("law", "workflows", "permissions", "documents", "proof")
ENGINE = "engine/"
#: What the place of a package begins with, where its modules are texts.
_WITHIN = "kiem-tra:"


class Sources(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the rule book's modules among plain texts, by the path of each file."""

    def __init__(self, texts: Mapping[str, bytes]):
        self.texts = texts

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> Any:
        place = name.replace(".", "/")
        for path, package in ((f"{place}/__init__.py", True), (f"{place}.py", False)):
            if path in self.texts:
                spec = importlib.machinery.ModuleSpec(name, self, origin=path, is_package=package)
                spec.has_location = True
                if package:
                    spec.submodule_search_locations = [_WITHIN + place]
                return spec
        return None

    def __call__(self, place: str) -> Within:
        """As a hook of paths: whoever lists the modules of a package is answered too."""
        if not place.startswith(_WITHIN):
            raise ImportError(place)
        return Within(self, place.removeprefix(_WITHIN) + "/")

    def exec_module(self, module: Any) -> None:
        path = module.__spec__.origin
        exec(compile(self.texts[path], path, "exec", dont_inherit=True), vars(module))  # noqa: S102

    def get_source(self, name: str) -> str:
        """The text of a module: guards are known by the hash of theirs."""
        return self.texts[self.find_spec(name).origin].decode()


@dataclass(frozen=True)
class Within:
    """The inside of one package of `Sources`."""

    sources: Sources
    place: str

    def find_spec(self, name: str, _target: object = None) -> Any:
        return self.sources.find_spec(name)

    def iter_modules(self, prefix: str = "") -> Iterator[tuple[str, bool]]:
        """Yield each module and package in it, as `pkgutil` asks."""
        inside = {
            text.removeprefix(self.place)
            for text in self.sources.texts
            if text.startswith(self.place)
        }
        for path in sorted(inside):
            name, _, rest = path.partition("/")
            if rest in ("", "__init__.py") and path != "__init__.py":
                yield prefix + name.removesuffix(".py"), bool(rest)


def _engine(pack: Pack, known: Known) -> Any:
    """Return the module `workflows.replay` of the packed rule book, or of the reader's own copy."""
    if known.engine:
        texts = {
            str(path.relative_to(known.engine)): path.read_bytes()
            for room in ROOMS
            for path in (known.engine / room).rglob("*.py")
        }
    else:
        names = (name for name in pack.files if name.startswith(ENGINE))
        texts = {name.removeprefix(ENGINE): pack.files[name] for name in names}
    sources = Sources(texts)
    sys.meta_path.insert(0, sources)
    sys.path_hooks.insert(0, sources)
    bare = importlib.import_module("proof.bare")
    bare.stand_in(pack.json("holidays.json"), pack.json("law.json")["themes"])
    return importlib.import_module("workflows.replay")


def of_the_verdicts(pack: Pack, replay: Any) -> tuple[str, str]:
    """Decide each verdict again; `replay` is the module `workflows.replay`, wherever it came from."""
    books: dict[tuple[str, str], Any] = {}
    more, same, changed, gone, rules = pack.json("law.json"), 0, 0, 0, 0
    for record in pack.records:
        claims = record["claims"]
        edition = pack.json(f"editions/{claims['edition']}.json")
        under = claims["edition"], claims["acted_on"]
        if under not in books:
            books[under] = replay.law_of(edition, claims["acted_on"], more)
        book = books[under]
        facts, standing = (pack.json(f"judged/{claims[n]}.json") for n in ("facts", "standing"))
        said = json.loads(record["content"])
        found = replay.decide_again(said, record["inputs"], facts, standing, edition, book)
        if found.outcome is replay.Outcome.DIFFERS:
            place = f"{pack.case['reference']}, bản ghi {record['sequence']} ({said['step']})"
            raise Broken(place, f"xét lại ra khác: {'; '.join(found.why)}")
        same += found.outcome is replay.Outcome.SAME
        changed += found.outcome is replay.Outcome.CODE_CHANGED
        gone += found.outcome is replay.Outcome.ERASED
        rules += found.rules
    return (
        (
            f"xét lại {same} kết luận theo {rules} quy định đã áp dụng: đều như đã ghi;"
            f" {changed} giữ như đã ghi vì mã điều kiện đã đổi,"
            f" {gone} vì câu trả lời đã xóa theo quy định"
        ),
        (
            f"{same} verdicts decided again under {rules} rules applied: all as recorded;"
            f" {changed} kept as recorded, the code of their guards has changed,"
            f" {gone} because an answer was erased on purpose"
        ),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Check one pack and print the report; return 0 when everything holds, else 1."""
    asked = _asked(arguments)
    print("BÁO CÁO KIỂM CHỨNG / VERIFICATION REPORT", asked.pack)
    try:
        members = read_archive(Path(asked.pack).read_bytes())
        if any(member.name == EXTRACT for member in members):
            return _check_extract(Extract(members), _known(asked))
        pack = Pack(members)
        print(
            f"  Hồ sơ / file: {pack.case['reference']} — {pack.case['label']}, {pack.manifest['made_at']}"
        )
        for vietnamese, english in checks(pack, _known(asked)):
            print(f"  [đúng / ok] {vietnamese}\n              {english}")
    except Broken as fault:
        print(f"  [SAI / FAULT] {fault}")
        print(str(fault))
        return 1
    except (OSError, KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        print(f"  [SAI / FAULT] không đọc được gói: {type(error).__name__} {error}")
        return 1
    _list_steps(pack)
    print(f"audit: 1 cases, {len(pack.records)} records, intact")
    return 0


def _check_extract(pack: Extract, known: Known) -> int:
    """Check an extract and print the report; 0, or Broken."""
    print(f"  Trích nhật ký lưu vết / extract of the audit trail: {pack.manifest['made_at']}")
    for vietnamese, english in checks_of_extract(pack, known):
        print(f"  [đúng / ok] {vietnamese}\n              {english}")
    chains = pack.extract["chains"].values()
    print(
        f"audit: {len(chains)} cases, {sum(len(one['entries']) for one in chains)} records, intact"
    )
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="verify.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pack")
    parser.add_argument("--key")
    parser.add_argument("--checkpoints")
    parser.add_argument("--engine")
    parser.add_argument("--no-engine", action="store_true")
    return parser.parse_args(arguments)


def _known(asked: argparse.Namespace) -> Known:
    key = asked.key
    if key and Path(key).is_file():
        key = Path(key).read_text().split()[0]
    kept = Path(asked.checkpoints).read_text().splitlines() if asked.checkpoints else ()
    texts = [json.loads(line)["text"] for line in kept]
    numbered = {json.loads(text)["number"]: text for text in texts}
    engine = Path(asked.engine) if asked.engine else None
    return Known(key, numbered, engine, not asked.no_engine)


def _list_steps(pack: Pack) -> None:
    for record in pack.records:
        said, labels = record["claims"], pack.case["labels"]
        step = labels.get(said["step"], said["step"])
        print(
            f"  {record['sequence']:>4}. {said['acted_on']}  {step}  ({said['from']} → {said['to']})"
        )


if __name__ == "__main__":
    sys.exit(main())
