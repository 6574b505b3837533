"""A case study on slides: where it comes from, the story, the talk, what helped; the outcome last."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.activities import CaseStudyActivity, SlideWords
from builder.document import Beat, Callout, Paragraph, Timeline, rich
from builder.plan import notes
from builder.plan.brief import Brief
from builder.plan.faces import Shown, ask, bullets, lower_first
from builder.plan.people import crisis_lines
from builder.plan.step import Step


def case_steps(brief: Brief, activity: CaseStudyActivity) -> Iterator[Step]:
    """The slides that the activity wants, each with the words that the activity gives it."""
    for step in _all_steps(brief, activity):
        if step.id in activity.shows:
            words: SlideWords = getattr(activity, step.id)
            yield replace(step, say=words.say, do=words.do)


def _all_steps(brief: Brief, activity: CaseStudyActivity) -> Iterator[Step]:
    loaded = brief.checked.cases[activity.case]
    case, words, parts = loaded.model, brief.labels.notes, brief.labels.parts
    origin = getattr(brief.labels.provenance, case.provenance.kind)
    real = case.provenance.kind == "public_record"
    name = case.short_title or case.title
    beside = (Paragraph(rich(crisis_lines(brief)), "lead"),) if case.someone_died else ()
    yield Step(
        "opener",
        Shown(
            "case_study",
            case.title,
            (
                Paragraph(rich(origin), "label"),
                Paragraph(rich(case.content_note), "lead"),
                *beside,
                *brief.figure(case.picture),
            ),
        ),
        loaded.mark("title"),
        words.default_say_opener if real else words.default_say_composed,
        words.default_opener,
    )
    beats = Timeline(tuple(Beat(beat.when, beat.text) for beat in case.story))
    yield Step(
        "story",
        Shown("beats", f"{name}: {lower_first(parts.story_so_far)}", (*beside, beats)),
        loaded.mark("story"),
        words.default_say_story,
        words.default_story,
    )
    asked = case.asked(activity.questions)
    questions = bullets(tuple(q.ask for q in asked))
    talk = (questions,) if len(asked) > 1 else (ask(asked[0].ask),)
    yield Step(
        "talk",
        Shown("list" if len(asked) > 1 else "question", f"{name}: {lower_first(parts.talk_about_it)}", talk),
        loaded.mark("questions"),
        words.default_say_talk,
        words.default_talk,
        answers=tuple(
            Callout("answer", question.ask, (notes.listed(question.suggested_answers),)) for question in asked
        ),
    )
    yield Step(
        "helped",
        Shown(
            "columns",
            f"{name}: {lower_first(parts.what_helped)}",
            (
                Callout("card", parts.what_adults_did, (bullets(case.what_the_adults_did),)),
                Callout("card", parts.what_helped, (bullets(case.what_helped),)),
            ),
        ),
        loaded.mark("what_helped"),
        words.default_say_helped,
        words.default_helped,
    )
    yield Step(
        "outcome",
        Shown(
            "beats",
            f"{name}: {lower_first(parts.how_it_turned_out)}",
            (
                *beside,
                Paragraph(rich(case.outcome)),
                Callout("key", "", (Paragraph(rich(case.key_message), "lead"),)),
            ),
        ),
        loaded.mark("outcome"),
        words.default_say_outcome,
        words.default_outcome,
    )
