"""`manage.py audit …`: does every history still hold, and can somebody else check it without us?"""

import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases import checking, checkpointing, quick
from cases.models import Case
from cases.packing import NoLog, pack
from cases.verification import verify
from proof.checkpoints import Log, LogRefused


class Command(BaseCommand):
    """Check histories, seal them, hand them over; what is wrong ends with exit 1."""

    help = "Kiểm tra, niêm phong và giao nộp lịch sử hồ sơ."

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        one = actions.add_parser("verify", help="kiểm tra mọi hồ sơ, hoặc một gói; thoát 1 khi sai")
        one.add_argument("--pack", help="tệp gói chứng cứ")
        one.add_argument(
            "--log", type=Path, help="thư mục giữ bản khác của mốc niêm phong, thay cho mốc ở đây"
        )
        one.add_argument(
            "--key", default="", help="khóa công khai của nơi dùng, khi máy này không có"
        )
        one.add_argument(
            "--quick",
            action="store_true",
            dest="quickly",
            help="chỉ mã băm và mối nối của mọi chuỗi",
        )
        actions.add_parser("key", help="tạo khóa niêm phong một lần; in khóa công khai để công bố")
        actions.add_parser("checkpoint", help="niêm phong đầu các chuỗi vừa đổi")
        one = actions.add_parser("pack", help="lập gói chứng cứ của một hồ sơ")
        one.add_argument("case", help="số hồ sơ")
        one.add_argument("-o", "--output", required=True)
        one.add_argument(
            "--no-files",
            action="store_true",
            help="tệp đính kèm chỉ ghi mã băm, không kèm nội dung",
        )
        actions.add_parser("check", help="rà soát dữ liệu lệch, việc kẹt; thoát 1 khi có")
        return actions

    def handle(self, *args, action, **options):
        try:
            getattr(self, f"_{action}")(**options)
        except (checkpointing.NoKey, NoLog, LogRefused) as refused:
            raise CommandError(str(refused)) from refused

    def _verify(self, pack=None, log=None, key="", quickly=False, **_):
        if quickly:
            self._verify_quickly()
            return
        if pack:
            sys.exit(self._verify_pack(pack))
        if log and Log(log).last() is None:
            raise CommandError(f"{log} không giữ mốc niêm phong nào.")
        report = verify(log=log and Log(log), public=key)
        for fault in report.faults[1:]:
            self.stderr.write(str(fault))
        if report.erased:
            self.stdout.write(f"{report.erased} nội dung cá nhân đã xóa, chuỗi vẫn nguyên.")
        self.stdout.write(str(report))
        if report.faults:
            sys.exit(1)

    def _verify_quickly(self):
        faults = list(quick.faults())
        for fault in faults:
            self.stderr.write(str(fault))
        self.stdout.write("audit: every hash and every link, " + ("broken" if faults else "intact"))
        if faults:
            sys.exit(1)

    def _verify_pack(self, path):
        """The verifier as a stranger would run it, in a Python that knows nothing of this site."""
        verifier = Path(settings.BASE_DIR) / "proof" / "verify.py"
        known = ["--key", checkpointing.key().public] if settings.CHECKPOINT_KEY.exists() else []
        log = checkpointing.log()
        if log and log.last():
            known += ["--checkpoints", str(log.folder / "checkpoints.jsonl")]
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(verifier), path, *known],
            capture_output=True, text=True, check=False, encoding="utf-8", env={"PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        self.stdout.write(done.stdout.rstrip())
        if done.stderr:
            self.stderr.write(done.stderr)
        return done.returncode

    def _key(self, **_):
        self.stdout.write(f"Khóa riêng: {settings.CHECKPOINT_KEY} (chỉ chủ tệp đọc được)")
        self.stdout.write(checkpointing.make_key())

    def _checkpoint(self, **_):
        newest = checkpointing.take()
        if newest is None:
            self.stdout.write("Chưa có gì để niêm phong.")
            return
        said = newest.said
        self.stdout.write(f"Mốc số {said['number']}: {said['size']} đầu chuỗi, gốc {said['root']}")

    def _pack(self, case, output, no_files=False, **_):
        found = Case.objects.filter(reference=case).first()
        if found is None:
            raise CommandError(f"Không có hồ sơ {case}.")
        Path(output).write_bytes(pack(found, with_files=not no_files))
        self.stdout.write(f"{output}: gói chứng cứ của hồ sơ {case}")

    def _check(self, **_):
        found = checking.run()
        for one in found:
            self.stdout.write(str(one))
        self.stdout.write(f"audit: {len(found)} điểm cần xem")
        if found:
            sys.exit(1)
