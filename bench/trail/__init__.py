"""The auditors' page of two hundred entries beside the bare fetch of the same rows (PERFORMANCE P5)."""
