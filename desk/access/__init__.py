"""Who may see what, as a table a person can read, and the asking that proves the whole of it on a sample site."""
