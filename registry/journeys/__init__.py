"""Đi nước ngoài: journeys reported before, decided, reported after; the days are a unit's own; relations declared."""
