"""Dates and numbers for the language `en`."""
