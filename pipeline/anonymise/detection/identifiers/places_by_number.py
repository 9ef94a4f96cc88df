"""Marks a street with its house number, and postcodes of the countries around (M90)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.anonymise.detection.cue_words import any_of, cue_words, unit_behind
from pipeline.anonymise.detection.gazetteers import is_country, is_place
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_STREET_REACH = 70  # signs that the name of a street may take
_NEAR = 4  # signs between an address and its postcode
_NUMBER = re.compile(
    r"(?<![\w.,:/€$£-])(?P<number>[1-9]\d{0,3}(?:\s?(?:bis|hs|huis|rood|zwart|i{2,3})(?!\w)|\s?-?\s?[a-h](?!\w)|[a-z](?!\w))?"
    r"(?:\s?[-/]\s?\d{1,4}[a-z]?){0,2}(?:\s?-?\s?(?:bis|hs|huis|i{2,3})(?!\w)|\sbus\s\d{1,3})?)(?![\w%]|[.,:]\d|-\w)"
)
_FLAT = re.compile(r"(?<![\w-])(?:flat|apartment|apt\.?|unit)\s\d{1,4}[a-h]?,?\s$")
_FLAT_REACH = 20  # signs
_DUTCH = re.compile(r"(?<![\w.,/-])[1-9]\d{3}(?P<blank>\s{0,2}|-)(?!s[ads](?!\w))[a-z]{2}(?!\w)")
_BRITISH = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s{1,2}\d[A-Z]{2}(?!\w)")
# In small letters, or run together: "bn7 4qx", "BN74QX"; Irish and Polish ones.
_BRITISH_ELSE = re.compile(
    r"(?<![\w.-])(?:[A-Z]\d{2}\s(?=[A-Z\d]{0,3}\d)[A-Z][A-Z\d]{3}|\d{2}-\d{3}(?=\s[^\W\d_a-z][^\W\d_]{2})|[a-z]{1,2}\d[a-z\d]?\s\d(?!de|en|in|of|op|te|er)[a-z]{2}|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})(?![\w-])"
)
_FIGURES = re.compile(
    r"(?<![\w.,/€$£-])(?:(?P<letter>(?:D|B|NL|BE|DE|A|CH|L|F)-|(?:D|B)\s(?=\d{4,5}\s[^\W\d_a-z][a-z]))\d{4,5}|\d{4,5})(?=\s[^\W\d_a-z])(?!\s?[A-Z]{2,3}\b\s?[a-z])"
)
_HOUSE_BEFORE = re.compile(r"\d[a-z]?(?:,\s|\s-\s|\s|,?\n)$")
_TOWN_BEHIND = re.compile(r"\s{1,2}[^\W\d_a-z][^\W\d_]{2}")
# Words of two letters that stand behind a number in any text.
_SMALL_WORDS = frozenset(
    (
        *("de", "en", "in", "is", "op", "te", "er", "je", "we", "ze", "na", "of", "om", "al", "zo", "an", "am", "im"),
        *("so", "da", "du", "es", "wo", "or", "to", "by", "at", "he", "it", "my", "as", "me"),
        *(
            "ik",
            "ja",
            "ok",
            "nu",
            "ff",
            "ha",
            "oh",
            "if",
            "no",
            "up",
            "us",
            "go",
            "do",
            "zu",
            "ob",
            "um",
            "ie",
            "jr",
            "ct",
        ),
        *("mm", "cm", "km", "kg", "ml", "px"),
    )
)
_TOWN_OF_ANY_KIND = re.compile(
    r"\s{1,2}(?P<town>[^\W\d_a-z][\w'-]{2,30}"
    r"(?:\s(?:aan|op|bij|am|an der|upon)\s(?:de\s|den\s|het\s)?[^\W\d_a-z][\w'-]{1,30})?)"
)
_ENDS = re.compile(r"\s?(?:[,;)\n]|\.(?!\w)|$)")
_COMMA = re.compile(r"\w,\s$")
# The first half of a British one, which names a quarter of a town.
_DISTRICT = re.compile(
    r"(?<!\w)(?:from|near|around|[Ll]ive[sd]? in|[Mm]oved to)\s(?P<code>[A-Z]{1,2}\d{1,2}[A-Z]?)(?![\w%]|-\w|[.,]\d)"
)
_FROM = re.compile(r"(?:(?<!\w)(?:uit|te|from|aus)|\w,)\s$")
_TOWN = re.compile(r"\s(?P<town>[^\W\d_][\w'-]{2,30})")
_A_WORD_BEFORE = re.compile(r"[^\W\d_][.,]{0,2}\s{1,2}$")
_A_YEAR = re.compile(r"(?:19|20)\d\d")


def british_postcodes(copy: PlainCopy) -> Iterator[Span]:
    """By their form, before anything else: behind "Hall" the first half of one looks like a room."""
    for pattern in (_BRITISH, _BRITISH_ELSE):
        for match in pattern.finditer(copy.content):
            yield Span(*match.span(), Label.PC, rank=Rank.PATTERN)


def streets_with_postcodes(copy: PlainCopy) -> Iterator[Span]:
    """Postcodes first, for the last figures of one look like a house number."""
    found = tuple(_streets(copy))
    yield from _postcodes(copy, found)
    yield from found


def _streets(copy: PlainCopy) -> Iterator[Span]:
    """From the first word of a street to the last sign of its number, in either order."""
    for match in _NUMBER.finditer(copy.low):
        start = _street_start(copy, match.start())
        end = match.end()
        if start is not None and not unit_behind().match(copy.low, end):
            yield Span(start, end, Label.ADDR, rank=Rank.PATTERN)
            continue
        behind = _english().match(copy.content, end)
        if behind and behind[0].strip(", ").lower() not in _not_street():
            flat = _FLAT.search(copy.low, max(0, match.start() - _FLAT_REACH), match.start())
            yield Span(flat.start() if flat else match.start(), behind.end(), Label.ADDR, rank=Rank.PATTERN)


def _postcodes(copy: PlainCopy, addresses: Sequence[Span]) -> Iterator[Span]:
    """Dutch ones by their form, others beside an address or behind a word that says so."""
    for match in _DUTCH.finditer(copy.low):
        if _is_dutch(copy, match):
            yield Span(*match.span(), Label.PC, rank=Rank.PATTERN)
            yield from _town(copy, match.end())
    for match in _FIGURES.finditer(copy.content):
        if _is_announced(copy, match, addresses) or _is_before_town(copy, match):
            yield Span(*match.span(), Label.PC, rank=Rank.PATTERN)
    for match in _DISTRICT.finditer(copy.content):
        yield Span(*match.span("code"), Label.PC, asked=True, rank=Rank.DOUBT)
    for match in _behind_word().finditer(copy.low):
        yield Span(*match.span("code"), Label.PC, rank=Rank.PATTERN)


def _street_start(copy: PlainCopy, number: int) -> int | None:
    """Where the street begins whose number stands there."""
    window = max(0, number - _STREET_REACH)
    if not _A_WORD_BEFORE.search(copy.content, max(0, number - 4), number):
        return None
    for pattern in (_by_ending(), _by_kind(), _behind_am()):
        match = pattern.search(copy.content, window, number)
        alone = match and match[0].split(",")[0].strip() == match["street"].strip()
        if match and not (alone and match["street"].lower().strip(". ") in _not_street()):
            return match.start()
    return None


def _is_dutch(copy: PlainCopy, match: re.Match[str]) -> bool:
    """Letters in small need a house number, a town or a word beside them; a year before "EU" is none."""
    letters = copy.content[match.end() - 2 : match.end()]
    announced = bool(
        _HOUSE_BEFORE.search(copy.low, max(0, match.start() - 6), match.start())
        or _word_before().search(copy.low, max(0, match.start() - 20), match.start())
    )
    beside = announced or bool(_TOWN_BEHIND.match(copy.content, match.end()))
    if letters.isupper():
        amount = letters.lower() in cue_words("room.not_letters")
        return announced or not amount or (beside and not _A_YEAR.match(match[0]))
    word = letters in _SMALL_WORDS or letters in cue_words("room.not_letters", "units")
    ends = not match["blank"] or bool(_ENDS.match(copy.low, match.end()))
    return letters.islower() and ((ends and not word) or (beside and not (match["blank"] and letters in _SMALL_WORDS)))


def _is_announced(copy: PlainCopy, match: re.Match[str], addresses: Sequence[Span]) -> bool:
    """Behind an address, or five figures before a town, or with the letter of its country."""
    if match["letter"] or any(_is_beside(copy, span.end, match.start()) for span in addresses):
        return True
    five = len(match[0]) == 5 and not match[0].endswith("00")
    before = max(0, match.start() - 8)
    return five and any(pattern.search(copy.low, before, match.start()) for pattern in (_town_before(), _COMMA))


def _is_before_town(copy: PlainCopy, match: re.Match[str]) -> bool:
    """Before a town of the lists: `2800 Mechelen`; but "in 2019 Amsterdam" is a year."""
    if _A_YEAR.fullmatch(match[0]) and not _FROM.search(copy.low, max(0, match.start() - 6), match.start()):
        return False
    town = _TOWN.match(copy.content, match.end())
    return bool(town and is_place(town["town"]) and not is_country(town["town"]))


def _town(copy: PlainCopy, end: int) -> Iterator[Span]:
    """Behind a postcode stands a town, also where no list holds it: `Oosterwijk aan Zee`."""
    town = _TOWN_OF_ANY_KIND.match(copy.content, end)
    if town and not is_place(town["town"]):
        yield Span(*town.span("town"), Label.PLACE, rank=Rank.PATTERN)


def _is_beside(copy: PlainCopy, one: int, other: int) -> bool:
    return 0 < other - one <= _NEAR and not copy.content[one:other].strip(" ,;-\n(")


# A word with a capital; with a full stop only where it is cut short ("Burg."), and no letters of a postcode.
_CAPITAL = r"(?![A-Z]{2}\s)[^\W\d_a-zà-öø-ÿ](?:[\w'-]{0,5}\.|[\w'-]{0,30})"


@cache
def _particles() -> str:
    return any_of("street.particles")


@cache
def _number_word() -> str:
    return rf"(?:,?\s(?i:{any_of('street.number')}))?,?\s{{1,2}}$|,?\n$"


@cache
def _by_ending() -> re.Pattern[str]:
    """`Lange Nieuwstraat`, `kerkstraat`, `Burgemeester de Vlugtlaan`, `Markt`."""
    first = rf"(?!(?i:{any_of('street.not_first')})\s){_CAPITAL}"
    front = rf"(?:(?:{first}|\d{{1,2}}e)\s(?:{_particles()}\s){{0,2}}){{0,3}}(?:'s-)?"
    certain = rf"[\w'-]{{0,30}}(?i:{any_of('street.certain')})"
    capital = rf"(?=[^\W\d_a-z])[\w'-]{{0,30}}(?i:{any_of('street.capital')})"
    return re.compile(rf"(?<![\w'-]){front}(?P<street>{certain}|{capital})(?:{_number_word()})")


@cache
def _by_kind() -> re.Pattern[str]:
    """`Laan van Meerdervoort`, `Rue de la Loi`."""
    return re.compile(
        rf"(?<!\w)(?P<street>{'|'.join(_as_written('street.first'))})\s(?:{_particles()}\s){{0,3}}"
        rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}(?:{_number_word()})"
    )


@cache
def _behind_am() -> re.Pattern[str]:
    """`Am Markt`, `An der Alster`, `Unter den Linden`."""
    before = r"(?:Am|An|Auf|Im|In|Unter|Zum|Zur|Hinter|Vor|Beim)\s(?:de[nrm]\s)?(?:[A-Z]\w{1,15}\s)?"
    return re.compile(rf"(?<!\w){before}(?P<street>{'|'.join(_as_written('street.behind_am'))})(?:{_number_word()})")


@cache
def _english() -> re.Pattern[str]:
    kinds = "|".join(re.escape(kind) for kind in _as_written("street.behind_number"))
    return re.compile(rf",?\s(?:(?:[A-Z][\w'-]{{1,20}}\.?\s){{1,3}}(?:{kinds})|The\s[A-Z][a-z]{{3,20}})(?!\w)")


def _as_written(key: str) -> tuple[str, ...]:
    """With a capital, the longest first."""
    return tuple(word[0].upper() + word[1:] for word in cue_words(key))


@cache
def _not_street() -> frozenset[str]:
    return frozenset(cue_words("street.not_street"))


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('street.postcode')}\s{{0,2}}$")


@cache
def _town_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('street.town')}\s$")


@cache
def _behind_word() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('street.postcode')}:?\s?(?P<code>\d{{4,5}}(?:\s?[a-z]{{2}})?|[a-z]{{1,2}}\d[a-z\d]?(?:\s?\d[a-z]{{2}})?)(?!\w)"
    )
