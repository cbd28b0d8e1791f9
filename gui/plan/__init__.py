"""What the page 规划与指标 knows and does, without its looks."""
