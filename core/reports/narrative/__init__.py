"""What a report says in sentences: counts and recorded reasons, made from its rows, never typed."""
