"""Trained models: the encoder, the event-type classifier, and their weights with a card each."""
