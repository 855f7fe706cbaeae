"""PDF craft that knows no case. The only user of ReportLab."""
