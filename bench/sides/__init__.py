"""Who takes the measured steps: our door, the bare statement beneath it, another engine."""
