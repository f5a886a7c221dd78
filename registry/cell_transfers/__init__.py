"""Members who change cells, for good or for a time: letters, terms, and who takes them in."""
