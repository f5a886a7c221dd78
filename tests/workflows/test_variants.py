"""Variants: a procedure that says only in what it differs is whole, and says so in words."""

import subprocess
import sys
from pathlib import Path

import pytest

from documents import kinds
from permissions.predicates import may_sign
from permissions.roles import Relation, Role
from workflows.catalogue import DECLARED
from workflows.conditions.file import (
    the_committee_has_met_on_the_result,
    the_demand_is_due_later,
)
from workflows.conditions.local import the_team_is_small_enough
from workflows.drafts import may_draft
from workflows.offices import cell_secretary, member_in_charge, secretaries, team_lead
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.variants import differences, own_steps, varied

VARIANTS = [one for one in DECLARED if one.stage.varies]
each = pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: one.code)

ROOT = Path(__file__).parents[2]
DOZEN = '''"""P1.TN – a variant of one file."""

from permissions.predicates import may_sign
from workflows.offices import secretaries
from workflows.procedures.supervision.thematic import ThematicSupervision
from workflows.variants import varied


class Trial(ThematicSupervision):
    """Giám sát chuyên đề thử nghiệm."""

    code = "P1.TN"
    label = "Giám sát chuyên đề thử nghiệm"
    stage = varied(ThematicSupervision, cast={may_sign: secretaries}, without=["verify_further"])
'''


@each
def test_a_variant_says_in_words_what_differs_and_nothing_else(variant):
    said = list(differences(variant))

    assert said
    assert all(sentence.endswith(".") for sentence in said)
    assert len(said) < len(own_steps(variant.stage.varies.base))


@each
def test_a_variant_is_a_machine_of_its_own(variant):
    base = variant.stage.varies.base

    assert variant.stage is not base.stage
    assert variant.code != base.code
    if base.findings:
        theirs = base.findings.stage.enum.values
        mine = variant.findings.stage.enum.values
        assert mine == [one for one in theirs if one in mine]
        assert variant.findings.stage.start.value == base.findings.stage.start.value


def test_no_procedure_that_varies_nothing_has_differences():
    for procedure in DECLARED:
        if procedure.stage.varies is None:
            assert not list(differences(procedure))


def test_other_people_stand_wherever_the_base_has_them_in_its_findings_too():
    class Trial(ThematicSupervision):
        """Giám sát thử."""

        code, label = "P1.TH", "Giám sát thử"
        stage = varied(ThematicSupervision, cast={may_sign: cell_secretary})

    secretary = (Relation.HANDLING, Role.SECRETARY)
    assert secretary in Trial.steps["decide"].by.seats
    assert secretary in Trial.findings.steps["find_signs"].by.seats
    assert (Relation.HANDLING, Role.CHAIR) not in Trial.steps["conclude"].by.seats
    assert Trial.steps["prepare"].by is team_lead
    # The base stays as it was.
    assert secretary not in ThematicSupervision.steps["decide"].by.seats


def test_other_conditions_stand_wherever_the_base_has_them_and_others_prepare_its_papers():
    class Trial(ThematicSupervision):
        """Giám sát thử."""

        code, label = "P1.TK", "Giám sát thử"
        stage = varied(
            ThematicSupervision,
            cast={may_draft: team_lead},
            rules={the_committee_has_met_on_the_result: None},
        )

    assert the_committee_has_met_on_the_result not in Trial.steps["conclude"].when
    assert the_committee_has_met_on_the_result not in Trial.findings.steps["find_signs"].when
    assert Trial.steps["draft_decide"].by is team_lead
    assert the_committee_has_met_on_the_result in ThematicSupervision.steps["conclude"].when
    assert "bỏ điều kiện" in " ".join(differences(Trial))


def test_stages_that_nothing_leads_to_any_more_go_with_the_steps_left_out():
    class Short(ThematicSupervision):
        """Giám sát không lập đề cương."""

        code, label = "P1.NG", "Giám sát ngắn"
        stage = varied(
            ThematicSupervision,
            without=["prepare"],
            changed={"open": {"source": ("da_quyet_dinh",)}},
            labels={"da_trien_khai": "Đã công bố kế hoạch"},
        )

    assert "da_chuan_bi" not in Short.stage.enum.values
    assert Short.stage.enum("da_trien_khai").label == "Đã công bố kế hoạch"
    assert Short.move(Short.steps["open"], "da_quyet_dinh") == "da_trien_khai"
    assert "da_chuan_bi" not in Short.steps["change_team"].source


def test_a_stage_may_be_put_behind_one_of_the_base_and_a_step_of_its_own_leads_there():
    class Longer(ThematicSupervision):
        """Giám sát có thẩm định kế hoạch."""

        code, label = "P1.DA", "Giám sát có thẩm định"
        stage = varied(
            ThematicSupervision,
            added={"da_tham_dinh": ("APPRAISED", "Đã thẩm định kế hoạch", "da_quyet_dinh")},
            changed={"prepare": {"source": ("da_tham_dinh",)}},
        )

        @stage.step(
            stage.enum.DECIDED, stage.enum.APPRAISED, label="Thẩm định kế hoạch", by=team_lead,
            basis="basis.supervision.thematic",
        )  # fmt: skip
        def appraise(self):
            """Kế hoạch được thẩm định trước khi lập đề cương."""

    values = Longer.stage.enum.values
    assert values[values.index("da_quyet_dinh") + 1] == "da_tham_dinh"
    assert Longer.move(Longer.steps["appraise"], "da_quyet_dinh") == "da_tham_dinh"
    assert Longer.move(Longer.steps["prepare"], "da_tham_dinh") == "da_chuan_bi"
    assert Longer.phase_of("da_tham_dinh") == Longer.phase_of("da_quyet_dinh")
    assert any("Thêm bước “Thẩm định kế hoạch”" in one for one in differences(Longer))


def test_a_stage_put_behind_another_may_be_an_end():
    class Broken(ThematicSupervision):
        """Giám sát có thể thôi giữa chừng."""

        code, label = "P1.TG", "Giám sát có thể thôi"
        stage = varied(
            ThematicSupervision,
            added={"da_thoi": ("STOPPED", "Đã thôi giám sát", "da_quyet_dinh")},
            ends=["da_thoi"],
        )

        @stage.step(
            stage.enum.DECIDED, stage.enum.STOPPED, label="Thôi giám sát", by=team_lead,
            basis="basis.supervision.thematic",
        )  # fmt: skip
        def stop(self):
            """Không còn cần giám sát thì thôi."""

    assert Broken.is_final("da_thoi")
    assert "da_thoi" not in Broken.steps["add_evidence"].source


@pytest.mark.parametrize(
    "said",
    [
        {"added": {"da_xong": ("DONE", "Đã xong", "khong_co")}},
        {"without": ["consider_propsal"]},
        {"changed": {"aprove": {"label": "Duyệt"}}},
        {"papers": {kinds.DISCIPLINE_DECISION: None}},
        {"labels": {"da_xong": "Đã xong"}},
        {"ends": ["da_xong"]},
        {"cast": {secretaries: member_in_charge}},
        {"rules": {the_demand_is_due_later: None, the_team_is_small_enough: None}},
    ],
    ids=["added", "without", "changed", "papers", "labels", "ends", "cast", "rules"],
)
def test_a_word_that_changes_nothing_is_refused_at_import(said):
    with pytest.raises(TypeError, match="has no such thing to vary"):
        varied(ThematicSupervision, **said)


def test_a_file_put_beside_the_others_is_a_procedure_that_keeps_every_promise(tmp_path):
    """Nothing outside the file is edited: the catalogue finds it, the checks judge it, the pages name it."""
    asked = (
        "import workflows.procedures.supervision as place\n"
        f"place.__path__.append({str(tmp_path)!r})\n"
        "import django; django.setup()\n"
        "from workflows import catalogue, promises\n"
        "from workflows.variants import differences\n"
        "trial = catalogue.get('P1.TN')\n"
        "assert not list(promises.broken(catalogue.DECLARED))\n"
        "assert 'verify_further' not in trial.steps\n"
        "print(*differences(trial), sep='\\n')\n"
    )
    (tmp_path / "thu_nghiem.py").write_text(DOZEN, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Không có bước “Thẩm tra, xác minh tiếp”." in done.stdout
    assert len(DOZEN.strip().splitlines()) < 18
