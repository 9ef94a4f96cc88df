"""What the decks of all sessions share."""
