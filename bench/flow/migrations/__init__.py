"""One proxy, no tables of its own."""
