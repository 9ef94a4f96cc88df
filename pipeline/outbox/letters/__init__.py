"""Word letters from templates that a team may change."""
