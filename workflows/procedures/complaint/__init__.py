"""Complaints against a discipline, and a superior’s own review of one."""
