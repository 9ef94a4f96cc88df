"""The slides of a follow-up: what we did, a case held against our frame, what we will do (M87, M91, M94, M97-M100)."""

from pipeline.documents.contents import Deck
from pipeline.documents.follow_up.actions import action_points_section
from pipeline.documents.follow_up.inventory import inventory_section
from pipeline.documents.follow_up.reflection import reflection_section
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import session_deck
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Meeting
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import timetable_for


def follow_up_deck(year: TeamYear, meeting: Meeting, words: Catalogue) -> Deck:
    """The deck of a follow-up, in the language of `words`.

    The frame of reference, the case that was released and chosen, and the action points of earlier meetings stand in
    it as far as they are known; what is missing has an empty place, and the first slide tells that there is no case.
    """
    session = Session("follow_up", year, meeting, timetable_for(meeting.key, meeting.minutes), words)
    title = session.say("title.title", meeting=words.say(f"terms.meeting.{meeting.key}"))
    sections = (inventory_section(session, title), reflection_section(session), action_points_section(session))
    return session_deck(session, title, sections)
