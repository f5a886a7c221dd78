"""Statistical forms computed from case records."""
