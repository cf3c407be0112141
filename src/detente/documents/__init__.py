"""Step 1: bytes -> Document. Inputs of every kind become clean, dated texts, or a refusal that says why not."""

from detente.documents.drafts import Notice
from detente.documents.files import from_text, list_inputs, read_file, read_inputs
from detente.documents.listing import InputList

__all__ = ["InputList", "Notice", "from_text", "list_inputs", "read_file", "read_inputs"]
