"""Whole pages as a browser asks for them, and the worklist beside the page that is usually written."""
