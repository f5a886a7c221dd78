"""The copy of the member list: read from the file of whoever keeps it, compared, taken in; never the master."""
