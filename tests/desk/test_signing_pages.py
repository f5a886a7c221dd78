"""E-order on the site: the signer signs the file, the clerk numbers and seals it; anyone checks any file."""

from __future__ import annotations

import io
import re

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import Paper, State
from documents.signatures import sample_keys
from tests.cases.supervision import TODAY
from tests.desk.test_approvals import LIST, PASSWORD, Office

CHECK = reverse("signature-check")


class SigningOffice(Office):
    """A supervision whose decision waits for the chairman, in an office with sample keys."""

    def __init__(self, folder, settings):
        super().__init__()
        for who in ("chunhiem", "vanthu", "canbo"):
            self.client(who)
        settings.DEMO = True
        settings.SIGNING_KEYS = folder / "keys.yaml"
        settings.SIGNING_ROOTS = folder / "roots"
        sample_keys.lay(folder)
        self.matter.goes_to("draft_decide")

    @property
    def paper(self) -> Paper:
        return Paper.objects.get(record_paper__case=self.matter.case, symbol="QĐ")

    @property
    def plan(self) -> Paper:
        return Paper.objects.get(record_paper__case=self.matter.case, symbol="KH")

    def signs_words(self) -> Paper:
        self.confirms("chunhiem", "decide")
        self.signs("chunhiem", "decide")
        return self.paper

    def signs_file(self, who: str = "chunhiem", **said):
        said = {"read": "on", **said}
        return self.client(who).post(reverse("paper-sign", args=[self.paper.pk]), said)

    def sees(self, who: str, name: str = "paper") -> str:
        answer = self.client(who).get(reverse(name, args=[self.paper.pk]))
        assert answer.status_code == 200
        return answer.content.decode()

    def numbers(self):
        url = reverse("step", args=[self.matter.case.reference, "number_paper"])
        page = self.client("vanthu").get(url).content.decode()
        (key,) = re.findall(r'name="key" value="([^"]+)"', page)
        said = {"key": key, "acted_on": TODAY.isoformat(), "paper": self.paper.pk}
        return self.client("vanthu").post(url, said)

    def confirms_again(self, who: str):
        self.client(who).post(reverse("account_reauthenticate"), {"password": PASSWORD})


@pytest.fixture
def office(db, tmp_path, settings):
    return SigningOffice(tmp_path, settings)


def test_from_the_words_to_the_sealed_file(office, django_capture_on_commit_callbacks):
    office.signs_words()

    assert "đang chờ người ký ký số vào tệp" in office.sees("chunhiem")
    after = office.signs_file()["Location"]
    assert "chờ văn thư lấy số" in office.sees("chunhiem")
    assert after == reverse("paper-sign", args=[office.plan.pk])  # the other paper of the same step
    with django_capture_on_commit_callbacks(execute=True):
        assert office.numbers().status_code == 302
    page = office.sees("canbo")

    assert office.paper.state == State.ISSUED
    assert office.paper.signed_states.count() == 4
    for said in ("chữ ký của người ký", "cơ quan ký ngày ban hành", "con dấu của cơ quan"):
        assert said in page


def test_the_signer_goes_from_the_words_straight_to_the_file(office):
    office.confirms("chunhiem", "decide")

    signed = office.signs("chunhiem", "decide")

    assert signed["Location"] == reverse("paper-sign", args=[office.paper.pk])
    page = office.sees("chunhiem", "paper-sign")
    assert page.count('src="data:image/png;base64,') == 2
    assert "Tôi đã đọc toàn văn bản bên cạnh và ký bằng khóa của tôi" in page
    assert office.paper.title in office.client("chunhiem").get(LIST).content.decode()


def test_a_button_stands_for_whose_turn_it_is_and_for_nobody_else(office):
    paper = office.signs_words()
    way = f'href="{reverse("paper-sign", args=[paper.pk])}"'
    number = f"?paper={paper.pk}"

    assert way in office.sees("chunhiem")
    assert way not in office.sees("vanthu")
    assert number not in office.sees("vanthu")
    office.signs_file()
    assert number in office.sees("vanthu")
    office.numbers()
    assert office.paper.state == State.READY
    assert way in office.sees("vanthu")
    assert way not in office.sees("chunhiem")


def test_nobody_signs_for_another(office):
    paper = office.signs_words()

    asked = office.sees("canbo", "paper-sign")
    sent = office.signs_file("canbo")

    assert "Chỉ người đã ký ban hành văn bản mới ký số" in asked
    assert "<button" not in asked.split("<main")[1].split("</main")[0]
    assert sent.status_code == 422
    assert not paper.signed_states.exists()


def test_only_who_takes_numbers_seals(office):
    paper = office.signs_words()
    office.signs_file()
    office.numbers()

    for who in ("canbo", "chunhiem"):
        assert office.signs_file(who).status_code == 422
        assert "Chỉ văn thư giữ con dấu số" in office.sees(who, "paper-sign")
    office.confirms_again("vanthu")
    assert office.signs_file("vanthu")["Location"] == reverse("paper", args=[paper.pk])
    assert office.paper.state == State.ISSUED


def test_no_number_before_the_signature(office):
    office.signs_words()

    answer = office.numbers()

    assert answer.status_code == 422
    assert "Người ký chưa ký số vào văn bản." in answer.content.decode()
    assert office.paper.state == State.SIGNED


def test_one_confirms_who_one_is_before_each_signature(office, settings):
    paper = office.signs_words()
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1

    answer = office.signs_file()

    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert not paper.signed_states.exists()


def test_one_says_that_one_read_it(office):
    paper = office.signs_words()

    answer = office.signs_file(read="")

    assert answer.status_code == 422
    assert "Đánh dấu ô này trước khi ký." in answer.content.decode()
    assert not paper.signed_states.exists()


class TestAKeyThatAsksForItsPin:
    @pytest.fixture(autouse=True)
    def asks(self, office, settings):
        """The chairman's key is opened with what is typed, not with a file."""
        told = yaml.safe_load(settings.SIGNING_KEYS.read_text(encoding="utf-8"))
        self.pin = (settings.SIGNING_KEYS.parent / "chunhiem.txt").read_text(encoding="utf-8")
        told["keys"]["chunhiem"]["asks_pin"] = True
        settings.SIGNING_KEYS.write_text(yaml.safe_dump(told), encoding="utf-8")

    def test_signs_with_it(self, office):
        paper = office.signs_words()

        office.signs_file(pin=self.pin)

        assert paper.signed_states.count() == 1

    def test_tells_that_it_was_wrong_and_does_not_repeat_it(self, office):
        office.signs_words()

        answer = office.signs_file(pin="0000-sai")

        assert answer.status_code == 422
        assert "Không mở được tệp khóa" in answer.content.decode()
        assert "0000-sai" not in answer.content.decode()

    def test_never_lays_it_aside_while_one_confirms_who_one_is(self, office, settings):
        office.signs_words()
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1

        sent = office.signs_file(pin=self.pin)
        asked = office.client("chunhiem").get(sent["Location"])

        assert sent["Location"] == reverse("paper-sign", args=[office.paper.pk])
        assert asked["Location"].startswith(reverse("account_reauthenticate"))
        assert self.pin not in str(dict(office.client("chunhiem").session))


class TestCheckingAFile:
    def sends(self, office, content: bytes, name="van-ban.pdf", language="vi"):
        file = SimpleUploadedFile(name, content, "application/pdf")
        office.client("canbo").cookies["django_language"] = language
        return office.client("canbo").post(CHECK, {"file": file})

    def test_of_our_own_says_who_signed_and_that_it_is_whole(self, office):
        office.signs_words()
        office.signs_file()
        office.numbers()
        office.confirms_again("vanthu")
        office.signs_file("vanthu")
        pdf = bytes(office.paper.print.pdf)

        vietnamese = self.sends(office, pdf).content.decode()
        english = self.sends(office, pdf, language="en").content.decode()
        changed = self.sends(office, pdf.replace(b"/Rotate", b"/Rotatf", 1)[:-1]).content.decode()

        assert "4 chữ ký số nguyên vẹn, chứng thư rõ nguồn gốc, tệp không bị sửa." in vietnamese
        assert office.matter.who("chunhiem").full_name in vietnamese
        assert "Chữ ký 4: Ủy ban Kiểm tra Đảng ủy xã Thử Đông" in vietnamese
        assert "4 unbroken signatures with known certificates" in english
        assert "KHÔNG dùng tệp này" in changed

    @pytest.mark.parametrize(
        ("content", "said"),
        [(b"PK\x03\x04", "Tệp này không phải PDF."), (b"%PDF-1.7\n", "Tệp PDF hỏng")],
    )
    def test_that_is_no_paper_is_told(self, office, content, said):
        answer = self.sends(office, content)

        assert answer.status_code == 200
        assert said in answer.content.decode()

    def test_too_large_is_not_looked_at(self, office):
        answer = self.sends(office, b"%PDF" + bytes(20 * 1024 * 1024))

        assert answer.status_code == 422
        assert "không quá 20 MB" in answer.content.decode()

    def test_asks_for_one(self, office):
        answer = office.client("canbo").post(CHECK, {"file": io.BytesIO(b"")})

        assert answer.status_code == 422

    def test_is_open_to_nobody_from_outside(self, client, db):
        assert client.get(CHECK).status_code == 302
