"""Filters kept under a name: kept, opened with, shared with colleagues, thrown away and had back."""

from __future__ import annotations

from django.urls import reverse

from permissions.saved_models import SavedFilter


def deed(client, name: str, deed: str, **said: object):
    kept = SavedFilter.objects.get(name=name)
    return client.post(reverse("filter-deed", args=[kept.pk, deed]), said, follow=True)


def keep(client, page: str, query: str, name: str, **said: object):
    return client.post(
        reverse("filter-keep", args=[page]), {"query": query, "name": name, **said}, follow=True
    )


def bar(client, page: str, query: str = ""):
    return client.get(reverse(page) + query).wsgi_request.saved


def test_a_filter_is_kept_opens_its_list_and_is_lent_to_colleagues(world):
    officer, leader, stranger = (world.client(one) for one in ("officer", "leader", "stranger"))

    # an empty list keeps nothing; what narrows it is kept under a name, without its place in the list
    assert bar(officer, "cases").form is None
    assert "Chưa lọc gì." in keep(officer, "cases", "", "Trống").content.decode()
    answer = keep(officer, "cases", "q=Thôn&sau=9", " Thôn  của tôi ", opens="on")
    assert answer.redirect_chain[-1][0] == f"{reverse('cases')}?q=Th%C3%B4n"
    assert [
        (one.name, one.chosen, one.opens) for one in bar(officer, "cases", "?q=Thôn").filters
    ] == [("Thôn của tôi", True, True)]
    assert not bar(leader, "cases", "?q=x").filters

    # the list opens with it, and whole where one asks for the whole
    assert officer.get(reverse("cases")).url == f"{reverse('cases')}?q=Th%C3%B4n"
    assert officer.get(f"{reverse('cases')}?tat-ca=1").status_code == 200
    assert leader.get(reverse("cases")).status_code == 200

    # shared with a body of one's own: colleagues may open with it too, others never see it
    ubkt = world.province.bodies["ubkt"].pk
    refused = deed(officer, "Thôn của tôi", "chia-se", body=0).content.decode()
    assert "Chỉ chia sẻ với cơ quan" in refused
    deed(officer, "Thôn của tôi", "chia-se", body=ubkt)
    assert [bool(one.by) for one in bar(leader, "cases", "?q=x").filters] == [True]
    assert not bar(stranger, "cases", "?q=x").filters
    kept = SavedFilter.objects.get(name="Thôn của tôi").pk
    assert leader.post(reverse("filter-deed", args=[kept, "bo"])).status_code == 404
    assert stranger.post(reverse("filter-deed", args=[kept, "mac-dinh"])).status_code == 404
    deed(leader, "Thôn của tôi", "mac-dinh")
    assert leader.get(reverse("cases")).status_code == 302

    # thrown away it opens nothing for anybody; its owner has it back, unless its name went to another
    deed(officer, "Thôn của tôi", "bo")
    assert leader.get(reverse("cases")).status_code == officer.get(reverse("cases")).status_code == 200  # fmt: skip
    page = officer.get(reverse("filters")).content.decode()
    assert "Lấy lại" in page
    keep(officer, "cases", "q=khác", "Thôn của tôi")
    gone = SavedFilter.objects.get(thrown_away=True)
    back = reverse("filter-deed", args=[gone.pk, "lay-lai"])
    assert "Tên này đã dùng cho một bộ lọc khác" in officer.post(back, follow=True).content.decode()
    SavedFilter.objects.filter(thrown_away=False).update(name="Tên khác")
    officer.post(back)
    assert {one.name for one in bar(officer, "cases", "?q=x").filters} == {
        "Tên khác",
        "Thôn của tôi",
    }
    assert "Đã lưu bộ lọc" in keep(officer, "worklist", "nhom=late", "Quá hạn").content.decode()
    assert officer.post(reverse("filter-keep", args=["law"]), {}).status_code == 404
    SavedFilter.objects.all().delete()
