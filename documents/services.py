"""The life of a paper: draft → sign → number → print → serve; corrected only by a new one."""

from documents.drafting import Draft, PaperRefused, draft, render_draft
from documents.numbering import Series, cancel, open_book, reserve_number, take_number
from documents.printing import pending_prints, print_paper, serve
from documents.signing import agree, keep, receive, sign, submit, term_of, valid_sign_offs

__all__ = [
    "Draft",
    "PaperRefused",
    "Series",
    "agree",
    "cancel",
    "draft",
    "keep",
    "open_book",
    "pending_prints",
    "print_paper",
    "receive",
    "render_draft",
    "reserve_number",
    "serve",
    "sign",
    "submit",
    "take_number",
    "term_of",
    "valid_sign_offs",
]
