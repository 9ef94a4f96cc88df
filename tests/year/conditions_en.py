"""What each participant and each small group gave for the frame of reference, in English."""

# In the order of the sign-up: key concepts, then four conditions, each empty where nothing was given.
INDIVIDUAL = (
    (
        "being known, taking part, being yourself",
        "Teachers know their students' names",
        "Every student has one person to turn to",
        "It is fine to make mistakes",
        "We talk about our differences",
    ),
    (
        "safety, trust",
        "A safe atmosphere in class",
        "Clear agreements about working together",
        "Teachers know their students by name",
        "",
    ),
    (
        "fitting in, being seen",
        "You are seen as a person",
        "It is fine to make mistakes",
        "Room for everybody's story",
        "Groups change regularly",
    ),
    (
        "feeling at home, being yourself",
        "Nobody has to change in order to join in",
        "Examples from different cultures in our teaching",
        "Unwritten rules are explained",
        "A safe atmosphere in class",
    ),
    (
        "equality",
        "Language is no obstacle",
        "Feedback is about the work and not about the person",
        "Making mistakes is fine",
        "Explaining the unwritten rules",
    ),
    (
        "community, being seen",
        "Somebody asks how you are",
        "Students know each other",
        "One person to turn to for every student",
        "",
    ),
    (
        "being included, counting",
        "Everybody counts in the group",
        "Eating and celebrating together",
        "Students get to know each other",
        "Role models at the front of the class",
    ),
    (
        "fairness, equal chances",
        "Equal chances when work is marked",
        "Teaching materials in which students see themselves",
        "Talking about our differences",
        "Stepping in when a remark hurts",
    ),
    (
        "",
        "A quiet place to work",
        "Shy students get a turn as well",
        "",
        "",
    ),
    (
        "connection, warmth",
        "Teachers show something of themselves too",
        "Hurtful remarks do not simply pass",
        "Different ways of taking part",
        "Teachers know their students' names",
    ),
    (
        "trust, time",
        "Time to talk with each student",
        "Clear expectations",
        "It is fine to make mistakes",
        "Help with writing",
    ),
    (
        "clarity",
        "Clear agreements",
        "The same rules for everybody",
        "",
        "",
    ),
    (
        "hospitality",
        "Students know who to turn to",
        "A warm welcome on the first day",
        "Information is easy to find",
        "",
    ),
    (
        "",
        "",
        "",
        "",
        "",
    ),
)

GROUPS = (
    (
        "Teachers know their students by name and ask how they are",
        "It is fine to make mistakes",
        "Clear agreements about working together, online as well",
        "We talk about our differences",
    ),
    (
        "Every student has one person to turn to",
        "A safe atmosphere: we step in when a remark hurts",
        "Teaching materials in which everybody can see themselves",
        "Unwritten rules are explained",
    ),
    (
        "Teachers and students know each other",
        "Everybody counts in the group",
        "Feedback is about the work and the next step",
        "Difference is normal",
    ),
    (
        "Time and attention for each student",
        "Everybody counts in the group",
        "It is fine to make mistakes",
        "",
    ),
)
