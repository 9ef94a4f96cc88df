"""The annual report, and the form that it tells the lessons from."""
