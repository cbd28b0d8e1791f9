"""What the page 完成情况 does beside showing its table."""
