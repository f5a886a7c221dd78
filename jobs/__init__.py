"""What takes longer than a page may: a row for each such job, and the runner that brings it to its end."""
