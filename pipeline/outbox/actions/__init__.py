"""The action list as a workbook."""
