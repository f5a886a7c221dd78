"""Names are promises too: codes that stay as they are, labels that an officer reads in Vietnamese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workflows.matter import Matter
from workflows.promises.broken import Broken, at_stage, at_step

#: A procedure and its variant, P1.CD; a procedure that has no variants may be two letters, HN.
PROCEDURE_CODE = re.compile(r"(P\d{1,2}[A-Z]?\.[A-Z]{2,4}|[A-Z]{2})")
CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def no_code_is_used_twice(procedures: Sequence[type[Matter]]) -> Iterator[Broken]:
    """A code names one procedure."""
    counted = Counter(procedure.code for procedure in procedures)
    for code, times in counted.items():
        if times > 1:
            yield Broken(
                code,
                "danh mục quy trình",
                f"mã này đặt cho {times} quy trình.",
                "Đặt cho mỗi quy trình một mã (workflows/catalogue.py).",
            )


def codes_are_stable_and_told_apart(procedure: type[Matter]) -> Iterator[Broken]:
    """Codes are written into records for ever: in one form, each once in a procedure."""
    if not PROCEDURE_CODE.fullmatch(procedure.code):
        yield Broken(
            procedure.code,
            "mã quy trình",
            "mã không đúng dạng P1.CD hoặc HN.",
            "Đặt mã gồm số quy trình và biến thể, chữ hoa không dấu.",
        )
    yield from _told_apart(procedure, "bước", [step.code for step in procedure.all_steps()])
    yield from _told_apart(
        procedure, "giai đoạn", [v for one in procedure.machines() for v in one.stage.enum.values]
    )


def _told_apart(procedure: type[Matter], what: str, codes: Iterable[str]) -> Iterator[Broken]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Broken(
                procedure.code,
                f"{what} {code}",
                "mã này dùng hai lần trong một quy trình.",
                "Đổi một mã.",
            )
        if not CODE.fullmatch(code):
            yield Broken(
                procedure.code,
                f"{what} {code}",
                "mã không đúng dạng.",
                "Mã chỉ gồm chữ thường không dấu, chữ số và gạch dưới.",
            )


def labels_are_vietnamese(procedure: type[Matter]) -> Iterator[Broken]:
    """Whatever an officer reads is a Vietnamese word, with its marks."""
    remedy = "Ghi nhãn bằng tiếng Việt có dấu, đúng từ của quy định."
    if not _is_vietnamese(procedure.label):
        yield Broken(
            procedure.code, "tên quy trình", f"“{procedure.label}” không phải tiếng Việt.", remedy
        )
    for machine in procedure.machines():
        for stage in machine.stage.enum:
            if not _is_vietnamese(stage.label):
                yield at_stage(machine, stage.value, "nhãn không phải tiếng Việt.", remedy)
        for step in machine.steps.values():
            if not _is_vietnamese(step.label) or not _is_vietnamese(step.sentence):
                yield at_step(machine, step, "nhãn hoặc câu mô tả không phải tiếng Việt.", remedy)


def _is_vietnamese(text: str) -> bool:
    """Nearly no Vietnamese phrase is without a marked letter; English and unaccented words are."""
    return any(letter.isalpha() and not letter.isascii() for letter in text)
