"""The statistical forms beside the same figures asked in plain SQL."""
