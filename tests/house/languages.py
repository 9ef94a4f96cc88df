"""Whether a text is in the language it should be: by small words that only one of the three has."""

import re

# Left out on purpose: what two of them share (als, worden, die, door, in, is, je, met, of, over, vor, was, we, wie).
UNMISTAKABLE = {
    language: frozenset(words.split())
    for language, words in {
        "nl": """het een niet voor ook jullie wordt maar naar bij uit deze dit dat heeft hebben geen omdat zonder
            jouw jou iemand iedereen wij zij hoe wat waar moet kunnen zodat tussen eerst daarna""",
        "de": """und nicht für ist auch wird wenn oder mit eine einen einem einer sich sind euch aber nach zum zur durch
            über kein keine ihr euer eure dass diese dieser dieses haben wir ich auf aus beim vom""",
        "en": """the and with this that from your you which have they them their what when where who how why not been
            were would should could does did without because before after between""",
    }.items()
}

_WORD = re.compile(r"[^\W\d_]+")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def foreign_words(text: str, language: str) -> list[str]:
    """The words of `text` that belong to another language than `language`, in order."""
    others = (words for other, words in UNMISTAKABLE.items() if other != language)
    foreign = frozenset[str]().union(*others)
    words = _WORD.findall(_PLACEHOLDER.sub(" ", text).casefold())
    return [word for word in words if word in foreign]
