"""A province of up to a million cases for the lists: rows that lists read, without histories."""
