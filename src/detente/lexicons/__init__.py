"""What Detente knows by heart: word lists, codes and actors, as data with ids."""
