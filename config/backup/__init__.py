"""A copy of the site that can be made, checked, restored elsewhere and compared, piece by piece."""
