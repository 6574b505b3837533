"""A school's own edition: its name and logo, and who keeps its pupils safe, by name."""

from builder.content.school import Contact, School
from builder.document import NO_BREAK, Block, DefinitionList, Figure, Image, Paragraph, Section, rich
from builder.plan.brief import Brief

ALL = 1000
SHORT_ROLE, SHORT_WAY = 34, 48
"""So many letters of a role, and of ways to reach somebody, go on a card of the size of a bank card."""
Known = tuple[tuple[str, str], ...]
"""What somebody is at school, then who they are and where to find them."""


def school_of(brief: Brief) -> School | None:
    return brief.checked.school.model if brief.checked.school else None


def masthead(brief: Brief) -> tuple[Section, ...]:
    """Whose pack it is, on the first page; nothing in the generic edition."""
    school, own = school_of(brief), brief.checked.school
    if school is None or own is None:
        return ()
    blocks: tuple[Block, ...] = (*logo(brief), Paragraph(rich(school.name), "label"))
    return (Section("school", "", blocks, own.mark("name")),)


def logo(brief: Brief) -> tuple[Figure, ...]:
    school = school_of(brief)
    if school is None or not school.logo:
        return ()
    alt = brief.labels.school.logo.replace("{name}", school.name)
    return (Figure(_picture(brief, school.logo), alt, "logo"),)


def photo(brief: Brief) -> tuple[Figure, ...]:
    """The lead's photo, so that a child knows whom to look for."""
    school = school_of(brief)
    if school is None or not school.lead.photo:
        return ()
    alt = brief.labels.school.photo.replace("{name}", school.lead.name)
    return (Figure(_picture(brief, school.lead.photo), alt),)


def known_in_short(brief: Brief) -> Known:
    """The lead and where to find them: a slide and a card hold no more. Nobody, in the generic edition."""
    school = school_of(brief)
    if school is None:
        return ()
    role = role_of(brief, school.lead)
    if len(role) > SHORT_ROLE:
        role = _begun(brief.checked.help.model.lead)
    return ((role, found_in_short(school.lead)),)


def known(brief: Brief) -> Known:
    """Everybody whom a page has room for: the lead, the deputies, and the adults whom pupils know best."""
    school = school_of(brief)
    if school is None:
        return ()
    lead = (role_of(brief, school.lead), found(school.lead))
    return (lead, *_deputies(brief, school), *adults_at_school(brief))


def staff_known(brief: Brief) -> tuple[DefinitionList, ...]:
    """The lead and the deputies with every way to reach them, for those who teach."""
    school = school_of(brief)
    if school is None:
        return ()
    people = ((role_of(brief, school.lead), found(school.lead)), *_deputies(brief, school))
    return (DefinitionList(tuple((role, rich(who)) for role, who in people)),)


def adults_at_school(brief: Brief, letters: int = ALL) -> Known:
    """In the words that pupils use, such as “your form tutor”; as many of them as `letters` hold."""
    school = school_of(brief)
    if school is None or not school.safe_adults:
        return ()
    told, *more = school.safe_adults
    for one in more:
        if len(told) + len(one) <= letters:
            told = f"{told}, {one}"
    return ((brief.labels.school.safe_adults, told),)


def tell_first(brief: Brief) -> tuple[tuple[str, str], ...]:
    """Who must know before the lesson, and who stands in for them."""
    words, lead_is = brief.labels.teacher_notes, brief.checked.help.model.lead
    school = school_of(brief)
    if school is None:
        return ((words.tell_first, words.tell_first_text.replace("{lead}", lead_is)),)
    lead, ours = school.lead, brief.labels.school
    text = ours.tell_first.replace("{name}", lead.name).replace("{lead}", lead.role or lead_is)
    told = (words.tell_first, text.replace("{where}", " · ".join(_ways(lead))))
    if not school.deputies:
        return (told,)
    return (told, *_deputies(brief, school))


def lead_by_name(brief: Brief) -> str:
    """What the lead is called in this country; in a school's pack their name too, and how to reach them."""
    school, lead = school_of(brief), brief.checked.help.model.lead
    if school is None:
        return lead
    ways = " · ".join(way for way in _ways(school.lead) if way != school.lead.room)
    named = f"{school.lead.role or lead}, {school.lead.name}"
    return f"{named} ({ways})" if ways else named


def role_of(brief: Brief, person: Contact) -> str:
    """As it begins a line."""
    return _begun(person.role or brief.checked.help.model.lead)


def _begun(role: str) -> str:
    return role[:1].upper() + role[1:]


def found(person: Contact) -> str:
    """Their name, and every way to them."""
    return " · ".join((person.name, *_ways(person)))


def found_in_short(person: Contact) -> str:
    """Their name, and as many of the ways to them as a card holds, the room first."""
    told, *more = sorted(_ways(person), key=lambda way: len(way) > SHORT_WAY)
    for way in more:
        if way != person.email and len(told) + len(way) <= SHORT_WAY:
            told = f"{told} · {way}"
    return f"{person.name} · {told}"


def _ways(person: Contact) -> tuple[str, ...]:
    phone = (person.phone or "").replace(" ", NO_BREAK)
    return tuple(way for way in (person.room, phone, person.email) if way)


def _deputies(brief: Brief, school: School) -> Known:
    if not school.deputies:
        return ()
    named = "; ".join(f"{found(one)} ({one.role})" if one.role else found(one) for one in school.deputies)
    return ((brief.labels.school.if_away, named),)


def _picture(brief: Brief, name: str) -> Image:
    own = brief.checked.school
    assert own is not None  # noqa: S101 - tells mypy: only a school has pictures
    kept = own.pictures[name]
    return Image(kept.data, kept.width_px, kept.height_px)
