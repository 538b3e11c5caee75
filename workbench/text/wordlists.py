"""Word lists as one writes them: separated by blanks, over as many lines as they need."""


def listed(words: str) -> tuple[str, ...]:
    """The words of a list, in order.

    >>> listed("and but or")
    ('and', 'but', 'or')
    """
    return tuple(words.split())
