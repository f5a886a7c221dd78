"""Electronic signatures: who signs where, with which key, and what a signed file proves."""
