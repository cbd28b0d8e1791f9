"""What the page 报告 does beside drawing: printing, rewording, checking codes, writing letters."""
