"""A province of any size whose every history holds: one commune told through the door, the others copied."""
