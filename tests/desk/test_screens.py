"""The list of pictures: every page is in it or excused, and each screen is one of its own."""

from collections import Counter

from desk.screens.catalogue import EXCUSED, SCREENS
from desk.screens.screen import Look
from desk.screens.taking import file_of, shots
from tests.desk.addresses import every_name


def test_every_page_has_a_picture_or_a_reason_why_not():
    pictured = {screen.page for screen in SCREENS}

    assert pictured | set(EXCUSED) == every_name()
    assert not pictured & set(EXCUSED)
    assert all(EXCUSED.values())


def test_every_picture_has_a_file_of_its_own():
    files = Counter(file_of(*shot) for shot in shots(SCREENS, ["vi", "en"]))

    assert not {file for file, times in files.items() if times > 1}
    assert len(files) > 300


def test_what_leads_to_a_screen_is_a_page_too():
    ways = {hop.partition(":")[0] for screen in SCREENS for hop in screen.ways} - {
        hop for screen in SCREENS for hop in screen.ways if hop.startswith("?")
    }

    assert ways <= every_name()


def test_the_main_pages_are_looked_at_in_the_dark_small_enlarged_and_printed():
    main = {screen.page for screen in SCREENS if set(screen.looks) == set(Look)}

    assert {
        "worklist",
        "case",
        "step",
        "approval",
        "papers",
        "calendar",
        "members",
        "audit",
    } <= main
