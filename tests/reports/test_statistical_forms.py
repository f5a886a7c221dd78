"""Forms as data: every cell opens the list it counts, the press's sums come out, a column needs no code."""

from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.models import BodyKind
from reports import form as reading
from reports.checks import broken, checks
from reports.counted_models import Counted, Mark, Origin, What
from reports.figures import percent
from reports.form import FOLDER, FormFault, forms, get, used
from reports.periods import Kind, free, month, within_year, years_of
from reports.scopes import scope
from reports.tables import behind, fill, fill_by_branch, fill_by_year, sums
from tests.reports.worlds import laid
from workflows.outcomes import Violation

TODAY = date(2026, 11, 20)
TERM = free(date(2015, 1, 1), date(2018, 6, 30))
UNITS = ("tinh", "huyen", "xa_a", "xa_b", "xa_c", "chi_bo")


@pytest.fixture
def tree(db):
    return laid()


@st.composite
def units(draw):
    """One counted unit as the records could have made it: what is true of it goes together."""
    what = draw(st.sampled_from(list(What)))
    marks = set(draw(st.lists(st.sampled_from(list(Mark)), max_size=4)))
    return {
        "what": what,
        "unit": draw(st.sampled_from(UNITS)),
        "day": date(2015, 1, 1) + timedelta(draw(st.integers(0, 4200))),
        "held": draw(st.none() | st.integers(1, 900)),
        "body_kind": draw(st.sampled_from(BodyKind.values)),
        "origin": draw(st.sampled_from(Origin.values)),
        "form": draw(st.sampled_from(["", "khien_trach", "canh_cao", "khai_tru", "xoa_ten"])),
        "outcome": draw(st.sampled_from(["", "to_cao", *Violation.values])),
        "marks": sorted(one.value for one in marks),
        "themes": draw(st.lists(st.sampled_from(["dat_dai_nha_o", "dan_so", "khac"]), max_size=2, unique=True)),
        "person": draw(st.none() | st.integers(0, 3)),
        "procedure": draw(st.sampled_from(["P1.CD", "P3.DV", "P5.DV", "P5S.DV"])),
    }  # fmt: skip


def as_row(tree, said):
    what, unit, day, held, person = (
        said.pop(name) for name in ("what", "unit", "day", "held", "person")
    )
    about = (
        {"organisation": tree.units["chi_bo"]}
        if person is None
        else {"person": tree.person(person)}
    )
    until = None if held is None else day + timedelta(held)
    return tree.row(unit, day, what, until=until, **about, **said)


@given(
    laid_rows=st.lists(units(), min_size=5, max_size=10),
    days=st.tuples(st.integers(0, 4000), st.integers(0, 1500)),
)
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_cell_of_every_form_counts_as_many_as_its_list_holds(tree, laid_rows, days):
    Counted.objects.all().delete()
    tree.lays(*(as_row(tree, dict(one)) for one in laid_rows))
    start = date(2015, 1, 1) + timedelta(days[0])
    period = free(start, start + timedelta(days[1]))
    of = scope(tree.units["tinh"].pk, TODAY)

    for form in used(period):
        table = fill(form, period, of)
        for (row, column), figure in table.figures.items():
            found = behind(form, form.column(column, period), form.row(row), period, of)
            held = (
                found.values("person").distinct() if form.column(column, period).persons else found
            )
            assert figure == held.count(), (form.code, row, column)


# The sums of the press


@pytest.mark.parametrize(
    ("counts", "total"),
    [
        ((5486, 1057, 152, 361), 7056),
        ((1168, 551, 18, 1132), 2869),
        ((789, 207, 31, 63), 1090),
        ((3088, 622, 72, 361), 4143),
    ],
)
def test_the_forms_of_discipline_sum_as_the_press_printed_them(tree, counts, total):
    day = date(2017, 5, 4)
    names = ("khien_trach", "canh_cao", "cach_chuc", "khai_tru")
    for name, count in zip(names, counts, strict=True):
        tree.copies(
            tree.row("huyen", day, What.DISCIPLINED, form=name, person=tree.person(0)), count
        )
    form, of = get("kl-dv-cu", TERM), scope(tree.units["tinh"].pk, TODAY)

    table = fill(form, TERM, of)

    assert table.figures["tong", "tong"] == total
    assert tuple(table.figures["tong", name] for name in names) == counts
    assert not [one for one in broken([table]) if one.check.blocks]


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "text"),
    [(5187, 9246, 1, "56,1%"), (29223, 41737, 2, "70,02%")],
)
def test_shares_read_as_the_press_printed_them(part, whole, decimals, text):
    assert percent(part, whole, decimals) == text


# What the forms may not do


def test_the_levels_of_a_total_are_parted_before_and_after_the_district_ended(tree):
    form = get("dhvp-dv", TERM)
    old = [one.id for one in form.leaves(month(2017, 3))]
    new = [one.id for one in form.leaves(month(2026, 3))]
    rows = [
        tree.row(unit, day, What.SIGNS_INSPECTED, body_kind="ubkt", person=tree.person(0))
        for unit, day in (
            ("huyen", date(2025, 3, 1)), ("xa_a", date(2025, 3, 1)), ("xa_c", date(2025, 9, 1)),
        )
    ]  # fmt: skip
    tree.lays(*rows)

    table = fill(form, within_year(Kind.YEAR, 2025), scope(tree.units["tinh"].pk, TODAY))

    assert ("huyen" in old, "xa" in old, "huyen" in new, "xa" in new) == (True, False, False, True)
    assert table.figures["tong", "tong"] == 3
    found = {name: table.figures["tong", name] for name in ("huyen", "co_so_cu", "xa", "co_so")}
    assert found == {"huyen": 1, "co_so_cu": 1, "xa": 1, "co_so": 0}
    assert not [one for one in broken([table]) if one.check.blocks]


def test_a_figure_of_a_period_before_any_record_is_nought_and_its_share_a_dash(tree):
    period = month(1999, 1)
    form = get("ra-khoi-dang", period)

    table = fill(form, period, scope(tree.units["tinh"].pk, TODAY))

    assert table.text("tong", form.column("tong", period)) == "0"
    assert table.text("tong", form.column("ty_le", period)) == "—"


def test_nine_months_are_the_sum_of_their_months_and_what_is_open_stands_at_the_end(tree):
    days = [date(2026, number, 5) for number in (1, 2, 2, 9, 10)]
    tree.lays(
        *(
            tree.row("xa_b", day, What.OPENED, until=date(2026, 6, 1) if day.month < 3 else None)
            for day in days
        )
    )
    of = scope(tree.units["tinh"].pk, TODAY)

    def figure(period, column):
        return fill(get("ho-so", period), period, of).figures["tong", column]

    nine = within_year(Kind.NINE, 2026)
    assert figure(nine, "tong") == 4 == sum(figure(month(2026, n), "tong") for n in range(1, 10))
    assert figure(nine, "con") == 1
    assert figure(within_year(Kind.QUARTER, 2026), "con") == 3


def test_a_subject_with_two_contents_counts_once_in_all_and_once_under_each(tree):
    day = date(2026, 3, 3)
    tree.lays(
        tree.row(
            "xa_b", day, What.SIGNS_INSPECTED, body_kind="ubkt", person=tree.person(0),
            themes=["dan_so", "dat_dai_nha_o"],
        )
    )  # fmt: skip
    period = month(2026, 3)

    table = fill(get("dhvp-dv", period), period, scope(tree.units["tinh"].pk, TODAY))

    found = {
        name: table.figures["tong", name] for name in ("tong", "nd_dan_so", "nd_dat_dai", "nd_khac")
    }
    assert found == {"tong": 1, "nd_dan_so": 1, "nd_dat_dai": 1, "nd_khac": 0}


def test_five_who_come_twice_are_counted_as_times_and_as_persons(tree):
    day = date(2016, 3, 3)
    tree.lays(
        *(tree.row("xa_a", day, What.INSPECTED, person=tree.person(n % 20)) for n in range(25))
    )

    table = fill(get("kt-dv-cu", TERM), TERM, scope(tree.units["tinh"].pk, TODAY))

    assert (table.figures["tong", "tong"], table.figures["tong", "nguoi"]) == (25, 20)


def test_a_person_seen_in_two_communes_is_one_for_the_district_and_one_for_each(tree):
    day = date(2016, 3, 3)
    tree.lays(*(tree.row(unit, day, person=tree.person(0)) for unit in ("xa_a", "xa_a", "xa_b")))
    form, of = get("kt-dv-cu", TERM), scope(tree.units["huyen"].pk, TODAY)

    table = fill_by_branch(form, TERM, of)

    persons = {
        name: table.figures[str(tree.units[name].pk), "nguoi"] for name in ("huyen", "xa_a", "xa_b")
    }
    assert persons == {"huyen": 0, "xa_a": 1, "xa_b": 1}
    assert fill(form, TERM, of).figures["tong", "nguoi"] == 1


def test_exits_by_year_are_four_points_of_which_the_last_is_half_a_year(tree):
    days = [
        date(2015, 5, 1),
        date(2016, 5, 1),
        date(2017, 5, 1),
        date(2018, 6, 30),
        date(2018, 7, 1),
    ]
    tree.lays(*(tree.row("xa_a", day, What.LEFT, form="xin_ra") for day in days))

    table = fill_by_year(get("ra-khoi-dang", TERM), TERM, scope(tree.units["tinh"].pk, TODAY))

    years = years_of(TERM)
    assert [table.figures[str(one.first.year), "xin_ra"] for one in years] == [1, 1, 1, 1]
    assert [one.kind for one in years] == [Kind.YEAR, Kind.YEAR, Kind.YEAR, Kind.FREE]
    assert years[-1].last == date(2018, 6, 30)


def test_what_was_decided_later_is_not_yet_so_at_the_end_of_the_period(tree):
    concluded, disciplined = date(2018, 6, 20), date(2018, 7, 1)
    same = {"person": tree.person(0), "marks": ["phai_ky_luat", "vi_pham"]}
    tree.lays(
        tree.row("xa_a", concluded, outcome="dang_xem_xet", until=disciplined, **same),
        tree.row(
            "xa_a", concluded, outcome="da_ky_luat", since=disciplined,
            **{**same, "marks": ["da_ky_luat", *same["marks"]]},
        ),
    )  # fmt: skip
    of, later = scope(tree.units["tinh"].pk, TODAY), free(TERM.first, disciplined)

    def outcome(period):
        figures = fill(get("ket-qua-vi-pham", period), period, of).figures
        return (
            figures["tong", "tong"],
            figures["tong", "dang_xem_xet"],
            figures["tong", "da_ky_luat"],
        )

    assert outcome(TERM) == (1, 1, 0)
    assert outcome(later) == (1, 0, 1)


def test_a_relation_that_fails_names_its_figures(tree):
    tree.lays(
        tree.row(
            "xa_b", date(2026, 3, 3), What.INSPECTED, person=tree.person(0), marks=["da_ky_luat"]
        )
    )
    period = month(2026, 3)
    form, of = get("kt-dv-cu", period), scope(tree.units["tinh"].pk, TODAY)

    found = broken([fill(form, period, of)])

    assert "Đã kỷ luật ≤ phải kỷ luật" in found[0].words
    assert "1 ≤ 0 ≤ 0 ≤ 1" in found[0].words


def test_a_column_added_to_the_file_is_a_column_of_the_form_and_old_periods_keep_theirs(
    tree, tmp_path
):
    folder = copytree(FOLDER, tmp_path / "forms")
    file = folder / "ho-so.form.yaml"
    new = "  - {id: nghi, head: 'Mới', when: happened, where: {origin: [don_thu]}, from: 2026-01-01}\n"
    file.write_text(file.read_text() + new)
    tree.lays(tree.row("xa_b", date(2026, 3, 3), What.OPENED, origin="don_thu"))

    form = get("ho-so", month(2026, 3), folder)

    of = scope(tree.units["tinh"].pk, TODAY)
    assert fill(form, month(2026, 3), of).figures["tong", "nghi"] == 1
    assert [one.id for one in form.leaves(month(2025, 12))] == ["tong", "con"]
    assert len(form.leaves(month(2026, 3))) == 3


def test_a_new_form_takes_over_from_its_day_and_the_old_one_stays_for_old_periods(tmp_path):
    folder = Path(copytree(FOLDER, tmp_path / "forms"))
    old = folder / "ho-so.form.yaml"
    text = old.read_text()
    (folder / "ho-so-2.form.yaml").write_text(
        text.replace("title: ", "title: Mới, ", 1) + "from: 2026-06-01\n"
    )
    old.write_text(text + "until: 2026-05-31\n")

    assert get("ho-so", month(2026, 5), folder).title != get("ho-so", month(2026, 6), folder).title


@pytest.mark.parametrize(
    ("planted", "names"),
    [
        ("where: {mark: [khong_co]}", "dấu không có"),
        ("where: {la: 1}", "không có điều kiện “la”"),
        ("where: {level: [quan]}", "level: không có quan"),
        ("counts: [gi]", "đơn vị tính không có"),
        ("part: tong, whole: khong", "tỷ lệ của cột không có"),
        ("mau: do", "không có mục “mau”"),
    ],
)
def test_a_form_that_could_not_be_filled_in_is_refused_with_its_file(tmp_path, planted, names):
    file = tmp_path / "x.form.yaml"
    text = (FOLDER / "ho-so.form.yaml").read_text()
    file.write_text(f"{text}  - {{id: la, head: 'Lạ', {planted}}}\n")

    with pytest.raises(FormFault, match=r"x\.form\.yaml") as said:
        reading.load(file)

    assert names in str(said.value)


def test_every_relation_is_between_figures_that_forms_have():
    assert len(checks()) > 15
    assert len({form.code for form in forms()}) == len(forms())


def test_no_form_claims_an_official_number():
    assert not [form for form in forms() if any(sign.isdigit() for sign in form.title)]
    assert {form.confidence for form in forms()} <= {"one_source", "own"}


def test_sums_of_forms_are_read_under_form_and_column(tree):
    tree.lays(tree.row("xa_b", date(2026, 3, 3), What.OPENED))
    period = month(2026, 3)

    found = sums([fill(get("ho-so", period), period, scope(tree.units["tinh"].pk, TODAY))])

    assert found == {"ho-so.tong": 1, "ho-so.con": 1}
