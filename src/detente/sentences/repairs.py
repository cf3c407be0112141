"""Repairs of what the small parser often gets wrong and grammar excludes."""

from detente.record.reading import Token

SUBJECTS = ("nsubj", "nsubjpass")


def repair(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave each verb one subject: of several before it the nearest, since a fronted phrase stands farther away.

    "In mid-April, the minister will meet ..." comes back with three subjects, the hyphen and the month among them.
    Where a comma parts the nearest from its verb it closes an aside ("the envoys, a body of lawyers, inspected"), and
    the farthest is the subject.
    """
    before: dict[int, list[int]] = {}
    for token in tokens:
        if token.dep in SUBJECTS and token.i < token.head:
            before.setdefault(token.head, []).append(token.i)
    surplus = {i for verb, found in before.items() for i in found if i != _subject(tokens, found, verb)}
    if not surplus:
        return tokens
    return tuple(token._replace(dep="dep") if token.i in surplus else token for token in tokens)


def _subject(tokens: tuple[Token, ...], found: list[int], verb: int) -> int:
    aside = any(token.text == "," for token in tokens[found[-1] : verb])
    return found[0] if aside else found[-1]
