"""`manage.py screens`."""
