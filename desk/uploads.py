"""Files that officers hand in: checked, and kept once under their hash."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from cases.models import Attachment

#: Kinds of files an officer may hand in, by their first bytes.
_ACCEPTED = {b"%PDF": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png"}
LARGEST = 20 * 1024 * 1024


def keep_file(upload: Any) -> dict[str, Any]:
    """Keep an uploaded file once under its hash and return what names it.

    Raises ValidationError for a file too large, empty, or of a kind that is not accepted.
    """
    if not 0 < upload.size <= LARGEST:
        raise forms.ValidationError(_("Tệp phải có nội dung và không quá 20 MB."))
    content = upload.read()
    kind = kind_of(content)
    sha = hashlib.sha256(content).hexdigest()
    name = upload.name[-200:]
    Attachment.objects.get_or_create(
        sha256=sha, defaults={"name": name, "kind": kind, "size": upload.size, "content": content}
    )
    return {"sha256": sha, "name": name, "size": upload.size}


def kind_of(content: bytes) -> str:
    """The kind of a file by its first bytes. Raises ValidationError for one that is not accepted."""
    kind = next((kind for head, kind in _ACCEPTED.items() if content.startswith(head)), None)
    if kind is None:
        raise forms.ValidationError(_("Chỉ nhận tệp PDF, JPEG hoặc PNG."))
    return kind


class Upload(forms.FileField):
    """A file that is checked and kept as soon as the form is read, so that nothing is lost."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        return keep_file(upload) if upload else None
