"""Plan definitions: a folder of plan.toml and CSV files that a person can edit in Excel."""
