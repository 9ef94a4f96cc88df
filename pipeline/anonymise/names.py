"""A person's name taken apart, so that `Vries, J. de` and `Jan de Vries` can be laid side by side."""

import re
from dataclasses import dataclass

from pipeline.anonymise.folding import address_of, spelled_out, visible, words

PARTICLES = frozenset(
    words(
        "van von vom zu zum zur de der den des het t ten ter te op aan in bij onder over uit voor la le du del della di"
        " da das do dos af av am el al as bin ben bint ibn abu ait"
    )
)
_TITLES = frozenset(words("dr drs prof mr ir ing mw mevr dhr heer frau herr mrs ms miss dipl"))
_DEGREES = frozenset(words("msc bsc phd mba med mphil llm bed meng drs ing jr sr"))
_CALL_NAME = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True, repr=False)
class NameForm:
    """The folded words of a name by what they are; closed to `repr`, as it names somebody."""

    given: tuple[str, ...]
    particles: tuple[str, ...]
    surname: tuple[str, ...]

    @property
    def full(self) -> tuple[str, ...]:
        """All words in the usual order."""
        return (*self.given, *self.particles, *self.surname)

    @property
    def in_any_order(self) -> tuple[str, ...]:
        """All words, sorted: equal for `Li Wei` and `Wei Li`."""
        return tuple(sorted(self.full))

    @property
    def outline(self) -> tuple[str, str]:
        """Surname and first letter, which two forms of the same name have in common."""
        return self.surname[-1], self.given[0][0] if self.given else ""

    def may_be(self, other: "NameForm") -> bool:
        """Whether both may be forms of one name: nothing in the one speaks against the other."""
        if self.in_any_order == other.in_any_order:
            return True
        return (
            self.surname == other.surname
            and bool(self.given and other.given)
            and (not self.particles or not other.particles or self.particles == other.particles)
            and all(_agree(*pair) for pair in zip(self.given, other.given, strict=False))
        )


def identity_of(text: str) -> str:
    """What a code is made from: the normalised address, or the folded name of somebody without one.

    It is the same for an identity as for the text it came from.
    """
    if "@" in text:
        return address_of(text)
    forms = name_forms(text)
    return " ".join(forms[0].full) if forms else visible(text).lower()


def name_forms(text: str) -> tuple[NameForm, ...]:
    """The name taken apart, in each spelling it has (Müller, Mueller); none when it holds no word."""
    spellings = dict.fromkeys(_taken_apart(spelling) for spelling in (text, spelled_out(text)))
    return tuple(form for form in spellings if form is not None)


def is_initial(word: str) -> bool:
    """Whether this is one letter of a script with capitals; in others one sign can be a whole name."""
    return len(word) == 1 and word.upper() != word.lower()


def _agree(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one[0] == other[0]
    return one == other


def _taken_apart(text: str) -> NameForm | None:
    call_name = _CALL_NAME.search(text)
    form = _ordered(_CALL_NAME.sub(" ", text))
    called = words(call_name[1]) if call_name else ()
    if form is None:
        return _western(called)
    if len(called) == 1 and all(is_initial(word) for word in form.given):
        return NameForm(called, form.particles, form.surname)
    return form


def _ordered(text: str) -> NameForm | None:
    """With a comma the surname comes first, unless only a degree follows it."""
    head, _, tail = text.partition(",")
    behind = tuple(word for word in words(tail) if word not in _DEGREES)
    before = _without_titles(words(head))
    if not before or not behind:
        return _western(before or behind)
    cut = next((at for at, word in enumerate(behind) if at and word in PARTICLES), len(behind))
    start = next((at for at, word in enumerate(before) if word not in PARTICLES), len(before) - 1)
    return NameForm(_without_titles(behind[:cut]), (*behind[cut:], *before[:start]), before[start:])


def _western(parts: tuple[str, ...]) -> NameForm | None:
    if not parts:
        return None
    last = len(parts) - 1
    start = next((at for at, word in enumerate(parts) if 0 < at < last and word in PARTICLES), last)
    end = next((at for at in range(start, last) if parts[at] not in PARTICLES), last)
    return NameForm(parts[:start], parts[start:end], parts[end:])


def _without_titles(parts: tuple[str, ...]) -> tuple[str, ...]:
    start = next((at for at, word in enumerate(parts) if word not in _TITLES), 0)
    return parts[start:]
