"""`manage.py reorganise`: a table previewed, done with its progress told, and taken back."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from cases.models import Case, Reorganisation
from registry.models import Organisation
from registry.reorganisation import table
from tests.cases.reorganisations import Commune, appoint, end, unite
from tests.cases.supervision import ago


@pytest.fixture
def commune(db) -> Commune:
    commune = Commune()
    commune.secretary.account = get_user_model().objects.create_user("bi-thu-xa")
    commune.secretary.save()
    return commune


def written(tmp_path, *lines) -> str:
    path = tmp_path / "plan.csv"
    path.write_text(table.write(lines), encoding="utf-8")
    return str(path)


def run(path, way, **more) -> tuple[str, str, int]:
    """What the command says, how it goes on, and how it ends."""
    out, told = io.StringIO(), io.StringIO()
    said = {
        "body": "sx-xa:btv", "by": "bi-thu-xa", "number": "77-QĐ/ĐU", "dated": ago(20), "effective": ago(10),
        **more,
    }  # fmt: skip
    flags = [f"--{name.replace('_', '-')}={value}" for name, value in said.items()]
    try:
        call_command("reorganise", path, f"--{way}", *flags, stdout=out, stderr=told)
    except SystemExit as ended:
        return out.getvalue(), told.getvalue(), int(ended.code or 0)
    return out.getvalue(), told.getvalue(), 0


def test_a_table_is_previewed_done_and_taken_back(commune, tmp_path):
    case = commune.opens(1)
    path = written(
        tmp_path, unite("c1", "c2", into="n1", name="Chi bộ Hợp"), appoint(commune.leader(1), "n1")
    )

    out, _told, ended = run(path, "preview")
    assert ended == 0
    assert f"{case.reference}: Tiếp tục ở tổ chức kế thừa: Chi bộ Hợp" in out
    assert "reorganise: previewed, 2 units, 1 files, 0 members unmoved, nothing written" in out
    assert not Reorganisation.objects.exists()
    assert not Organisation.objects.filter(code="n1").exists()

    out, told, ended = run(path, "do")
    assert ended == 0
    assert "reorganise: done, 2 units, 1 files, 0 members unmoved, orphans 0" in out
    assert "files: 1/1" in told
    assert Case.objects.get(pk=case.pk).body.organisation.code == "n1"

    out, _told, ended = run(path, "undo", reason="Quyết định 80-QĐ/ĐU.")
    assert ended == 0
    assert "reorganise: undone, 1 files back, orphans 0" in out
    assert Case.objects.get(pk=case.pk).body == commune.body(1)


def test_what_is_refused_is_told_with_every_reason(commune, tmp_path):
    path = written(tmp_path, end("c1"), unite("c2", into="c3", name="Chi bộ Trùng"))

    out, told, ended = run(path, "do")

    assert ended == 1
    assert "Hợp nhất từ hai tổ chức" in told
    assert "Mã “c3” đã là của" in told
    assert "nothing written" in out
    assert Organisation.objects.get(code="c1").last_day is None
    _out, told, ended = run(path, "undo", number="77-QĐ/ĐU", reason="Sai.")
    assert ended == 1
    assert "chưa thực hiện" in told
