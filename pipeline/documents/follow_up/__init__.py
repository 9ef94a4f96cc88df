"""The follow-ups: deck, case on paper, form and report."""
