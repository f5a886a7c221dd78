"""Lists that offices send: read whatever wrote them, looked over, taken in as one deed, the same twice for nothing."""
