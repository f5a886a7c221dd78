"""The member a file is about: their own page, what it keeps from them, and what they hand in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases import services
from cases.models import Attachment, FileRow, ReadEntry, WorkRow
from cases.queries import papers_for, visible_to, work_for
from cases.refused import StepRefused
from cases.verification import verify
from registry import clock
from registry.models import Post
from workflows import catalogue
from workflows.own_steps import is_own

TODAY = clock.today


def kinds(concerned, person) -> set[str]:
    held = papers_for(person, TODAY()).filter(case=concerned.case)
    return set(held.values_list("paper__kind", flat=True))


class TestWhatTheMemberSees:
    def test_a_page_of_their_own_at_the_same_address(self, concerned):
        page = concerned.reads(concerned.member)

        assert "Hồ sơ của bạn đang ở đâu" in page
        assert "Đã công bố" in page
        assert "Nộp giải trình, chứng cứ" in page
        assert "Đề nghị xem xét lại kết luận" in page
        for kept_back in ("Kể lại vụ việc", "Nhật ký nối chuỗi", "Đường đi hợp lệ"):
            assert kept_back not in page
        assert "Nhật ký nối chuỗi" in concerned.reads(concerned.signer)

    def test_the_papers_meant_for_them_and_no_other(self, concerned):
        assert kinds(concerned, concerned.member) == {
            "QD-01.KT", "KH-01.KT", "DC-01.KT", "KH-02.KT", "BB-01.KT", "BB-02.KT", "BB-06.KT",
            "TB-01.KT",
        }  # fmt: skip
        assert {"BC-02.KT", "BB-03.KT", "BB-05.KT"} <= kinds(concerned, concerned.signer)

    def test_a_paper_not_meant_for_them_is_not_there_on_any_surface(self, concerned):
        client = concerned.client(concerned.member)
        report = concerned.case.papers.get(paper__kind="BC-02.KT").paper_id
        for name, parts in (
            ("paper", {}), ("paper-pdf", {}), ("paper-picture", {"page": 1}), ("api-1:paper", {}),
        ):  # fmt: skip
            assert client.get(reverse(name, kwargs={"paper": report, **parts})).status_code == 404

        notice = concerned.case.papers.get(paper__kind="TB-01.KT").paper_id
        assert client.get(reverse("paper-pdf", kwargs={"paper": notice})).status_code == 200
        page = client.get(reverse("paper", kwargs={"paper": notice})).content.decode()
        assert "Các cấp ký" not in page

    def test_only_their_own_steps_have_a_page(self, concerned):
        procedure = catalogue.get("P3.DV")
        seen = {
            step.code
            for step in procedure.all_steps()
            if concerned.get(concerned.member, "step", step=step.code).status_code == 200
        }

        assert seen == {step.code for step in procedure.all_steps() if is_own(step)}
        assert seen == {"hand_in_statement", "reserve_own_opinion", "ask_to_reconsider"}
        for name, parts in (
            ("case-retold", {}),
            ("approval", {"step": "conclude"}),
            ("step-preview", {"step": "conclude", "kind": "TB-01.KT"}),
        ):
            assert concerned.get(concerned.member, name, **parts).status_code == 404

    def test_the_api_tells_them_no_more_than_the_page(self, concerned):
        client, ref = concerned.client(concerned.member), {"ref": concerned.case.reference}
        case = client.get(reverse("api-1:case", kwargs=ref)).json()

        assert case["findings"] == []
        assert {paper["kind"] for paper in case["papers"]} == kinds(concerned, concerned.member)
        actions = client.get(reverse("api-1:actions", kwargs=ref)).json()
        assert {one["step"] for one in actions} == {
            "hand_in_statement", "reserve_own_opinion", "ask_to_reconsider",
        }  # fmt: skip
        for name in ("history", "way"):
            assert client.get(reverse(f"api-1:{name}", kwargs=ref)).status_code == 404
        taken = client.post(
            reverse("api-1:take_step", kwargs={**ref, "step": "close"}),
            {"acted_on": TODAY().isoformat()}, "application/json",
        )  # fmt: skip
        assert taken.status_code == 404

    def test_an_office_in_the_handling_body_opens_nothing_more(self, concerned):
        for position in ("chu_nhiem", "van_thu", "giam_sat_ho_so"):
            Post.objects.create(
                person=concerned.member, body=concerned.case.body, position=position,
                first_day="2017-01-01",
            )  # fmt: skip

        assert "Hồ sơ của bạn đang ở đâu" in concerned.reads(concerned.member)
        assert kinds(concerned, concerned.member) < kinds(concerned, concerned.signer)
        assert not work_for(concerned.member, TODAY()).filter(case=concerned.case).exists()
        page = concerned.client(concerned.member).get(reverse("papers")).content.decode()
        report = concerned.case.papers.get(paper__kind="BC-02.KT").paper
        assert report.number_text
        assert report.number_text not in page
        rows = concerned.reads(concerned.member, "case-reads")
        assert concerned.signer.full_name not in rows

    def test_before_being_told_an_officer_does_not_find_a_file_about_themselves(self, concerned):
        untold = services.open_case(
            "P3.DV", body=concerned.case.body, subjects=[concerned.signer],
            actor=concerned.lead, acted_on=TODAY(), inputs={
                "source": "nam_tinh_hinh", "theme": "việc mẫu", "period_from": "2025-01-01",
                "period_to": "2025-12-31", "reasons": "Lý do mẫu.",
            },
        )  # fmt: skip

        assert visible_to(concerned.lead, TODAY()).contains(untold)
        assert not visible_to(concerned.signer, TODAY()).contains(untold)
        assert WorkRow.objects.filter(case=untold).exists()
        assert not work_for(concerned.signer, TODAY()).filter(case=untold).exists()


class TestHandingIn:
    def hand_in(self, concerned, step, **said):
        page = concerned.get(concerned.member, "step", step=step)
        form = page.context["page"].form
        sent = {"acted_on": TODAY().isoformat(), "key": form["key"].value(), **said}
        return concerned.client(concerned.member).post(concerned.url("step", step=step), sent)

    def test_a_statement_with_a_file_lies_word_for_word_in_the_file(self, concerned):
        scan = SimpleUploadedFile("giay-to.pdf", b"%PDF-1.4 mau", "application/pdf")
        answer = self.hand_in(
            concerned, "hand_in_statement", title="Giấy tờ đất", statement="Tôi nộp bản chính.",
            scan=scan,
        )  # fmt: skip

        assert answer.status_code == 302
        row = FileRow.objects.get(case=concerned.case, kind="tu_nop")
        assert row.words["statement"] == "Tôi nộp bản chính."
        assert row.laid_by.post is None
        assert "Tôi nộp bản chính." in concerned.reads(concerned.member)
        assert "Tôi nộp bản chính." in concerned.reads(concerned.signer, query="?muc=handed")
        for reader in (concerned.member, concerned.signer):
            kept = concerned.get(reader, "case-file", row=row.number)
            assert kept.content == b"%PDF-1.4 mau"
            assert "attachment" in kept["Content-Disposition"]
        assert not verify().faults

    def test_the_files_of_others_are_not_theirs_to_open(self, concerned):
        scan = Attachment.objects.create(
            sha256="cd" * 32, name="tai-lieu.pdf", kind="application/pdf", size=4, content=b"%PDF"
        )
        services.take_step(
            concerned.case, "add_evidence", actor=concerned.lead, acted_on=TODAY(),
            inputs={"title": "Thư của xã", "given_by": "UBND xã",
                    "scan": {"sha256": scan.pk, "name": scan.name, "size": 4}},
        )  # fmt: skip
        row = FileRow.objects.filter(case=concerned.case, kind="tai_lieu").latest("number")

        assert concerned.get(concerned.lead, "case-file", row=row.number).status_code == 200
        assert concerned.get(concerned.member, "case-file", row=row.number).status_code == 404
        assert "Thư của xã" not in concerned.reads(concerned.member)

    def test_nobody_corrects_their_words_for_them(self, concerned):
        self.hand_in(concerned, "hand_in_statement", title="Giải trình", statement="Nguyên văn.")
        record = FileRow.objects.get(case=concerned.case, kind="tu_nop").laid_by.sequence

        with pytest.raises(StepRefused) as refused:
            services.take_step(
                concerned.case, "ask_correction", actor=concerned.lead, acted_on=TODAY(),
                inputs={"record": record, "what": "bo", "reason": "Ghi sai."},
            )  # fmt: skip

        assert "correct.own" in {reason.rule for reason in refused.value.reasons}

    def test_nobody_else_uses_their_rights(self, concerned):
        with pytest.raises(StepRefused) as refused:
            services.take_step(
                concerned.case, "ask_to_reconsider", actor=concerned.signer, acted_on=TODAY(),
                inputs={"reason": "Thay mặt."},
            )  # fmt: skip

        assert refused.value.reasons[0].rule == "permission"

    def test_what_is_classified_is_refused_and_not_kept(self, concerned):
        scan = SimpleUploadedFile("mat.pdf", b"%PDF-1.4 mat", "application/pdf")
        answer = self.hand_in(
            concerned, "hand_in_statement", title="Tài liệu", statement="Kèm bản mật.", secrecy="mat",
            scan=scan,
        )  # fmt: skip

        assert answer.status_code == 422
        assert "phiếu giữ chỗ" in answer.content.decode()
        assert not Attachment.objects.filter(name="mat.pdf").exists()
        assert not FileRow.objects.filter(case=concerned.case, kind="tu_nop").exists()

    def test_a_request_is_work_for_the_leaders_and_its_answer_comes_back(self, concerned):
        self.hand_in(concerned, "ask_to_reconsider", reason="Kết luận chưa xét giấy tờ mới.")
        row = FileRow.objects.get(case=concerned.case, kind="de_nghi_xet_lai")

        assert work_for(concerned.signer, TODAY()).filter(step="answer_request").exists()
        assert "Trả lời đề nghị xem xét lại" in concerned.reads(concerned.signer)
        with pytest.raises(StepRefused) as kept_open:
            services.take_step(
                concerned.case, "close", actor=concerned.lead, acted_on=TODAY(), inputs={}
            )
        assert "every_request_is_answered" in {one.rule for one in kept_open.value.reasons}

        answer = {"request": row.number, "result": "khong_chap_nhan", "reason": "Đã xét ở mục 2."}
        services.take_step(
            concerned.case,
            "answer_request",
            actor=concerned.signer,
            acted_on=TODAY(),
            inputs=answer,
        )

        assert "Đã xét ở mục 2." in concerned.reads(concerned.member)
        assert not WorkRow.objects.filter(case=concerned.case, step="answer_request").exists()
        with pytest.raises(StepRefused):
            services.take_step(
                concerned.case, "answer_request", actor=concerned.signer, acted_on=TODAY(),
                inputs=answer,
            )  # fmt: skip
        assert not verify().faults

    def test_an_opinion_is_reserved(self, concerned):
        self.hand_in(concerned, "reserve_own_opinion", opinion="Tôi bảo lưu ý kiến về mục 1.")

        assert "Tôi bảo lưu ý kiến về mục 1." in concerned.reads(concerned.member)
        assert ReadEntry.objects.filter(person=concerned.member, way="ban_than").exists()
