"""The page 审核."""
