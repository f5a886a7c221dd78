"""Questions of `manage.py law` that need more than the law: the procedures, the files that run."""
