"""Organisations, their bodies and terms, who manages which cadre, what lies in a member's file: read and written."""
