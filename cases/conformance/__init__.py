"""Deciding finished files again, under the procedure and the law each was led under; what differs, as facts."""
