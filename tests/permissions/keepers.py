"""An inspection committee that keeps envelopes, and the people who do things with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from permissions.vault import services
from permissions.vault.chain import Said
from permissions.vault.cipher import Identity
from permissions.vault.deeds import Deed
from permissions.vault.models import Envelope, EnvelopeEntry
from registry.provinces import Province

DAY = date(2026, 11, 20)
SENDER = Identity(
    "Khổng Thị Uyển Nhi",
    "Số 7 ngõ Quỳnh Lưu Ly, thôn Thử Bốn",
    "0987 612 345",
    "Chồng: Khổng Văn Mực",
)


@dataclass
class Keepers:
    """The committee of the sample province, each person by the short name of its file."""

    province: Province

    def person(self, who):
        return self.province.people[who]

    @property
    def body(self):
        return self.province.bodies["ubkt"]

    def said(self, deed, who, *, at: datetime | None = None, about=None, to=None, key="", **words):
        return Said(
            deed, self.person(who), DAY, key or uuid4().hex, words, about,
            self.person(to) if to else None, at,
        )  # fmt: skip

    def receive(
        self, *, who="vanthu", number="", identity=None, key="", at=None, **words
    ) -> Envelope:
        words = {"place": "Tủ sắt số hai", **words}
        return services.receive(
            self.said(Deed.RECEIVE, who, to="vanthu", key=key, at=at, **words),
            body=self.body,
            number=number or f"PB-{uuid4().hex[:6]}",
            source="buu_dien",
            identity=identity,
        )

    def sealed(self, at=None) -> Envelope:
        return self.receive(identity=SENDER, at=at)

    def ask(self, envelope, who="chunhiem", at=None) -> EnvelopeEntry:
        words = {"reason": "Cần gặp để xác minh", "purpose": "Xác minh", "document": "KH 12"}
        return services.ask(envelope, self.said(Deed.ASK, who, at=at, **words))

    def answer(self, envelope, about, who="phochunhiem", deed=Deed.APPROVE, at=None):
        words = {"reason": "Chưa cần thiết"} if deed is Deed.DECLINE else {}
        return services.answer(envelope, self.said(deed, who, about=about, at=at, **words))

    def look(self, envelope, about, who="chunhiem", at=None, key="") -> Identity:
        return services.look(envelope, self.said(Deed.LOOK, who, about=about, at=at, key=key))

    def erase(self, envelope, who="chunhiem"):
        words = {"reason": "Hết thời hạn giữ", "document": "QĐ 9"}
        return services.erase(envelope, self.said(Deed.ERASE, who, **words))
