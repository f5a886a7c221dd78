"""`manage.py demo_data`: the sample province, its sign-ins, and matters to try; once, then only tell."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from cases import checking, checkpointing
from cases.conformance.replaying import replay_finished
from cases.stories import (
    demo,
    demo_absences,
    demo_daily,
    demo_discipline,
    demo_exits,
    demo_erasing,
    demo_grades,
    demo_guidance,
    demo_journeys,
    demo_organs,
    demo_reorganisation,
)
from documents.signatures import sample_keys
from registry import clock
from registry.models import Organisation
from registry.provinces import Province, find, load
from reports import demo_filings
from reports.counting import keeping

CODE, NAME = "mau", "thu_ha"

#: Sign-in name → whose it is in the province's file, and what to try first.
SIGN_INS = {
    "canbo": "cán bộ: lập đề xuất, soạn và trình ký",
    "chunhiem": "chủ nhiệm: xem và ký",
    "vanthu": "văn thư: lấy số, giao văn bản",
    "phochunhiem": "phó chủ nhiệm, trưởng đoàn",
    "uyvien": "ủy viên, thư ký đoàn",
    "giamsat": "cán bộ giám sát hồ sơ: đọc nhật ký",
    "bithu2": "bí thư chi bộ: họp chi bộ, bỏ phiếu kín, ký quyết định",
    "phobithu2": "phó bí thư chi bộ: soạn, trình ký",
    "bithuxa": "bí thư đảng ủy xã: sắp xếp tổ chức",
    "thon2a": "đảng viên của chi bộ: giấy mời, tài liệu họp",
}


class Command(BaseCommand):
    """Lay the sample data when it is not there yet, and print who may sign in."""

    help = "Chuẩn bị tỉnh mẫu, người dùng mẫu và vài hồ sơ để dùng thử."

    def handle(self, *args, **options):
        if not Organisation.objects.filter(code=f"{CODE}-tinh").exists():
            self._lay()
        find(CODE, NAME)
        self.stdout.write(f"Mật khẩu chung của dữ liệu mẫu: {settings.DEMO_PASSWORD}")
        for name, does in SIGN_INS.items():
            self.stdout.write(f"  {name:<12} {does}")

    def _lay(self) -> None:
        province = self._province()
        if settings.DEMO:
            sample_keys.lay(settings.SIGNING_KEYS.parent)
            checkpointing.make_key()
        demo.tell(province, clock.today())
        demo_discipline.tell(province, clock.today())
        demo_daily.tell(province, clock.today())
        demo_exits.tell(province, clock.today())
        demo_reorganisation.tell(province, clock.today())
        demo_absences.tell(province, clock.today())
        demo_journeys.tell(province, clock.today())
        demo_grades.tell(province, clock.today())
        demo_guidance.tell(province, clock.today())
        demo_organs.tell(province, clock.today())
        demo_erasing.tell(province, clock.today())
        keeping.refresh_all()
        demo_filings.tell(province, clock.today())
        if settings.DEMO:  # the pages of the auditors have something to tell from the first minute
            checkpointing.take()
            checking.run()
            replay_finished()

    @transaction.atomic
    def _province(self) -> Province:
        province = load(NAME, code=CODE)
        for name in SIGN_INS:
            person = province.people[name]
            person.account = get_user_model().objects.create_user(
                name, password=settings.DEMO_PASSWORD
            )
            person.save()
        return province
