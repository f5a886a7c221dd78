"""Every paper of a step is a kind of the catalogue, has a form to be printed on, and two pairs of hands."""

from __future__ import annotations

from collections.abc import Iterator

from django.template import TemplateDoesNotExist

from documents.catalogue import Kind, every_kind
from documents.pages import templates
from workflows import drafts
from workflows.matter import Matter
from workflows.promises.broken import Broken, at_step


def every_paper_has_its_form(procedure: type[Matter]) -> Iterator[Broken]:
    """What a step issues or writes stands in the catalogue and has a template; what it signs, a number."""
    known = set(every_kind())
    for machine in procedure.machines():
        for step in machine.steps.values():
            for kind in (*step.issues, *step.writes):
                if kind not in known:
                    yield at_step(
                        machine,
                        step,
                        f"văn bản “{kind.title}” ({kind.code}) không có trong danh mục.",
                        "Ghi loại văn bản vào documents/kinds/.",
                    )
                elif not _has_a_template(kind):
                    yield at_step(
                        machine,
                        step,
                        f"văn bản “{kind.title}” ({kind.code}) chưa có mẫu.",
                        f"Viết mẫu templates/{kind.template}.",
                    )
            for kind in step.issues:
                if not kind.numbered:
                    yield at_step(
                        machine,
                        step,
                        f"văn bản ký ban hành “{kind.title}” ({kind.code}) không được cấp số.",
                        "Đặt ký hiệu cho loại văn bản, hoặc chuyển sang `writes`.",
                    )


def every_signed_paper_is_prepared_by_another(procedure: type[Matter]) -> Iterator[Broken]:
    """A paper of a body is drafted by one and signed by another; a team signs its own."""
    for step in procedure.steps.values():
        if all(kind.in_team_series for kind in step.issues):
            continue
        before = procedure.steps.get(drafts.PREFIX + step.code)
        if not step.drafted or before is None or before.prepares != step.code:
            yield at_step(
                procedure,
                step,
                "văn bản của cơ quan được ký mà không qua bước trình ký.",
                "Ghi `drafted=True` ở bước này.",
            )


def _has_a_template(kind: Kind) -> bool:
    try:
        templates().get_template(kind.template)
    except TemplateDoesNotExist:
        return False
    return True
