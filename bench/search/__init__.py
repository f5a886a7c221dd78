"""One box over up to a million files: every class of words, beside the search that Django has for PostgreSQL."""
