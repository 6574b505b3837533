"""The words that the tool itself prints, one file a language."""

from builder.content.adult_labels import (
    AdultWords,
    AuditWords,
    EvaluationWords,
    ParentsCopyWords,
    ReadmeWords,
    SchoolWords,
)
from builder.content.text import Model, PupilText, SpokenText, StaffText


class DocumentNames(Model):
    slides: StaffText
    slides_to_share: PupilText
    three_to_a_page: PupilText
    slides_with_notes: StaffText
    teacher_notes: StaffText
    handout: PupilText


class FurnitureWords(Model):
    page: PupilText
    draft: PupilText
    draft_adults: StaffText
    ages: PupilText
    minutes: PupilText
    one_minute: PupilText
    slide: PupilText
    slides: PupilText
    of: PupilText


class KindNames(Model):
    starter: PupilText
    explain: PupilText
    discuss: PupilText
    case_study: PupilText
    sort: PupilText
    quiz: PupilText
    write: PupilText
    plenary: PupilText
    calm_ending: PupilText
    signposting: PupilText


class PartTitles(Model):
    objectives: PupilText
    ground_rules: PupilText
    key_messages: PupilText
    vocabulary: PupilText
    what_to_do: PupilText
    talk_about_it: PupilText
    exit_question: PupilText
    question: PupilText
    what_adults_did: PupilText
    what_helped: PupilText
    how_it_turned_out: PupilText
    story_so_far: PupilText
    write_it: PupilText


class ProvenanceWords(Model):
    public_record: PupilText
    composite: PupilText
    invented: PupilText


class PupilWords(Model):
    asking_is_right: PupilText
    safe_adult_home: PupilText
    safe_adult_school: PupilText
    lead: PupilText
    phone: PupilText
    text: PupilText
    chat: PupilText
    web: PupilText
    help_card: PupilText
    keep_card: PupilText
    who_can_help: PupilText
    any_adult: PupilText
    any_adult_what: PupilText
    slips: PupilText
    slip_read: PupilText
    late_is_fine: PupilText
    worksheet: PupilText
    sort_card: PupilText
    sort_tray: PupilText
    sort_why: PupilText
    answer_here: PupilText
    for_whom: PupilText
    emergency: PupilText
    helpline: PupilText
    report: PupilText
    removal: PupilText
    police: PupilText
    crisis: PupilText
    adults: PupilText
    staff: PupilText
    under_18: PupilText
    over_18: PupilText


class NoteWords(Model):
    """`default_…` stand in a slide's notes where a lesson gives no words of its own."""

    say: StaffText
    do: StaffText
    listen_for: StaffText
    answers: StaffText
    if_asked: StaffText
    suggested: StaffText
    support: StaffText
    stretch: StaffText
    never: StaffText
    why: StaffText
    ask: StaffText
    as_before: StaffText
    default_title: StaffText
    default_question: StaffText
    default_next_question: StaffText
    default_talk: StaffText
    default_story: StaffText
    default_opener: StaffText
    default_helped: StaffText
    default_outcome: StaffText
    default_show: StaffText
    default_exit: StaffText
    default_say_opener: SpokenText
    default_say_composed: SpokenText
    default_say_story: SpokenText
    default_say_talk: SpokenText
    default_say_helped: SpokenText
    default_say_outcome: SpokenText
    default_say_show: SpokenText
    default_say_exit: SpokenText
    default_say_question: SpokenText
    default_say_write: SpokenText
    default_say_title: SpokenText


class TeacherNoteWords(Model):
    at_a_glance: StaffText
    for_whom: StaffText
    time: StaffText
    about: StaffText
    pupils_learn: StaffText
    bring: StaffText
    take_away: StaffText
    keep_in_mind: StaffText
    tell_first: StaffText
    tell_first_text: StaffText
    waiting: StaffText
    waiting_text: StaffText
    plan: StaffText
    plan_minutes: StaffText
    plan_what: StaffText
    plan_slides: StaffText
    plan_handout: StaffText
    plan_total: StaffText
    before_you_teach: StaffText
    prior_knowledge: StaffText
    vocabulary: StaffText
    misconceptions: StaffText
    may_think: StaffText
    say_instead: StaffText
    slide_by_slide: StaffText
    understanding: StaffText
    exit_question: StaffText
    answers: StaffText
    curriculum: StaffText
    framework: StaffText
    topic: StaffText
    status: StaffText
    status_read: StaffText
    status_seen: StaffText
    status_recalled: StaffText
    cases: StaffText
    where: StaffText
    when: StaffText
    case_sources: StaffText
    drawn_from: StaffText
    tell_beforehand: StaffText
    rules_and_note: StaffText
    more_questions: StaffText
    details_left_out: StaffText
    help: StaffText
    service: StaffText
    how: StaffText
    for_: StaffText
    then: StaffText
    school_route: StaffText
    sources: StaffText
    sourced: StaffText
    general: StaffText
    waived: StaffText
    rule: StaffText
    what_it_says: StaffText
    reason: StaffText
    to_check: StaffText
    to_check_intro: StaffText
    check_help: StaffText
    check_cases: StaffText
    check_curriculum: StaffText
    check_sources: StaffText
    check_other: StaffText
    checked_by: StaffText
    licence: StaffText


class Labels(Model):
    language: str
    documents: DocumentNames
    furniture: FurnitureWords
    kinds: KindNames
    parts: PartTitles
    provenance: ProvenanceWords
    pupils: PupilWords
    notes: NoteWords
    teacher_notes: TeacherNoteWords
    adults: AdultWords
    evaluation: EvaluationWords
    school: SchoolWords
    parents_copy: ParentsCopyWords
    audit: AuditWords
    readme: ReadmeWords
