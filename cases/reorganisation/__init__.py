"""Reorganisation as files meet it: what becomes of each open one, previewed, done in one act, taken back."""
