"""The pieces of one backup in their folder, and the list that says which there are and what is in them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.refusals import CannotRun
from law.adoption_key import SigningKey
from proof.canonical import canonical
from proof.verify import signed

FORMAT = 1
DATABASE, STATE, LIST, SEAL = "database.dump", "state.txt", "manifest.json", "manifest.sig"
LAW, CHECKPOINTS = "law", "checkpoints"
#: Said before what is signed, so that a signature never serves for anything else.
CONTEXT = b"kiem-tra backup\n"


@dataclass(frozen=True)
class Backup:
    """One backup: a folder with a dump of the database, what it holds, the adopted law, the sealed log."""

    folder: Path

    def path(self, name: str) -> Path:
        return self.folder / name

    def begin(self) -> None:
        """Lay the folder, for its owner alone; CannotRun where something lies there already."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(self.folder.iterdir()):
            raise CannotRun(f"{self.folder} đã có dữ liệu: mỗi bản sao lưu cần một thư mục trống.")
        self.folder.chmod(0o700)

    def copy_in(self, source: Path | None, name: str, first: tuple[str, ...] = ()) -> None:
        """Copy the files of a folder, those named in `first` before the others."""
        if source is None or not source.is_dir():
            return
        files = [one for one in sorted(source.iterdir()) if one.is_file() and one.name != "lock"]
        self.path(name).mkdir()
        for one in sorted(files, key=lambda file: file.name not in first):
            shutil.copyfile(one, self.path(name) / one.name)

    def close(self, key: SigningKey | None, **about: Any) -> None:
        """Write the list of all pieces, last of all: a backup without it was broken off."""
        pieces = [self._described(one) for one in self._files()]
        told = {"format": FORMAT, **about, "public": key.public if key else "", "pieces": pieces}
        text = canonical(json.loads(json.dumps(told, default=str)))
        if key:
            self.path(SEAL).write_text(key.sign(_sha(text.encode())) + "\n")
        self.path(LIST).write_text(text)

    @property
    def told(self) -> dict[str, Any]:
        """What the list says; CannotRun where there is none or it cannot be read."""
        try:
            held: dict[str, Any] = json.loads(self.path(LIST).read_text())
        except FileNotFoundError:
            raise CannotRun(f"{self.folder} không phải bản sao lưu, hoặc chưa lập xong.") from None
        except ValueError as error:
            raise CannotRun(f"Không đọc được {self.path(LIST)}: {error}") from error
        if held.get("format") != FORMAT:
            raise CannotRun(f"{self.path(LIST)}: không phải danh mục mà phiên bản này đọc được.")
        return held

    def faults(self, public: str = "") -> Iterator[str]:
        """Yield what is wrong with the pieces; `public` is the site's key as known from elsewhere."""
        told, there = self.told, {self._name(one): one for one in self._files()}
        for piece in told["pieces"]:
            path = there.pop(piece["name"], None)
            if path is None:
                yield f"{piece['name']}: thiếu"
            elif path.stat().st_size < piece["size"]:
                yield f"{piece['name']}: bị cắt ({path.stat().st_size} trên {piece['size']} byte)"
            elif self._described(path) != piece:
                yield f"{piece['name']}: nội dung khác với lúc sao lưu"
        yield from (f"{name}: không có trong danh mục" for name in sorted(there))
        yield from self._faults_of_the_seal(told["public"], public)

    def _faults_of_the_seal(self, said: str, known: str) -> Iterator[str]:
        if known and known != said:
            yield f"{LIST}: không mang khóa niêm phong của nơi dùng"
        if not said:
            return
        seal = self.path(SEAL).read_text().strip() if self.path(SEAL).exists() else ""
        if not signed(said, CONTEXT + _sha(self.path(LIST).read_bytes()).encode(), seal):
            yield f"{LIST}: chữ ký không đúng, danh mục bị sửa hoặc bị thay"

    def _files(self) -> list[Path]:
        every = sorted(one for one in self.folder.rglob("*") if one.is_file())
        return [one for one in every if self._name(one) not in (LIST, SEAL)]

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _described(self, path: Path) -> dict[str, Any]:
        with path.open("rb") as file:
            sha = hashlib.file_digest(file, "sha256").hexdigest()
        return {"name": self._name(path), "size": path.stat().st_size, "sha256": sha}


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
