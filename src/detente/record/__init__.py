"""The record: what Detente knows, as frozen facts, and where it keeps them."""
