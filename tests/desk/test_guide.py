"""Trợ giúp: the guide as pages of the site, and the tour of the first five minutes."""

import re

import pytest
from django.urls import resolve, reverse

from desk import guide
from desk.tours import ROUTES, stops_of
from permissions.choice_models import NOT_BEGUN, OVER
from permissions.models import AccountChoice
from registry import clock
from registry.models import Post, on
from tests.desk.world import ROLES

GUIDES = [(one.slug, language) for one in guide.GUIDES for language in ("vi", "en")]


@pytest.mark.parametrize(("slug", "language"), GUIDES)
def test_each_page_is_written_in_both_languages_and_leads_into_the_site(slug, language):
    page = guide.written(slug, language)

    assert page.language == language
    assert page.title
    assert "<h1" not in page.html
    for target in re.findall(r'href="([^"#]*)', page.html):
        assert resolve(target).view_name in {"guide", "help"}
    for picture in re.findall(r'src="/static/guide/([^"]+)"', page.html):
        assert (guide.PICTURES / picture).stat().st_size <= 60_000


def test_pictures_are_few_and_all_of_them_are_shown():
    shown = {
        picture
        for slug, language in GUIDES
        for picture in re.findall(
            r'src="/static/guide/([^"]+)"', guide.written(slug, language).html
        )
    }

    drawn = {one.relative_to(guide.PICTURES).as_posix() for one in guide.PICTURES.rglob("*.webp")}
    assert shown == drawn
    assert len(drawn) <= 25


def test_a_reader_finds_the_pages_of_their_own_work_first(world):
    first = {
        role: re.findall(r'href="/tro-giup/([a-z-]+)/"', _main(world, role, "help"))[0]
        for role in ROLES
    }

    assert first["officer"] == "can-bo"
    assert first["chair"] == "nguoi-ky"
    assert first["clerk"] == "van-thu"
    assert first["auditor"] == "giam-sat-ho-so"
    assert first["secretary"] == "chi-bo"
    assert first["concerned"] == "nguoi-co-ho-so"


def test_a_page_nobody_wrote_is_not_found(world):
    assert world.client("officer").get("/tro-giup/khong-co/").status_code == 404


@pytest.mark.parametrize("role", ["officer", "chair", "clerk", "secretary", "auditor", "concerned"])
def test_a_tour_leads_through_pages_the_role_may_open_and_ends(role, world):
    client, account = world.client(role), _person(world, role).account
    AccountChoice.objects.filter(account=account).delete()
    stops = stops_of(_posts(world, role))
    assert 5 <= len(stops) <= 7

    for number, stop in enumerate(stops, 1):
        page = client.post(reverse("tour"), {"to": str(number)}, follow=True)
        assert page.status_code == 200
        assert page.request["PATH_INFO"] == stop.url
        assert f"chặng {number}/{len(stops)}: {stop.title}" in page.content.decode()

    client.post(reverse("tour"), {"to": "xong"})
    assert AccountChoice.objects.get(account=account).tour == OVER
    assert 'class="tour"' not in client.get(stops[0].url).content.decode()


def test_a_tour_is_offered_once_kept_where_it_stopped_and_refused_where_there_is_no_stop(world):
    client, account = world.client("officer"), _person(world, "officer").account
    AccountChoice.objects.filter(account=account).delete()
    assert "Lần đầu vào đây?" in client.get("/").content.decode()

    client.post(reverse("tour"), {"to": "3"})

    assert "đang ở đây" in _main(world, "officer", "tour")
    assert 'class="tour"' not in client.get(reverse("papers")).content.decode()
    for nonsense in ("0", "99", "-1", "x", ""):
        assert client.post(reverse("tour"), {"to": nonsense}).status_code == 400
    assert AccountChoice.objects.get(account=account).tour == 3
    AccountChoice.objects.filter(account=account).update(tour=NOT_BEGUN)


def test_every_post_has_a_tour_of_its_own():
    assert all(5 <= len(stops) <= 7 for _posts_of, stops in ROUTES)


def _main(world, role, name):
    page = world.client(role).get(reverse(name)).content.decode()
    return page.partition("<main")[2]


def _posts(world, role):
    held = Post.objects.filter(on(clock.today()), person=_person(world, role))
    return set(held.values_list("position", flat=True))


def _person(world, role):
    return world.province.people[ROLES[role]]
