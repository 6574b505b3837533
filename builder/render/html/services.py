"""Who can help: a card a service, with a number that rings and addresses that open."""

from builder import document as d
from builder.render.html.fields import answer_lines
from builder.render.html.inlines import number_link, with_links
from builder.render.html.lists import LIST
from builder.render.html.markup import NOTHING, Html, element, esc, joined
from builder.render.html.setting import Setting
from builder.render.html.tables import definitions

URGENT, PERSON = "emergency", "person"


def panel(block: d.HelpPanel, setting: Setting) -> Html:
    """Who is known by name, services in the order of use, then lines for the adults that somebody knows."""
    rows = joined(_service(entry, setting) for entry in block.entries)
    listed = element("ul", rows, class_="services", **LIST) if rows else NOTHING
    people = joined(_person(who, setting.at(f"p{n}")) for n, who in enumerate(block.people, 1))
    known = _known(block, setting) if block.known else NOTHING
    return joined((known, listed, element("div", people, class_="people") if people else NOTHING))


def _known(block: d.HelpPanel, setting: Setting) -> Html:
    """On a slide a line each, as it is for those whose names nobody knows yet."""
    if not setting.on_slide:
        return definitions(d.DefinitionList(tuple((r, d.rich(who)) for r, who in block.known)), setting)
    lines = (element("p", esc(f"{role}: {who}"), class_="person") for role, who in block.known)
    return element("div", joined(lines), class_="people")


def _person(who: str, setting: Setting) -> Html:
    """A class names nobody on a slide: there, the line is only read."""
    if setting.on_slide:
        return element("p", esc(who), class_="person")
    return answer_lines(d.AnswerLines(d.rich(who), 1), setting)


def _service(entry: d.HelpEntry, setting: Setting) -> Html:
    """How to reach them, large; who it is for, what it does and what comes next beside it."""
    name = element(f"h{setting.level}", esc(entry.name), class_="name") if entry.name.strip() else NOTHING
    ways = [number_link(entry.phone)] if entry.phone.strip() else []
    ways += [
        element("span", with_links(way), class_="way")
        for way in (entry.text, entry.chat, entry.address)
        if way.strip()
    ]
    small = [element("span", esc(line), class_="fine") for line in (entry.hours, entry.cost) if line.strip()]
    reach = joined(element("p", line) for line in (*ways, *small))
    about = joined(
        element("p", esc(text), class_=kind)
        for text, kind in ((entry.for_whom, "for"), (entry.what, "what"), (entry.next, "next"))
        if text.strip()
    )
    return element(
        "li",
        element("div", name, reach, class_="reach"),
        element("div", about, class_="about") if about else NOTHING,
        class_={URGENT: "urgent", PERSON: "near"}.get(entry.role, ""),
    )
