"""Who exists: the dated tree of organisations, their bodies, members and posts."""
