"""A year as management reads it: a word in place of each code, for a score of a code is a score of somebody (G30)."""

from dataclasses import replace

from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import ActionPoint, HeldMeeting
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.next_year import Instead, free_of_codes
from pipeline.ttr.records import TeamYear


def without_codes(year: TeamYear, words: Catalogue) -> TeamYear:
    """The same without a code of a participant or of a case in what somebody wrote."""
    free = free_of_codes(year, Instead(words.say("next.instead.somebody"), words.say("next.instead.case")))

    def point(one: ActionPoint) -> ActionPoint:
        return replace(one, what=free(one.what), who=one.who and free(one.who))

    def meeting(held: HeldMeeting) -> HeldMeeting:
        return replace(
            held,
            inventory=free(held.inventory),
            reflection=free(held.reflection),
            strategies=free(held.strategies),
        )

    def learned(lessons: LessonsLearned) -> LessonsLearned:
        return replace(
            lessons,
            awareness=free(lessons.awareness),
            skills=free(lessons.skills),
            practice=free(lessons.practice),
            process=free(lessons.process),
            next_year=free(lessons.next_year),
            recipient=lessons.recipient and free(lessons.recipient),
        )

    return replace(
        year,
        action_points=tuple(map(point, year.action_points)),
        held=tuple(map(meeting, year.held)),
        lessons=year.lessons and learned(year.lessons),
    )
