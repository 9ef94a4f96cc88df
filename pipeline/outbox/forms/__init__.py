"""Forms, blank or with answers in them, as Excel and Word files."""
