"""Of what a command makes something: what it leaves alone is not searched, and what there is to say of it can wait."""

from collections.abc import Callable, Mapping
from enum import Flag, auto
from typing import TypeAlias

from pipeline.anonymise.told_texts import FORMS_OF_TEXTS
from pipeline.forms import CASE, GROUPED_WORDINGS
from pipeline.forms.questions import Form
from pipeline.ttr.programme import Programme


class Wanted(Flag):
    """What a command makes something of, beside sign-ups, plan, scan and scores."""

    NOTHING = 0
    TEXTS = auto()  # the frame, the meetings, the action points, the wordings, the lessons learned
    CASES = auto()
    ALL = TEXTS | CASES


FORMS_OF: Mapping[Wanted, tuple[Form, ...]] = {
    Wanted.TEXTS: (*FORMS_OF_TEXTS, GROUPED_WORDINGS),
    Wanted.CASES: (CASE,),
}
"""The forms of which a command makes something only if it wants to."""


Wanting: TypeAlias = Callable[[Programme], Wanted]
"""What a command makes something of, as far as that depends on the plan."""


def always(programme: Programme) -> Wanted:
    """Everything is asked for, whatever is planned."""
    del programme
    return Wanted.ALL


def never(programme: Programme) -> Wanted:
    """Neither cases nor texts are asked for, whatever is planned."""
    del programme
    return Wanted.NOTHING
