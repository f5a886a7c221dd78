"""From files and registers to the plain values that pages are made of; every query of a page is here."""
