"""The questions of each procedure, apart from its steps, so that the procedure reads as its regulation."""
