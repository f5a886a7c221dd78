"""Dates and numbers for the language `vi`."""
