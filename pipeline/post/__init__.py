"""The one place where a name meets a document: what goes to one addressee only."""
