"""`manage.py law`: answers on stdout, one helpful sentence and exit code 2 for the impossible."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from law.management.commands.law import Command, in_vietnamese


def ask(*words, status=0):
    """Ask as the command line does; return what was printed."""
    out, err = StringIO(), StringIO()
    command = Command(stdout=out, stderr=err)
    command.style.ERROR = str
    if status:
        with pytest.raises(SystemExit) as left:
            call_command(command, *words)
        assert left.value.code == status
        return (out.getvalue() + err.getvalue()).strip()
    call_command(command, *words)
    assert err.getvalue() == ""
    return out.getvalue().strip()


def ask_json(*words):
    return json.loads(ask(*words, "--json"))


def test_check_counts_rows_and_instruments():
    last = ask("check").splitlines()[-1]

    assert last.startswith("law: ")
    assert last.endswith(" instruments, 0 errors")


def test_check_names_every_fault_and_leaves_with_one(folder):
    folder.change("floor.yaml", "[right.complain]", "[right.complainn]")

    lines = ask("check", "--law", str(folder.path), status=1).splitlines()

    assert lines[0].startswith("floor.yaml, dòng 1:")
    assert lines[-1].endswith("1 errors")


def test_show():
    answer = ask_json("show", "complaint.window", "--on", "2025-06-01")

    assert {
        key: answer[key] for key in ("rule", "value", "unit", "state", "confidence", "key")
    } == {
        "rule": "complaint.window",
        "value": 30,
        "unit": "day",
        "state": "known",
        "confidence": "one_text",
        "key": "complaint.window@2025-05-30",
    }
    assert answer["citation"] == "296-QĐ/TW Điều 25.1"
    assert answer["proposals"] == []


def test_show_unknown_has_no_value_and_proposes():
    answer = ask_json("show", "complaint.window", "--on", "2026-04-11")

    assert (answer["state"], answer["value"]) == ("unknown", None)
    assert answer["proposals"]


def test_show_names_the_locality_of_a_local_rule():
    answer = ask_json("show", "inspection.duration.chi_bo", "--on", "2026-01-01")

    assert (answer["layer"], answer["value"]) == ("lao_cai", 30)
    assert "Tỉnh Lào Cai" in ask("show", "inspection.duration.chi_bo", "--on", "2026-01-01")


def test_vote_with_yes():
    answer = ask_json(
        "vote",
        "vote.threshold.expulsion.propose",
        "--on",
        "2026-03-12",
        "--base",
        "12",
        "--yes",
        "9",
    )

    assert (answer["state"], answer["passes"], answer["needed"], answer["base"]) == (
        "known",
        True,
        8,
        12,
    )


def test_vote_with_forms():
    forms = "khai_tru=5,cach_chuc=3,canh_cao=1,khien_trach=0,khong=2"

    answer = ask_json(
        "vote",
        "vote.threshold.member.light",
        "--on",
        "2022-05-01",
        "--base",
        "11",
        "--forms",
        forms,
    )

    assert (answer["form"], answer["passes"]) == ("cach_chuc", True)


def test_vote_unknown_leaves_the_verdict_empty():
    answer = ask_json(
        "vote", "vote.threshold.member.light", "--on", "2017-10-18", "--base", "16", "--yes", "11"
    )

    assert answer["state"] == "unknown"
    assert [answer[key] for key in ("passes", "form", "needed", "arithmetic")] == [None] * 4


def test_authority():
    answer = ask_json(
        "authority", "--on", "2022-06-01", "--body", "chi_bo", "--subject", "cap_uy_vien",
        "--form", "canh_cao", "--scope", "superior_task",
    )  # fmt: skip

    assert answer["verdict"] == "proposes"
    assert answer["rows"][0]["key"] == "authority.chi_bo.propose.superior_task@2021-07-28"


def test_authority_prints_the_accepted_words():
    words = ask("authority", "--kinds")

    for word in (
        "chi_bo", "chi_uy", "dang_uy_bo_phan", "dang_uy_co_so", "btv_dang_uy_co_so",
        "ubkt_dang_uy_co_so", "above_base_btv", "above_base_ubkt", "ubkt_tinh", "btv_tinh",
        "ubkttw",
        "dang_vien", "du_bi", "chi_uy_vien", "cap_uy_vien", "can_bo_cap_tren_quan_ly",
        "to_chuc_dang", "superior_task",
    ):  # fmt: skip
        assert f"  {word}  " in words


def test_deadline_shows_both_readings():
    answer = ask_json("deadline", "complaint.window", "--from", "2026-03-30")

    assert (answer["last_day"], answer["other_reading"]) == ("2026-04-29", "2026-05-14")
    assert (answer["state"], answer["value"], answer["unit"]) == ("known", 30, "day")


def test_deadline_with_a_pause():
    answer = ask_json(
        "deadline",
        "suspension.duration",
        "--from",
        "2023-01-01",
        "--pause",
        "2023-01-10:2023-01-11",
    )

    assert answer["last_day"] == "2023-04-03"
    assert answer["skipped"][0] == {"date": "2023-01-10", "reason": "tạm dừng"}


def test_deadline_unknown_proposes_with_last_days():
    answer = ask_json("deadline", "complaint.window", "--from", "2026-04-13")

    assert (answer["state"], answer["last_day"], answer["skipped"]) == ("unknown", None, [])
    assert answer["proposals"][0]["last_day"] == "2026-05-13"


def test_deadline_of_a_rule_with_several_periods():
    part = ("--part", "above_base_and_province")

    assert ask_json("deadline", "answer.to_member", "--from", "2025-08-01", *part)["value"] == 60


def test_limitation():
    answer = ask_json(
        "limitation", "--act", "2020-04-30", "--form", "khien_trach", "--on", "2026-05-01"
    )

    assert (answer["state"], answer["expired"], answer["until"]) == ("known", True, "2025-04-30")
    assert answer["rule"] == "limitation.member.reprimand"


def test_gaps_count_what_they_list():
    answer = ask_json("gaps", "--on", "2026-11-22")

    assert answer["count"] == len(answer["gaps"]) > 80
    assert ask("gaps", "--on", "2026-11-22").splitlines()[-1].startswith("gaps: ")


def test_diff_tells_what_changed():
    lines = ask("diff", "--on", "2025-05-29", "--then", "2025-05-30").splitlines()

    assert any(line.startswith("Thời hạn khiếu nại kỷ luật") for line in lines)
    assert lines[-1] == f"diff: {len(lines) - 1} khác biệt giữa 2025-05-29 và 2025-05-30"


def test_diff_of_two_folders(folder):
    folder.change(
        "parameters/complaints/complaint.window.yaml",
        "value: 30\n    unit: day",
        "value: 25\n    unit: day",
    )

    found = ask_json("diff", "--on", "2025-06-01", "--with", str(folder.path))

    assert [change["rule"] for change in found] == ["complaint.window"]


def test_table_is_markdown():
    assert ask("table").splitlines()[1].startswith("|---|")


def test_another_folder_is_asked(folder):
    folder.change(
        "parameters/complaints/complaint.window.yaml",
        "value: 30\n    unit: day",
        "value: 25\n    unit: day",
    )

    answer = ask_json("show", "complaint.window", "--on", "2025-06-01", "--law", str(folder.path))

    assert answer["value"] == 25


LIGHT_VOTE = ("vote", "vote.threshold.member.light", "--on", "2022-05-01")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((*LIGHT_VOTE, "--base", "9", "--yes", "10"), "nhiều hơn tổng số"),
        ((*LIGHT_VOTE, "--base", "9", "--yes", "một"), "số nguyên"),
        ((*LIGHT_VOTE, "--base", "0", "--yes", "0"), "từ 1 trở lên"),
        ((*LIGHT_VOTE, "--base", "9"), "Nêu một trong hai"),
        ((*LIGHT_VOTE, "--base", "9", "--forms", "phe_binh=3"), "“phe_binh” không phải hình thức"),
        ((*LIGHT_VOTE, "--base", "9", "--forms", "canh_cao"), "không đọc được"),
        ((*LIGHT_VOTE, "--base", "9", "--forms", "canh_cao=1,canh_cao=2"), "một lần"),
        (("vote", "vote.x", "--on", "2022-05-01", "--base", "9", "--yes", "1"), "Không có quy tắc"),
        (("show", "complaint.window", "--on", "2026-02-30"), "không phải là ngày"),
        (("show", "complaint.window", "--on", "30/2/2026"), "không phải là ngày"),
        (("show", "complaint.windw", "--on", "2026-02-03"), "gần nhất: complaint.window"),
        (("show", "complaint.window", "--on", "2026-02-03", "--layer", "ca_mau"), "ca_mau"),
        (("authority", "--on", "2026-02-03", "--body", "chi_bo"), "Còn thiếu --subject, --form"),
        (("deadline", "vote.quorum", "--from", "2026-02-03"), "không phải thời hạn"),
        (("deadline", "answer.to_member", "--from", "2025-08-03"), "thêm --part"),
        (("deadline", "removal.absence_months", "--from", "2025-08-03"), "không tính từ"),
        (("deadline", "complaint.window", "--from", "2025-08-03", "--pause", "x"), "TỪ:ĐẾN"),
        (("deadline", "x", "--from", "2025-08-03"), "Không có quy tắc “x”"),
        (("limitation", "--act", "2026-05-02", "--form", "x", "--on", "2026-05-03"), "“x” không"),
        (("show", "complaint.window", "--on", "2025-06-01", "--law", "/không/có"), "Không thấy bộ"),
        (("check", "--law", "/không/có"), "Không thấy bộ"),
    ],
)  # fmt: skip
def test_the_impossible_is_one_sentence_and_exit_code_two(words, sentence):
    said = ask(*words, status=2)

    assert sentence in said
    assert len(said.splitlines()) == 1


def test_a_pause_that_ends_before_it_begins_is_refused():
    pause = ("--pause", "2025-08-09:2025-08-08")

    said = ask("deadline", "complaint.window", "--from", "2025-08-03", *pause, status=2)

    assert "kết thúc trước khi bắt đầu" in said


def test_overlapping_files_answer_no_question(folder):
    folder.change("parameters/complaints/complaint.window.yaml", "to: 2026-04-10", "to: 2026-04-12")

    said = ask(
        "show", "complaint.window", "--on", "2025-06-01", "--law", str(folder.path), status=2
    )

    assert "chồng lên" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("the following arguments are required: --on, --base", "Còn thiếu --on, --base."),
        ("unrecognized arguments: --foo", "Không hiểu “--foo”."),
        (
            "argument CÂU_HỎI: invalid choice: 'x' (choose from 'a', 'b')",
            "Không có “x”; chọn: 'a', 'b'.",
        ),
        ("argument --on: expected one argument", "--on cần một giá trị."),
    ],
)
def test_the_parser_speaks_vietnamese(english, vietnamese):
    assert in_vietnamese(english) == vietnamese


def test_another_room_may_add_a_question():
    class Longer(Command):
        subcommands = Command.subcommands[:1]

    out = StringIO()
    call_command(Longer(stdout=out), "check")

    assert "0 errors" in out.getvalue()
