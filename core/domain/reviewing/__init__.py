"""What reviewers see, say and freeze."""
