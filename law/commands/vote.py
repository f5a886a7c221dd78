"""`law vote`: does a vote reach its threshold, and which form does a ballot come to?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from law.commands import typed
from law.commands.answer import Answer, Subcommand
from law.faults import Impossible
from law.votes import Verdict, judge, judge_forms


def arguments(parser: ArgumentParser) -> None:
    """The rule, the day, the base, and either the yes votes or the votes per form."""
    parser.add_argument("rule", metavar="QUY_TẮC", help="ví dụ vote.threshold.member.light")
    typed.on_argument(parser)
    parser.add_argument("--base", metavar="N", required=True, help="tổng số người được tính")
    parser.add_argument("--yes", metavar="N", help="số phiếu tán thành")
    parser.add_argument("--forms", metavar="HÌNH_THỨC=N,…", help="số phiếu theo từng hình thức")
    parser.add_argument("--propose", action="store_true", help="biểu quyết đề nghị: không cộng dồn")


def answer(folder: Path, options: Namespace) -> Answer:
    """Judge the vote in whole numbers."""
    book, on = typed.book(folder), typed.day(options.on)
    base = typed.number(options.base, "Tổng số người được tính")
    if (options.yes is None) == (options.forms is None):
        raise Impossible(
            "Nêu một trong hai: --yes (số phiếu tán thành) hoặc --forms (theo hình thức)."
        )
    if options.forms is None:
        yes = typed.number(options.yes, "Số phiếu tán thành")
        verdict = judge(book, options.rule, on, base=base, yes=yes)
    else:
        votes = typed.votes(options.forms)
        verdict = judge_forms(
            book, options.rule, on, base=base, votes=votes, proposal=options.propose
        )
    return Answer(verdict.as_json(), _lines(verdict))


def _lines(verdict: Verdict) -> tuple[str, ...]:
    basis = f"  căn cứ: {verdict.citation} ({', '.join(verdict.rows)})"
    if verdict.passes is None:
        return (f"Chưa rõ: phải hỏi, không tự kết luận ({verdict.rule}).", basis)
    reached = f"đạt: {verdict.form}" if verdict.form else ("đạt" if verdict.passes else "không đạt")
    up = ("  Báo cáo toàn bộ kết quả lên cấp có thẩm quyền.",) if verdict.goes_up else ()
    return (
        f"Kết quả: {reached} (cần {verdict.needed} trên {verdict.base}).",
        f"  {verdict.arithmetic}",
        *up,
        basis,
    )


COMMAND = Subcommand("vote", "tính kết quả biểu quyết", arguments, answer)
