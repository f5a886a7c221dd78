"""`law show`: what did one rule say on one day, and where does it stand?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.differences import CONFIDENCES, STATES, value_in_words
from law.hits import Hit, Proposal
from law.lawbook import LawBook
from law.plain import thawed


def arguments(parser: ArgumentParser) -> None:
    """The rule and the day."""
    parser.add_argument("rule", metavar="QUY_TẮC", help="ví dụ complaint.window")
    typed.on_argument(parser)
    typed.layer_argument(parser)


def answer(folder: Path, options: Namespace) -> Answer:
    """Show the rule; one that only a locality has is shown with the locality's name."""
    book, on = typed.book(folder), typed.day(options.on)
    hit = book.rule(options.rule, on, layer=typed.layer(options.layer, book))
    if hit.key is None and hit.rule not in book.parameters:
        hit = _local(book, hit)
    return Answer(hit.as_json(), tuple(_lines(book, hit)))


def _local(book: LawBook, hit: Hit) -> Hit:
    for layer, rules in book.layers.items():
        if hit.rule in rules and rules[hit.rule].on(hit.on):
            return book.rule(hit.rule, hit.on, layer=layer)
    return hit


def _lines(book: LawBook, hit: Hit) -> list[str]:
    lines = [f"{hit.label_vi} ({hit.rule}), ngày {hit.on}"]
    if hit.state == "known":
        lines.append(f"  giá trị: {_value(hit)}")
    else:
        lines.append(
            f"  {STATES[hit.state]}{'' if hit.key else ': không có dòng nào cho ngày này'}"
        )
    if hit.confidence:
        lines.append(f"  độ tin cậy: {CONFIDENCES[hit.confidence]}")
    if hit.layer:
        lines.append(f"  chỉ áp dụng ở: {book.layer_labels[hit.layer]}")
    for name, text in (("áp dụng", hit.applies_to), ("ghi chú", hit.note)):
        if text:
            lines.append(f"  {name}: {text}")
    lines += [f"  căn cứ: {citation.text}" for citation in hit.citations]
    lines += [f"  nguồn: {source}" for source in hit.sources]
    return lines + [
        f"  đề xuất: {_value(proposal)} ({_of(proposal)})" for proposal in hit.proposals
    ]


def _of(proposal: Proposal) -> str:
    if proposal.start is None:
        return "cách đọc khác" if proposal.kind == "other_reading" else "chưa xác nhận"
    until = f" đến {proposal.end}" if proposal.end else ""
    return f"từ {proposal.start}{until}, {proposal.citation}"


def _value(shown: Hit | Proposal) -> str:
    state = getattr(shown, "state", "known")
    return value_in_words({"value": thawed(shown.value), "unit": shown.unit, "state": state})


COMMAND = Subcommand("show", "một quy tắc nói gì vào một ngày", arguments, answer)
