"""The year plan, in Excel and Word."""
