"""Values and rules, true on paper too; nothing but the standard library."""
