"""The score sheet, and what a Power Walk came to, as workbooks."""
