"""Language catalogues: the text under locale/ is compiled into var/ when it has changed.

Vietnamese is the language of the source. locale/en translates our own sentences; locale/vi
translates the sentences of packages that bring no Vietnamese. No gettext tools are needed.
"""

import os
from pathlib import Path

import polib
from django.conf import settings

SOURCE = Path(settings.BASE_DIR) / "locale"


def compile_changed() -> list[Path]:
    """Compile every catalogue that is newer than its compiled form; return those written."""
    target = Path(settings.LOCALE_PATHS[0])
    pairs = (
        (po, target / po.relative_to(SOURCE).with_suffix(".mo"))
        for po in SOURCE.glob("*/LC_MESSAGES/*.po")
    )
    return [_compile(po, mo) for po, mo in pairs if _is_stale(mo, po)]


def _is_stale(mo: Path, po: Path) -> bool:
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path, mo: Path) -> Path:
    """Write `mo` in one move, so that a second process never reads half a catalogue."""
    mo.parent.mkdir(parents=True, exist_ok=True)
    draft = mo.with_suffix(f".{os.getpid()}")
    polib.pofile(str(po)).save_as_mofile(str(draft))
    draft.replace(mo)
    return mo
