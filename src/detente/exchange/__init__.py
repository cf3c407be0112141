"""Events of other data sets: into a record, and out of it."""
