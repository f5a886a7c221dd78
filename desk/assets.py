"""Files of other makers that the pages load, found in their pinned packages and never copied here."""

from importlib.util import find_spec
from pathlib import Path

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

#: Address under static/ → package and the file in it.
ASSETS = {
    "vendor/bootstrap.min.css": ("bootstrap_wrapper", "../bootstrap/css/bootstrap.min.css"),
    "vendor/bootstrap.min.css.map": ("bootstrap_wrapper", "../bootstrap/css/bootstrap.min.css.map"),
    "vendor/source-sans-3.ttf": ("fontpkg_source_sans_3", "files/SourceSans3[wght].ttf"),
}


def asset(name: str) -> Path:
    """Where the file served as `name` lies on this machine. Raises KeyError for an unknown name."""
    package, inside = ASSETS[name]
    return (Path(find_spec(package).origin).parent / inside).resolve()


class PackagedAssets(BaseFinder):
    """Finds exactly the files of `ASSETS`."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        found = str(asset(path)) if path in ASSETS else None
        if find_all:
            return [found] if found else []
        return found

    def list(self, ignore_patterns):
        for name in ASSETS:
            yield name, _OneFile(name)


class _OneFile(FileSystemStorage):
    """A storage that holds one packaged file under its address."""

    prefix = ""

    def __init__(self, name: str):
        super().__init__(location=str(asset(name).parent))

    def path(self, name):
        return str(asset(name.replace("\\", "/")))
