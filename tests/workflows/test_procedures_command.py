"""`manage.py procedures`: the catalogue, one procedure on a day, every edition, the promises, the pictures."""

import json
import os
import subprocess
import sys
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command

import law
from documents.kinds import every_kind
from tests.campaign import WHOLE
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.editions import history
from workflows.management.commands.procedures import Command

ROOT = Path(__file__).resolve().parents[2]


def ask(*words, status=0):
    """Ask as the command line does; return what was printed."""
    out, err = StringIO(), StringIO()
    command = Command(stdout=out, stderr=err)
    command.style.ERROR = str
    if status:
        with pytest.raises(SystemExit) as left:
            call_command(command, *words)
        assert left.value.code == status
    else:
        call_command(command, *words)
        assert err.getvalue() == ""
    return (out.getvalue() + err.getvalue()).strip()


def test_the_list_names_every_variant_with_its_bodies_and_length():
    lines = ask("list").splitlines()

    assert [line.split()[0] for line in lines] == list(PROCEDURES)
    assert list(PROCEDURES)[-1] == "HN"
    (cell,) = (line for line in lines if line.startswith("P5.CB"))
    assert cell.endswith("chủ thể: Chi bộ")


def test_the_list_as_json_has_every_step():
    listed = json.loads(ask("list", "--json"))

    assert [one["code"] for one in listed] == list(PROCEDURES)
    for one in listed:
        assert set(one) == {"code", "label", "steps"}
        assert one["steps"] == [step.code for step in PROCEDURES[one["code"]].all_steps()]


def test_a_procedure_is_shown_as_it_stands_on_a_day():
    told = ask("show", "p5.cb", "--on", "2026-11-24")

    assert told.startswith("P5.CB – Chi bộ xem xét, thi hành kỷ luật, ngày 2026-11-24")
    assert "từ Đã nghe đảng viên trình bày → Đã biểu quyết, đã công bố kết quả" in told
    assert "văn bản: BB-07 Biên bản kiểm phiếu (lập)" in told
    assert "theo right.heard.before_meeting: Điều lệ Đảng Điều 39.3 (đã xác nhận)" in told
    assert "hạn: Ngày cuối của thời hạn khiếu nại: " in told


def test_what_nobody_could_read_stays_unknown():
    assert "theo proceed_without_accused: chưa rõ, hệ thống hỏi" in ask(
        "show", "P5.CB", "--on", "2026-11-24"
    )


def test_another_day_is_another_regulation():
    before, after = (ask("show", "P1.CD", "--on", day) for day in ("2017-07-01", "2026-11-24"))

    assert "basis.supervision.thematic: 86-QĐ/TW; 30-QĐ/TW Điều 30, 32 (một văn bản)" in before
    assert "30-QĐ/TW" not in after


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "P9.XX"), "Không có quy trình 'P9.XX'. Các mã: "),
        (("show", "P1.CD", "--on", "hôm nay"), "“hôm nay” không phải là ngày"),
        (("export", "-o", "/nowhere/at/all.json"), "Không ghi được /nowhere/at/all.json"),
        (("draw", "/proc/nowhere"), "Không ghi được vào /proc/nowhere"),
    ],
)
def test_an_impossible_question_is_one_sentence(words, said):
    told = ask(*words, status=2)

    assert told.startswith(said)
    assert len(told.splitlines()) == 1


#: Outside a campaign a few of every part of the regulations are written out, a variant among them.
ASKED = DECLARED if WHOLE else [PROCEDURES[code] for code in ("P1.CD", "P3.DV", "P5.CB", "P8.XR")]
ONLY = ["--only", *(one.code for one in ASKED)] if ASKED is not DECLARED else []


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Every edition of these procedures, read back."""
    file = tmp_path_factory.mktemp("export") / "procedures.json"
    told = ask("export", "-o", str(file), *ONLY)
    editions = json.loads(file.read_text(encoding="utf-8"))
    assert told == f"{file}: {len(ASKED)} quy trình, {len(editions)} ấn bản"
    return editions


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The folder in which they were drawn, and what the command said."""
    folder = tmp_path_factory.mktemp("draw") / "maps"
    return folder, ask("draw", str(folder), "--on", "2026-11-24", *ONLY)


RULE = {
    "rule": str, "label": str, "citation": (str, type(None)), "confidence": (str, type(None)), "force": str,
}  # fmt: skip
SHAPE = {"code": str, "edition": str, "start": str, "stages": list, "steps": list}
STAGE = {"code": str, "label": str, "final": bool}
STEP = {
    "code": str, "label": str, "source": list, "target": (str, type(None)), "role": str, "basis": dict,
    "inputs": list, "papers": list, "guards": list, "deadline": (dict, type(None)),
}  # fmt: skip
INPUT = {"name": str, "kind": str, "label": str, "required": bool}
PAPER = {"code": str, "title": str, "signed": bool}
GUARD = {"id": str, "says": str, "remedy": str, "rules": list}
DEADLINE = {
    "label": str, "since": str, "length": (str, type(None)), "set_by": (str, type(None)),
    "basis": (dict, type(None)),
}  # fmt: skip


def has_shape(value, shape):
    assert set(value) == set(shape)
    for name, kind in shape.items():
        assert isinstance(value[name], kind), (name, value[name])
    return True


def test_the_export_has_the_shape_it_promises(exported):
    papers, rules = (
        {kind.code for kind in every_kind()},
        {one.id for one in law.book().all_parameters()},
    )
    for one in exported:
        assert has_shape(one, SHAPE)
        assert all(has_shape(stage, STAGE) for stage in one["stages"])
        stages = {stage["code"] for stage in one["stages"]}
        steps = {step["code"] for step in one["steps"]}
        for step in one["steps"]:
            assert has_shape(step, STEP)
            assert has_shape(step["basis"], RULE)
            assert all(has_shape(asked, INPUT) for asked in step["inputs"])
            assert all(has_shape(paper, PAPER) for paper in step["papers"])
            assert all(has_shape(guard, GUARD) for guard in step["guards"])
            assert step["source"]
            assert {*step["source"], step["target"] or step["source"][0]} <= stages
            assert {paper["code"] for paper in step["papers"]} <= papers
            assert {rule for guard in step["guards"] for rule in guard["rules"]} <= rules
            if step["deadline"]:
                assert has_shape(step["deadline"], DEADLINE)
                assert step["deadline"]["since"] in steps


def test_the_export_has_each_edition_once_with_its_first_day(exported):
    told = [(one["code"], one["start"], one["edition"]) for one in exported]

    assert told == [(one.code, day.isoformat(), sha) for one in ASKED for day, sha in history(one)]
    for one in ASKED:
        shas = [sha for code, _day, sha in told if code == one.code]
        assert all(before != after for before, after in pairwise(shas))


def test_the_export_of_one_day_has_one_edition_of_each(tmp_path):
    file = tmp_path / "today.json"

    ask("export", "-o", str(file), "--on", "2026-11-24", *ONLY)

    editions = json.loads(file.read_text(encoding="utf-8"))
    assert [one["code"] for one in editions] == [one.code for one in ASKED]
    assert all(one["start"] <= "2026-11-24" for one in editions)


def test_the_pictures_and_tables_are_written_side_by_side(drawn):
    folder, told = drawn

    files = [one.code.lower().replace(".", "_") for one in ASKED]
    assert [Path(one).name for one in told.splitlines()] == [
        f"{file}.{kind}" for file in files for kind in ("svg", "md")
    ]
    table = (folder / "p5_cb.md").read_text(encoding="utf-8")
    for step in PROCEDURES["P5.CB"].all_steps():
        assert f"| {step.label} |" in table
    assert "Biên bản nghe đảng viên trình bày ý kiến" in table


def test_the_table_says_in_which_stages_a_step_may_be_taken(drawn):
    table = (drawn[0] / "p1_cd.md").read_text(encoding="utf-8")

    assert "| Nhận tài liệu, chứng cứ | mọi giai đoạn chưa kết thúc | giữ nguyên |" in table
    assert (
        "| Dự thảo báo cáo kết quả | Đối tượng đã báo cáo; Đã thẩm tra, xác minh | Đã dự thảo"
        in table
    )
    assert (
        "| Thay đổi thành phần đoàn | mọi giai đoạn chưa kết thúc, trừ: Theo chương trình; "
        in table
    )


def test_no_database_is_opened(tmp_path):
    """Nothing of a database is set up, looked for or left behind."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE", "KIEM_TRA"))}
    env["KIEM_TRA_VAR"] = str(tmp_path / "var")

    told = subprocess.run(
        [sys.executable, "manage.py", "procedures", "check", "HN"],
        cwd=ROOT, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert told.stdout.splitlines()[-1].endswith(", 0 broken")
    assert not (tmp_path / "var" / "database").exists()
