"""One chart for Excel, PowerPoint and Word."""
