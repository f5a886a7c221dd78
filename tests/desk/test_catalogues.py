"""Both languages: every sentence has its English, and a changed catalogue is compiled by itself."""

import os
import re

import polib
import pytest
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from desk import catalogues
from tests.desk.sentences import all_sentences

ENGLISH = polib.pofile(str(catalogues.SOURCE / "en/LC_MESSAGES/django.po"))
VALUES = re.compile(r"%\((\w+)\)")


def test_every_sentence_of_ours_has_its_english():
    missing = set(all_sentences()) - {entry.msgid for entry in ENGLISH.translated_entries()}

    assert not missing


def test_no_english_is_kept_for_a_sentence_that_is_gone():
    assert not {entry.msgid for entry in ENGLISH} - set(all_sentences())


def test_no_sentence_has_two_translations():
    assert len({(entry.msgctxt, entry.msgid) for entry in ENGLISH}) == len(ENGLISH)


@pytest.mark.parametrize(
    "entry", [entry for entry in ENGLISH if "%(" in entry.msgid], ids=lambda entry: entry.msgid
)
def test_a_translation_names_the_same_values(entry):
    for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
        assert set(VALUES.findall(text)) == set(VALUES.findall(entry.msgid))


def test_english_tells_one_from_many():
    with override("en"):
        assert ngettext("Còn %(n)d ngày", "Còn %(n)d ngày", 1) % {"n": 1} == "1 day left"
        assert ngettext("Còn %(n)d ngày", "Còn %(n)d ngày", 2) % {"n": 2} == "2 days left"


def test_packages_without_vietnamese_speak_ours():
    with override("vi"):
        assert gettext("Incorrect code.") == "Mã chưa đúng."


def test_a_changed_catalogue_is_compiled_and_an_unchanged_one_is_left_alone(
    tmp_path, settings, monkeypatch
):
    source = tmp_path / "locale" / "en" / "LC_MESSAGES"
    source.mkdir(parents=True)
    (source / "django.po").write_text('msgid "Đóng"\nmsgstr "Close"\n', encoding="utf-8")
    monkeypatch.setattr(catalogues, "SOURCE", tmp_path / "locale")
    settings.LOCALE_PATHS = [tmp_path / "var"]

    compiled = catalogues.compile_changed()
    again = catalogues.compile_changed()
    newer = compiled[0].stat().st_mtime + 10
    os.utime(source / "django.po", (newer, newer))
    changed = catalogues.compile_changed()

    assert compiled == changed == [tmp_path / "var/en/LC_MESSAGES/django.mo"]
    assert again == []
    assert [path.name for path in compiled[0].parent.iterdir()] == ["django.mo"]


def test_the_compiled_catalogues_lie_outside_the_source():
    assert settings.BASE_DIR / "locale" not in settings.LOCALE_PATHS
