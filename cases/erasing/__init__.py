"""Erasing the personal words of a finished file, or of a person: asked by one, agreed to by another, never undone."""
