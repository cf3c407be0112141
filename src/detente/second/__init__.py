"""A second coder: a language model is asked about the events that coding is least sure of, and agreement is measured.

1. questions    which acts, each with its sentence, its parties and the codebook
2. asking       the server's answer, or the one kept from before
3. answers      checked against the sentence: words that are not in it are refused
4. comparing    how far both coders agree
Nothing here changes an event, and nothing is sent anywhere unless a user names the model and the server.
"""
