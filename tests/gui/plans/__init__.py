"""The page 规划与指标."""
