"""The programme's words in Dutch, English and German."""
