"""The words that the tool itself prints for adults: sessions, sheets, copies, reports, the read-me."""

from builder.content.text import Model, ParentText, PupilText, StaffText


class AdultWords(Model):
    """What differs in a session for parents or staff."""

    parents: StaffText
    staff: StaffText
    presenter_notes: StaffText
    learn: StaffText
    may_think: StaffText
    misconceptions: StaffText
    prior_knowledge: StaffText
    take_away: StaffText
    what_to_do: StaffText
    touches_you: StaffText
    children_hear: StaffText
    lead: StaffText


class EvaluationWords(Model):
    title: StaffText
    observed: StaffText
    no_names: StaffText
    objective: StaffText
    how_many: tuple[StaffText, ...]
    understanding: StaffText
    asked: StaffText
    listen_for: StaffText
    heard: StaffText
    signs_title: StaffText
    signs: tuple[StaffText, ...]
    afterwards: StaffText
    questions: tuple[StaffText, ...]


class SchoolWords(Model):
    """What a school's own edition says where the generic one leaves a line to write on."""

    logo: PupilText
    photo: PupilText
    people: PupilText
    at_home: PupilText
    safe_adults: PupilText
    tell_first: StaffText
    if_away: PupilText


class ParentsCopyWords(Model):
    title: ParentText
    about: ParentText
    for_whom: ParentText
    whats_here: ParentText
    whats_here_text: ParentText
    not_here: ParentText
    not_here_text: ParentText
    ask: ParentText
    ask_text: ParentText
    learn: ParentText
    take_away: ParentText
    misconceptions: ParentText
    may_think: ParentText
    we_say: ParentText
    slides: ParentText
    slides_text: ParentText
    given: ParentText
    given_text: ParentText


class AuditWords(Model):
    """The page that `audit --report` makes; in each pair of units, one and several."""

    title: StaffText
    subtitle: StaffText
    readers: dict[str, StaffText]
    read: StaffText
    file: StaffText
    extent: StaffText
    units: dict[str, tuple[StaffText, StaffText]]
    unreadable: StaffText
    found: StaffText
    others: StaffText
    errors: StaffText
    warnings: StaffText
    first: StaffText
    where: StaffText
    of_file: StaffText
    quoted: StaffText
    why: StaffText
    as_above: StaffText
    instead: StaffText
    more: StaffText
    more_files: StaffText
    more_unreadable: StaffText
    clean: StaffText
    limits: StaffText
    limits_text: StaffText


class ReadmeWords(Model):
    title: StaffText
    slides: StaffText
    notes: StaffText
    handout: StaffText
    sheets: StaffText
    observation: StaffText
    presenter: StaffText
    papers: StaffText
    share: StaffText
    prints: dict[str, StaffText]
    accessible: StaffText
    manifest: StaffText
    draft: StaffText
