"""Many papers chosen on one page, numbered and printed as a job, and taken out in one file."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import ReadEntry
from documents.models import Paper, Print
from jobs.models import Job
from jobs.running import run_waiting
from tests.cases.papers_at_once import account_of, lay_signed, waiting
from tests.desk.test_office_pages import words_of

AT_ONCE = "papers-at-once"


@pytest.fixture
def province(db):
    return lay_signed(4)


def client_of(person):
    client = Client()
    client.force_login(account_of(person), "django.contrib.auth.backends.ModelBackend")
    return client


def sent(client, **said):
    return client.post(reverse(AT_ONCE), {"purpose": "gửi các nơi nhận", **said})


def test_all_are_chosen_numbered_printed_and_taken_out_in_one_file(province):
    clerk = client_of(province.people["vanthu"])
    assert words_of(clerk.get(reverse(AT_ONCE))).count("Đã ký, chưa có số") == 4

    asked = sent(clerk, all="on")
    assert "Đang chờ đến lượt" in words_of(clerk.get(asked.url))
    run_waiting()
    page = words_of(clerk.get(asked.url))
    answer = clerk.get(reverse("papers-zip", args=[Job.objects.get().pk]))

    assert "4 trên 4" in page
    assert not waiting().exists()
    with ZipFile(BytesIO(answer.content)) as taken:
        names = taken.namelist()
        sums = dict(
            line.split("  ")[::-1] for line in taken.read("sha256.txt").decode().splitlines()
        )
        assert {taken.read(name) for name in names[:-1]} == {
            bytes(one) for one in Print.objects.values_list("pdf", flat=True)
        }
        assert all(
            hashlib.sha256(taken.read(name)).hexdigest() == sums[name] for name in names[:-1]
        )
    assert names[0].startswith("001 01-KH-")
    read = ReadEntry.objects.filter(part="tai_van_ban")
    assert set(read.values_list("purpose", flat=True)) == {"gửi các nơi nhận"}


def test_a_job_that_left_papers_undone_says_so_first_and_why_at_each(province):
    officer = client_of(province.people["canbo"])
    job = sent(officer, all="on").url

    run_waiting()
    page = words_of(officer.get(job))

    assert "4 việc chưa làm được; từng dòng nói vì sao" in page
    assert "Đã xong." not in page
    assert page.casefold().count("văn thư") >= 4


def test_only_what_is_ticked_is_done(province):
    clerk = client_of(province.people["vanthu"])
    one = waiting().order_by("pk").first()

    sent(clerk, chosen=[one.pk])
    run_waiting()

    assert list(Paper.objects.exclude(number=None)) == [one]
    assert words_of(clerk.get(reverse(AT_ONCE) + "?muc=da-in")).count("Đã in, đã ban hành") == 1


def test_the_list_is_narrowed_to_one_kind_and_all_of_it_is_chosen(province):
    clerk = client_of(province.people["vanthu"])

    clerk.post(reverse(AT_ONCE) + "?loai=QD-01", {"purpose": "gửi", "all": "on"})
    run_waiting()

    assert {paper.kind for paper in Paper.objects.exclude(number=None)} == {"QD-01"}
    assert {paper.kind for paper in waiting()} == {"KH-01"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Chưa chọn văn bản nào."),
        ({"chosen": ["999999", "x"]}, "Chưa chọn văn bản nào."),
        ({"all": "on", "purpose": " "}, "bắt buộc"),
    ],
)
def test_nothing_chosen_or_no_purpose_asks_for_nothing(province, said, told):
    answer = sent(client_of(province.people["vanthu"]), **said)

    assert answer.status_code == 422
    assert told in words_of(answer)
    assert not Job.objects.exists()


def test_the_job_and_its_file_are_for_whoever_asked_alone(province):
    clerk = client_of(province.people["vanthu"])
    job = sent(clerk, all="on").url
    run_waiting()
    other = client_of(province.people["chunhiem"])

    archive = reverse("papers-zip", args=[Job.objects.get().pk])

    assert [other.get(url).status_code for url in (job, archive)] == [404, 404]
    assert clerk.get(archive).status_code == 200


def test_before_its_end_there_is_no_file(province):
    clerk = client_of(province.people["vanthu"])
    sent(clerk, all="on")

    assert clerk.get(reverse("papers-zip", args=[Job.objects.get().pk])).status_code == 404


def test_whoever_serves_in_no_body_of_the_papers_chooses_from_nothing(province):
    stranger = client_of(province.people["bithu"])

    assert "Không có văn bản nào" in words_of(stranger.get(reverse(AT_ONCE)))
