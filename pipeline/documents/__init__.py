"""What we say: one module per document; plain values, no Office."""
