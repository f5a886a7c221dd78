"""Vướng mắc: whether anything stands against a member on a day, told as yes, no or ask, and never why."""
