"""What came of the first two follow-ups of the invented team, and its action points, in English."""

FIRST = {
    "inventory": (
        "Five of us had a short talk with every student in our groups in the first few weeks. It paid off: students"
        " now tell us sooner when something is the matter. Two lecturers opened a class with a story from their own"
        " first year, and more questions were asked afterwards. Learning the names is still a struggle in the big"
        " lectures. The tutors find that a quarter of an hour is really too short for a first talk."
    ),
    "reflection": (
        "In this case a student was left outside the group, and outside the conversation that the others were"
        " having online. The supervisor did notice the silence but settled for the first answer. We recognised"
        " that: working together is something to be learned, and so we are quick to leave groups to themselves."
        " What was missing most was our second condition. That the student dared to go to a mentor shows that the"
        " first was there. What helped in the end was asking everybody separately about their own part."
    ),
    "strategies": (
        "Drawing lots is no longer the obvious way: we put the groups together ourselves and explain how. At its"
        " first meeting each group agrees how it will work, and where it will talk online. Halfway through we ask"
        " every student separately how it is going, before anything is marked. And when a student says that things"
        " are fine, we ask a second time."
    ),
}

FIRST_POINTS = (
    {
        "what": (
            "Write a short guide to the first meeting of a project group, with agreements about meetings and the"
            " group chat"
        ),
        "who": "project supervisors",
    },
    {
        "what": "Ask every student separately, halfway through the next project, how the group is working",
        "who": "project supervisors",
    },
    {
        "what": "Say in the project handbook that we put the groups together ourselves, and why",
        "who": "module team",
    },
)

ADDED_POINT = {
    "what": "Put the agreements about working together on the project's home page too",
    "who": "team lead",
}

SECOND = {
    "inventory": (
        "The guide to first meetings is ready and has been tried out in three groups; students found it odd to"
        " begin with and useful after that. Asking halfway through has begun. The project handbook has had to wait,"
        " because it is only revised in the spring. In one class students made their own rules for the group chat"
        " and put them up on the wall. The tutors hear fewer complaints about people who do not pull their weight."
    ),
    "reflection": (
        "In this case something quite ordinary for a student suddenly became special in class. A fellow student's"
        " remark hurt, but so did the lecturer's compliment, because it turned the student into an example. Nearly"
        " all of us knew the moment when you feel that something is going wrong and carry on, because time is short"
        " or because you are afraid of making it worse. The third condition only helps if we know what to say."
        " Coming back to it later is possible too."
    ),
    "strategies": (
        "We practise a few sentences that will always do, such as: wait a moment, I would like to say something"
        " about that. If it does not work out on the spot, the next class begins with it. We introduce sensitive"
        " topics with examples of our own and from research, so that no student has to draw on their own life. And"
        " we have a word with the student on the same day, without making a big thing of it."
    ),
}

SECOND_POINTS = (
    {
        "what": (
            "Spend half an hour practising how to respond to hurtful remarks, with a colleague who trains people in it"
        ),
        "who": "team leads",
    },
    {
        "what": "Rewrite the way we introduce sensitive topics, with examples from many kinds of families",
        "who": "seminar tutors",
    },
    {
        "what": "Find new words for the third condition and put them to the team",
        "who": "team leads",
    },
)

THIRD = {
    "inventory": (
        "The half hour of practice took place and left people wanting more: twelve colleagues tried out sentences of"
        " their own. The new introduction to sensitive topics was used in two classes; afterwards students said that it"
        " felt less as if it was about them. The third condition has been reworded and stands in the second version of"
        " our frame of reference. The project handbook has been changed by now as well."
    ),
    "reflection": (
        "The situation was invented, but almost everybody had a real one to go with it. There is a reason for the rule"
        " about coming late, and yet it tells a student who cares for somebody at home that only one kind of life fits"
        " in here. Nobody asked what was going on, and the student said nothing because there was no moment for it. The"
        " first condition was missing, and so was the fourth: showing that we do not know everything about each other."
    ),
    "strategies": (
        "The third time somebody is late we first ask in private what is going on, and only then apply the rule. At the"
        " start of a practical we explain why there is a rule, and what is possible when it does not work out for once."
        " And we say out loud that students need not tell their story to get help."
    ),
}

THIRD_POINTS = (
    {
        "what": "Put in the study guide what a student can do when care or work gets in the way of the timetable",
        "who": "module team",
    },
    {
        "what": "Agree with the practical tutors who has a short talk with a student who was late twice",
        "who": "study advisers",
    },
)
