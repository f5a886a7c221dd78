"""Yearly grades as decided elsewhere: taken in from lists, compared with the law's scale, counted; never computed."""
