"""The grouped wordings as a workbook."""
