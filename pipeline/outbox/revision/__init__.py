"""What changed between two versions of a page, as tracked changes."""
