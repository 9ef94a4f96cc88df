"""Pages as Word documents, and how they lie on paper."""
