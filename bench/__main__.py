"""`python -m bench`: measure, print a short table to standard output, keep everything as JSON."""

from __future__ import annotations

import argparse
import os
import sys

import django

#: What can be measured.
MEASURED = {
    "steps": "steps of a case (default)",
    "lists": "the lists of work and of files as cases grow in number",
    "pages": "whole pages, the worklist beside the page that is usually written",
    "papers": "the printing of papers",
    "search": "looking for words among the greatest of the sizes",
    "proof": "what the chains of proof cost",
    "trail": "the auditors' page",
    "statistics": "the filling in of forms",
    "law": "another law tried on live files, and finished ones decided again",
}


def main() -> int:
    """Run the bench as the command line asks; exit 1 when a goal is missed or what was written does not verify."""
    asked = _arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    django.setup()
    from bench.runs import run  # noqa: PLC0415 -- Django first

    return run(asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument(
        "what",
        nargs="?",
        choices=tuple(MEASURED),
        default="steps",
        help="; ".join(f"{name}: {what}" for name, what in MEASURED.items()),
    )
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[10_000, 100_000, 1_000_000],
        help="for lists: how many cases, from few to many (default 10000 100000 1000000)",
    )
    parser.add_argument(
        "--cases", type=int, default=2000, help="cases in the province (default 2000)"
    )
    parser.add_argument(
        "--of-pages",
        type=int,
        default=100_000,
        help="for pages: how many cases (default 100000)",
    )
    parser.add_argument(
        "--records",
        type=int,
        default=1_000_000,
        help="for proof: how many are checked (default 1000000)",
    )
    parser.add_argument("--rounds", type=int, default=100, help="rounds of each deed (default 100)")
    parser.add_argument(
        "--papers", type=int, default=500, help="for papers: how many in a row (default 500)"
    )
    parser.add_argument(
        "--subjects",
        type=int,
        default=250_000,
        help="for statistics: subjects that were examined (default 250000)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
