"""What the page 规划与指标 does with dialogs: plans that come and go, edits that are left."""
