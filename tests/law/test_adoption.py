"""A row read in the full text, laid over the shipped law: what it changes, what it may never do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import law
from law import adoption, shelf
from law.adoption import Adoption, from_json, kind, over, reasons_against
from law.citations import Instrument
from law.gaps import gaps

SCAN = "ab" * 32
FIRST = date(2026, 4, 11)
DAY = timedelta(1)


def held(number="21-QĐ/TW", dated=date(2026, 4, 11), clause="Điều 26.1"):
    return law.Document(number, dated, clause, SCAN)


@pytest.fixture
def window(book):
    """What an officer reads in the full text: the window to complain, unknown in the shipped law."""
    instrument = book.instruments.get("21-QĐ/TW")
    return Adoption(
        rule="complaint.window", start=FIRST, end=None, state="known", value=30, unit="day",
        instrument="21-QĐ/TW", document=held(dated=instrument.signed),
    )  # fmt: skip


def because(book, row):
    return " ".join(f"{reason.rule} {reason.text}" for reason in reasons_against(book, row))


def test_a_gap_is_filled_for_every_later_verdict_and_the_list_of_gaps_shrinks_by_one(book, window):
    after = over(book, window)

    hit = after.rule("complaint.window", FIRST)
    assert kind(book, window) == adoption.FILLS
    assert (hit.value, hit.unit, hit.force) == (30, "day", "hard")
    assert hit.cited == "21-QĐ/TW Điều 26.1"
    assert hit.sources[0].startswith("Toàn văn 21-QĐ/TW")
    assert len(gaps(book, FIRST)) - len(gaps(after, FIRST)) == 1


def test_the_days_before_keep_their_law(book, window):
    after = over(book, window)

    assert after.rule("complaint.window", FIRST - DAY) == book.rule("complaint.window", FIRST - DAY)


def test_a_row_in_the_middle_leaves_what_lies_before_and_after(book, window):
    middle = replace(window, start=FIRST + 10 * DAY, end=FIRST + 19 * DAY)

    after = over(book, middle)

    states = [
        after.rule("complaint.window", FIRST + n * DAY).state for n in (0, 9, 10, 19, 20, 900)
    ]
    assert states == ["unknown", "unknown", "known", "known", "unknown", "unknown"]


def test_the_law_so_changed_has_another_name_and_the_shipped_one_keeps_its_own(book, window):
    before = book.version

    assert over(book, window).version != before == book.version


def test_confirming_a_row_makes_it_hard_and_keeps_what_it_cited(book):
    row = book.row("basis.supervision.thematic", date(2022, 1, 1))
    confirmed = Adoption(
        rule=row.rule, start=row.start, end=row.end, state=row.state, value=row.value,
        unit=row.unit, instrument="22-QĐ/TW", document=held("22-QĐ/TW", date(2021, 7, 28), "Điều 3"),
    )  # fmt: skip

    hit = over(book, confirmed).rule(row.rule, date(2022, 1, 1))

    assert kind(book, confirmed) == adoption.CONFIRMS
    assert hit.force == "hard"
    assert hit.cited == "22-QĐ/TW Điều 3; 86-QĐ/TW"
    assert "same" in because(over(book, confirmed), confirmed)


def test_another_value_corrects_the_row(book, window):
    corrected = replace(
        window, start=date(2025, 5, 30), end=date(2026, 4, 10), value=45, instrument="296-QĐ/TW",
        document=held("296-QĐ/TW", date(2025, 5, 30), "Điều 25"),
    )  # fmt: skip

    assert kind(book, corrected) == adoption.CORRECTS
    assert over(book, corrected).rule("complaint.window", date(2025, 6, 1)).value == 45


def test_a_rule_only_a_locality_has_is_filled_for_the_country(book):
    share = Adoption(
        rule="inspection.extension", start=FIRST, end=None, state="known", value="1/3",
        unit="share_of_planned_duration", instrument="21-QĐ/TW",
        document=held(dated=book.instruments.get("21-QĐ/TW").signed),
    )  # fmt: skip

    after = over(book, share)

    assert after.rule("inspection.extension", FIRST).force == "hard"
    assert after.rule("inspection.extension", FIRST, layer="lao_cai").layer == "lao_cai"
    wider = replace(share, layer="lao_cai", value="2/3")
    assert "nới rộng quy định chung" in because(after, wider)


def test_a_document_the_law_did_not_name_is_brought_along(book, window):
    own = Instrument(
        "12-QC/ĐU",
        "12-QC/ĐU",
        "Quy chế",
        "làm việc",
        "Đảng ủy Mẫu",
        FIRST,
        FIRST,
        None,
        "confirmed",
    )
    brought = replace(
        window, instrument=own.id, brings=own, document=held("12-QC/ĐU", FIRST, "Điều 4")
    )

    assert over(book, brought).rule("complaint.window", FIRST).cited == "12-QC/ĐU Điều 4"
    assert from_json(brought.as_json()) == brought


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"instrument": "999-QĐ/TW"}, "Danh mục không có văn bản 999-QĐ/TW"),
        ({"instrument": "296-QĐ/TW"}, "khác danh mục"),
        ({"instrument": "22-QĐ/TW"}, "ngoài thời gian có hiệu lực"),
        ({"document": held(clause="")}, "Chưa nêu điều, khoản"),
        ({"document": held(number="20-QĐ/TW")}, "Số, ngày của văn bản khác danh mục"),
        ({"state": "no_rule"}, "không được có giá trị"),
        ({"value": None}, "không có giá trị"),
        ({"end": FIRST - DAY}, "Ngày cuối trước ngày đầu"),
        ({"layer": "nowhere"}, "Không có địa phương này"),
    ],
)
def test_what_the_loader_would_refuse_is_refused(book, window, changed, says):
    assert says in because(book, replace(window, **changed))
    with pytest.raises(law.LawRefused):
        over(book, replace(window, **changed))


@pytest.mark.parametrize("rule", sorted(law.book().floor_rules))
@pytest.mark.parametrize(
    "taken", [{"state": "ended"}, {"state": "no_rule"}, {"value": False}, {"value": "không"}]
)
def test_no_adoption_removes_or_changes_a_guarantee_of_the_floor(book, window, rule, taken):
    removed = replace(window, rule=rule, **({"value": None} if "state" in taken else {}) | taken)

    assert "adoption.floor" in because(book, removed)
    with pytest.raises(law.LawRefused):
        over(book, removed)


def test_a_guarantee_may_be_confirmed_as_it_stands(book, window):
    ballot = replace(window, rule="vote.discipline.ballot", value="secret", unit="ballot")

    assert reasons_against(book, ballot) == ()


def test_an_exception_to_the_floor_is_not_widened(book, window):
    words = ("bị phạt từ cải tạo không giam giữ trở lên", "bị khởi tố")
    wider = replace(window, rule="criminal.direct_expulsion", value=words, unit="grounds")

    assert "ngoại lệ" in because(book, wider)
    assert "ngoại lệ" not in because(book, replace(wider, value=words[:1]))


def test_an_unknown_rule_is_said_at_once(book, window):
    with pytest.raises(law.UnknownRule, match=r"complaint\.window"):
        reasons_against(book, replace(window, rule="complaint.windo"))


def test_an_edition_keeps_what_was_adopted(book, window):
    from law.editions import restore, whole

    again = restore(whole(over(book, window)))

    assert again.rule("complaint.window", FIRST).value == 30


# The site's versions


@pytest.fixture
def site(tmp_path):
    shelf.keep_adoptions(tmp_path / "law", tmp_path / "keys" / "law")
    yield shelf.versions()
    shelf.keep_adoptions(None)


def adopt(site, row):
    version = site.prepare(row, "2026-11-22T08:00:00+07:00")
    site.enact(version.hash)
    return version


def test_a_version_is_the_law_at_once_and_only_once_in_force(site, window):
    before = law.book()
    version = site.prepare(window, "2026-11-22T08:00:00+07:00")
    assert law.book() is before

    site.enact(version.hash)
    site.enact(version.hash)

    assert law.rule("complaint.window", FIRST).value == 30
    assert [v.number for v in site.in_force()] == [1]


def test_a_block_keeps_to_its_law_though_another_comes_into_force(site, window):
    with law.steady():
        adopt(site, window)
        inside = law.rule("complaint.window", FIRST).state

    assert (inside, law.rule("complaint.window", FIRST).state) == ("unknown", "known")


def test_another_process_sees_the_newest_version_at_once(site, window):
    other = type(site)(site.folder, site.key.path)
    unseen = other.mark()

    adopt(site, window)

    assert other.mark() != unseen
    assert other.in_force() == site.in_force()


def test_versions_name_the_one_before(site, window):
    first = adopt(site, window)
    second = adopt(site, replace(window, rule="denunciation.extension", value=30))

    assert (second.number, second.previous) == (2, first.hash)
    assert [v.hash for v in site.in_force()] == [first.hash, second.hash]


def _spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "tampering",
    [
        lambda file, _pointer, _key: _spoil(file, '"value": 30', '"value": 90'),
        lambda file, _pointer, _key: _spoil(file, '"signature": "', '"signature": "00'),
        lambda file, _pointer, _key: _spoil(file, "{", '{"more": 1,'),
        lambda file, _pointer, _key: file.write_text("không phải JSON"),
        lambda file, _pointer, _key: file.write_text("[]"),
        lambda file, _pointer, _key: file.unlink(),
        lambda _file, pointer, _key: pointer.write_text("22" * 32),
        lambda _file, _pointer, key: key.unlink(),
        lambda _file, _pointer, key: key.write_text("11" * 32),
    ],
)
def test_a_changed_or_unsigned_version_is_refused_at_the_start(site, window, tampering):
    version = adopt(site, window)
    file = site.folder / f"{version.hash}.json"

    tampering(file, site.folder / "current", site.key.path)

    with pytest.raises(law.LawRefused, match="khôi phục từ bản sao lưu"):
        shelf.keep_adoptions(site.folder, site.key.path)


def test_the_key_is_for_its_owner_alone(site, window):
    adopt(site, window)

    assert site.key.path.stat().st_mode & 0o077 == 0


def test_a_version_that_does_not_follow_the_newest_is_not_put_in_force(site, window):
    late = site.prepare(window, "2026-11-22T08:00:00+07:00")
    adopt(site, replace(window, value=45))

    with pytest.raises(law.LawRefused, match="không nối tiếp"):
        site.enact(late.hash)


# From site to site


def test_what_one_site_adopted_another_that_trusts_it_takes_in(site, window, tmp_path):
    adopt(site, window)
    text, key = site.exported(), site.key.public
    shelf.keep_adoptions(tmp_path / "other" / "law", tmp_path / "other" / "key")
    other = shelf.versions()

    with pytest.raises(law.LawRefused, match=f"--trust {key}"):
        other.take_in(text, law.book())
    assert law.rule("complaint.window", FIRST).state == "unknown"

    taken = other.take_in(text, law.book(), trust=key)
    again = other.take_in(text, law.book(), trust=key)

    assert ([v.from_site for v in taken], again) == ([key], ())
    assert law.rule("complaint.window", FIRST).value == 30


def test_a_site_restored_with_its_key_has_the_same_versions_again(site, window, tmp_path):
    version = adopt(site, window)
    text = site.exported()
    shelf.keep_adoptions(tmp_path / "again", site.key.path)

    shelf.versions().take_in(text, law.book())

    assert [v.hash for v in shelf.versions().in_force()] == [version.hash]


def test_a_changed_export_is_refused_whole(site, window, tmp_path):
    adopt(site, window)
    text = site.exported().replace('"value": 30', '"value": 90')
    shelf.keep_adoptions(tmp_path / "again", site.key.path)

    with pytest.raises(law.LawRefused, match="không mang chữ ký"):
        shelf.versions().take_in(text, law.book())
    assert shelf.versions().in_force() == ()


def test_the_command_lists_exports_and_imports(site, window, tmp_path):
    from tests.law.test_commands import ask, ask_json

    adopt(site, window)
    file = tmp_path / "bo-sung.json"

    assert ask("adoptions", "export", str(file)).endswith("đã xuất 1 phiên bản")
    assert ask_json("adoptions", "list")[0]["adoption"]["rule"] == "complaint.window"
    assert ask_json("show", "complaint.window", "--on", "2026-04-11")["value"] == 30

    shelf.keep_adoptions(tmp_path / "again", site.key.path)
    assert ask_json("show", "complaint.window", "--on", "2026-04-11")["value"] is None
    assert ask("adoptions", "import", str(file)).endswith("đã nhập 1 phiên bản")
    assert ask_json("show", "complaint.window", "--on", "2026-04-11")["value"] == 30


@pytest.mark.parametrize("words", [["import"], ["import", "/khong/co"]])
def test_an_impossible_deed_is_one_sentence(site, words):
    from tests.law.test_commands import ask

    assert ask("adoptions", *words, status=2)
