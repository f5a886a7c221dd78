"""The life of a paper: draft → sign → number → print → serve; corrected only by a new one.

In e-order the signer also signs the file, before the number; the organ's signatures make its print.
"""

from documents.drafting import Draft, PaperRefused, draft, render_draft
from documents.numbering import Series, cancel, open_book, reserve_number, take_number
from documents.printing import pending_prints, print_paper, serve
from documents.signatures.deeds import awaits_signature, sign_digitally
from documents.signing import agree, keep, receive, sign, submit, term_of, valid_sign_offs

__all__ = [
    "Draft",
    "PaperRefused",
    "Series",
    "agree",
    "awaits_signature",
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
    "sign_digitally",
    "submit",
    "take_number",
    "term_of",
    "valid_sign_offs",
]
