"""The year plan as a workbook."""
