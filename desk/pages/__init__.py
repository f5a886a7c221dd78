"""What each page is given: frozen values, prepared before the template sees them."""
