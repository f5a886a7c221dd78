"""Whole matters told step by step through the one door, each under a day of its own."""
