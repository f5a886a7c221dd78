"""Fields of our forms: days as offices write them, faults at their place, labels on one line."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override

from desk.forms import ChoiceBeside, DayInput


class Asked(forms.Form):
    day = forms.DateField(label="Ngày họp", help_text="Ngày ghi trong biên bản", widget=DayInput)
    role = ChoiceBeside(
        label="Bàn Thị Mẫu", choices=[("", "không"), ("tv", "Thành viên")], required=False
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("typed", ["05/09/2026", "5/9/2026", "5-9-2026", "2026-09-05"])
def test_a_day_is_read_day_first_in_both_languages(typed, language):
    with override(language):
        form = Asked({"day": typed})

        assert form.is_valid()
        assert form.cleaned_data["day"] == date(2026, 9, 5)


@pytest.mark.parametrize("known", [date(2026, 9, 5), "2026-09-05"])
def test_a_day_already_known_is_shown_as_offices_write_it(known):
    assert 'value="05/09/2026"' in str(Asked(initial={"day": known})["day"])


def test_a_day_that_is_none_is_shown_as_it_was_typed():
    assert 'value="31/02/2026"' in Asked({"day": "31/02/2026"})["day"].as_field_group()


def test_a_fault_stands_at_its_field_and_is_read_with_it():
    drawn = Asked({"day": "31/02/2026"})["day"].as_field_group()

    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_day_helptext id_day_error"' in drawn
    assert 'id="id_day_error"' in drawn


def test_a_choice_beside_its_label_does_not_repeat_that_it_may_be_left_out():
    drawn = Asked()["role"].as_field_group()

    assert 'class="field beside"' in drawn
    assert "không bắt buộc" not in drawn
