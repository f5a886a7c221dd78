"""Every page, form, component and the API."""
