"""History that can be checked without trusting us: canonical JSON, chained entries, walls, verification."""
