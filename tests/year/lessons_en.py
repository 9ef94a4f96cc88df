"""What the invented team learned in its year, as its year form tells it, in English."""

ABOUT = {
    "academic_year": "2027-2028",
    "recipient": "programme manager and programme committee",
    "cases_for_management": "no",
}

LESSONS = {
    "awareness": (
        "We notice sooner who is not taking part in a seminar, and we no longer put it down to a lack of motivation."
        " A blank answer, a seat at the back, a group chat that leaves somebody out: these are now signs that make us"
        " ask. We also see our own part more clearly. A compliment can set somebody apart, and drawing lots can leave"
        " somebody standing alone.\n"
        "In the big lectures we still see too little; there, students remain a hall to us."
    ),
    "skills": (
        "We put the groups together ourselves and say how. Halfway through a project we ask everybody separately how"
        " it is going, and when the answer is ‘fine’ we ask a second time. Most of us can now respond to a hurtful"
        " remark within a few seconds, with sentences that we practised. If that does not work out, the next class"
        " begins with it.\n"
        "It is still hard when the remark comes from a colleague. We have no good sentences for that yet."
    ),
    "practice": (
        "The guide to the first meeting of a project group is in the handbook and is used without anybody being"
        " reminded. The short talk with every student in the first weeks has become part of a tutor's work. In the"
        " team meeting there is always somebody who asks: and who is left out here?\n"
        "What is not normal yet is the new way of introducing sensitive topics. It has been written, but it has only"
        " been tried out in two classes."
    ),
    "process": (
        "The cases from our own programme worked best: they were about us, and nobody could say that such things happen"
        " elsewhere. Talking in small groups first gave the quieter colleagues room as well. Forty minutes was always"
        " just too short; the action points came in the last five.\n"
        "Next time we will read the case beforehand and start on time. The colleagues who do not work on Tuesdays"
        " were there too seldom."
    ),
    "next_year": (
        "The new team can start with the second version of our frame of reference and with the action points that"
        " are still open. New colleagues need a talk in the first weeks about what belonging means here, because"
        " paper alone will not tell them.\n"
        "We ask three things of management: four fixed moments in the annual timetable, hours for those who prepare"
        " the sessions, and training in difficult conversations with colleagues."
    ),
}
