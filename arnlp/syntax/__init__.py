"""Words in context, phrases and clauses: the grammar that facts need."""
