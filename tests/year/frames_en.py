"""The frames of reference of the invented team in English, by question."""

FIRST = {
    "definition": (
        "For us, belonging means that students feel at home on our course and know that they matter here. They are"
        " known, they take part, and what they bring with them is worth something. Nobody has to leave a piece of"
        " themselves at the door in order to fit in. Belonging is never finished: every class, every conversation"
        " and every rule we make can add to it or wear it away. That makes it a job for the whole team, and not"
        " something students have to sort out for themselves."
    ),
    "condition_1": (
        "We know our students, and they know us. In the first few weeks we learn everybody's name and sit down with"
        " each student at least once. We ask how the work is going, and also what they need from us to do well"
        " here."
    ),
    "condition_2": (
        "Everybody has a place in the group. We make time for working together and agree how it is done, in class"
        " and in project groups. If a student goes quiet or is left on the edge of things, it is our business too,"
        " and we ask about it."
    ),
    "condition_3": (
        "Difference is normal, and we talk about it. Our examples come from all kinds of lives, families and"
        " careers. Nobody is asked to speak for a whole group, and we do not let a hurtful remark simply pass."
    ),
    "condition_4": (
        "It is fine to ask, and fine to get things wrong. We explain the unwritten rules and tell students what we"
        " struggled with ourselves. Feedback is about the work and the next step, and never about whether somebody"
        " should be here."
    ),
}

SECOND = {
    **FIRST,
    "definition": (
        "For us, belonging means that students feel at home on our course and know that they matter here. They are"
        " known, they count, and they decide for themselves how much of their lives they share. Nobody has to leave"
        " a piece of themselves at the door in order to fit in. Belonging is never finished: every class, every"
        " conversation and every rule we make can add to it or wear it away. That makes it a job for the whole"
        " team, and not something students have to sort out for themselves."
    ),
    "condition_2": (
        "Everybody has a place in the group. We make time for working together and agree how it is done, in class,"
        " in project groups and in the group chat. If a student goes quiet or is left on the edge of things, it is"
        " our business too, and we ask about it that same week."
    ),
    "condition_3": (
        "Everybody can be themselves without being made into an example. We use our own lives and our reading to"
        " show how differently people live, so that no student has to speak for a group. When a remark hurts, we"
        " stop the class for a moment and say that this is not how we talk to each other. Afterwards we find a"
        " moment with the student, on the same day."
    ),
}

SHORT = {
    "definition": (
        "For us, belonging means that students feel at home on our course: they are known, they take part and they"
        " can be themselves. It does not happen by itself. We work on it as a team, in every class and every"
        " conversation."
    ),
    "condition_1": (
        "We know our students. In the first few weeks we learn everybody's name, and we ask each student what would"
        " help them do well here."
    ),
    "condition_2": (
        "Everybody takes part. We agree how we work together, and whoever is left on the edge does not have to"
        " solve that alone."
    ),
    "condition_3": (
        "Difference is normal. Our examples come from many kinds of lives, and when a remark hurts, we talk about"
        " it there and then."
    ),
    "condition_4": (
        "It is fine to get things wrong. We explain the unwritten rules, and our feedback is always about the work,"
        " never about whether somebody should be here. We are honest about what we still find hard ourselves."
    ),
}

FULL = {
    "definition": (
        "For us, belonging means that students feel at home on our course and know that they matter here. They are"
        " known, they take part, and what they bring with them is worth something. Nobody has to leave a piece of"
        " themselves at the door in order to fit in.\n"
        "Belonging is never finished: every class, every conversation and every rule we make can add to it or wear"
        " it away. That makes it a job for the whole team, and not something students have to sort out for"
        " themselves. We think above all of those who are the first in their family to study, and of those who"
        " speak another language at home, because a course like ours is full of things that go without saying."
    ),
    "condition_1": (
        "We know our students, and they know us. In the first few weeks we learn everybody's name, including the"
        " ones we have to practise, and sit down with each student at least once. We ask how the work is going, and"
        " also what they need from us to do well here. What we hear makes a difference: where we can, we change our"
        " teaching, and where we cannot, we explain why."
    ),
    "condition_2": (
        "Everybody has a place in the group. We make time for working together and agree how it is done, in class"
        " and in project groups. We put the groups together ourselves and change them in the course of the year, so"
        " that students get to know more people than the two or three they started with. If a student goes quiet or"
        " is left on the edge of things, it is our business too, and we ask about it."
    ),
    "condition_3": (
        "Difference is normal, and we talk about it. Our examples, texts and guests come from all kinds of lives,"
        " families and careers. Nobody is asked to speak for a whole group, and we do not let a hurtful remark"
        " simply pass. If we cannot think what to say in the moment, we admit it and come back to it next time. We"
        " hold each other to this as colleagues, kindly and without blame."
    ),
    "condition_4": (
        "It is fine to ask, and fine to get things wrong. We explain the unwritten rules: how to write to a"
        " lecturer, what office hours are for and what we mean by thinking critically. We tell students what we"
        " struggled with when we were studying. Feedback is about the work and the next step, and never about"
        " whether somebody should be here. We mark language only where it is one of the aims, and then there is"
        " always help to be had. Whoever fails hears from us what was good already, and is offered a talk before"
        " the resit."
    ),
}

EXTRA = (
    " And every year we ask the students themselves whether they have noticed any of this, and what they think we"
    " should change."
)
