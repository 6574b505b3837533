"""Every rule of the rule files against its own examples, and against what must always be free to say."""

import re

import pytest

from builder.checks import Rules, load_rules
from builder.checks.messaging import counted
from builder.checks.required import says
from builder.checks.rules import Existence, Occurrence, RequiredMessage, Substitution
from builder.words.finding import Audience
from builder.words.phrases import sentences

RULES = load_rules()
AUDIENCES: tuple[Audience, ...] = ("pupil", "parent", "staff")
WORDED = [(rule, audience) for rule in RULES.words for audience in rule.audiences]
FRAMED = [(rule, audience) for rule, audience in WORDED if rule.framed]
COUNTED = [rule for rule, _ in RULES.counts]
MESSAGES = RULES.required.messages

# Ten sentences that pupils should always be able to read. The one on being in trouble is the country's.
SAFE_FOR_PUPILS = (
    "It's not your fault. The person doing the blackmail is breaking the law.",
    "Tell one safe adult today. If they don't help, tell another.",
    "Don't pay. Don't send more. If you already have, stop now: it's still OK to tell.",
    "Stop replying. Keep the messages. Then block.",
    "Free services can often take pictures down, or block them before they spread.",
    "Often they don't do what they threaten. If they do, we can still help.",
    "Pictures can be faked. You don't have to have sent anything for this to happen.",
    "If a picture of someone reaches you: don't look, don't keep it, don't pass it on. Tell an adult. "
    "Be kind.",
    "It may feel like the end of everything tonight. It isn't. People get through this.",
    # … and the wording table's “prefer” column.
    "Pictures can often be taken down or blocked. Free services do this every day. "
    "The sooner you tell, the more they can do.",
    "It can feel huge now. People get through this, with help.",
    "Thank you for telling me. It's not your fault.",
    "She was tricked, was pressured, was targeted by a skilled adult.",
    "Sextortion is a kind of online blackmail.",
    "Someone pretending to be someone else. Organised criminals, often overseas.",
    "People aren't always who they say; friends' accounts can be hacked; it can be someone you know.",
    "Some people feel so upset they don't know what to do. If that's you or a friend, tell someone now; "
    "it gets better with help.",
)

# What no pupil should read, each in several wordings.
AVOID_FOR_PUPILS = {
    "messaging/hopeless": (
        "What goes online stays online.",
        "Once it's out there it's gone.",
        "A nude is a digital tattoo.",
        "Nothing online goes away, it lasts forever.",
        "There is no way of controlling it.",
        "A photo can never be removed.",
        "A message can't be deleted once you press send.",
        "Once you have posted a selfie you cannot get it back.",
        "The internet remembers everything.",
    ),
    "messaging/ruined-life": (
        "It will ruin your life.",
        "This could ruin your future.",
        "Your whole future would be destroyed.",
        "Your reputation is ruined.",
    ),
    "messaging/blame": (
        "Why did you send it?",
        "You should have known.",
        "What a silly mistake.",
        "That was a foolish thing.",
        "Some people put themselves at risk.",
        "That is risky behaviour.",
        "He engaged in the chat, and fell for it.",
        "It is partly the victim's fault.",
        "You really ought to have known better.",
    ),
    "messaging/term": (
        "It counts as child porn.",
        "That is child pornography.",
        "Kiddie porn is illegal.",
        "This is called revenge porn.",
        "Remember stranger danger.",
        "Never talk to strangers online.",
    ),
    "messaging/better-word": (
        "Sexting is common.",
        "An explicit picture.",
        "Self-generated images are a problem.",
    ),
    "messaging/label": ("The victim told her mum.", "Perpetrators want money."),
    "messaging/stereotype": (
        "It's the attractive girl trap.",
        "He walked into a honey trap.",
        "A very attractive girl writes to you.",
    ),
    "messaging/nationality": (
        "Nigerian scammers do this.",
        "These gangs are based in West Africa.",
        "They are Filipino criminals.",
    ),
    "messaging/abstinence": (
        "Never, ever send a nude.",
        "Just don't send pictures.",
        "The best protection is not to send anything.",
    ),
    "messaging/in-trouble": (
        "Don't pay or you'll get in worse trouble.",
        "You'll be arrested.",
        "You can go to jail for this.",
        "You won't be in trouble for asking for help.",
        "You are breaking the law too.",
    ),
    "messaging/unsafe-reply": (
        "Do not stop the chat.",
        "Keep him talking.",
        "Don't end the conversation yet.",
    ),
    "messaging/unsafe-delete": (
        "Reset your phone.",
        "Delete your account.",
        "Delete all the messages.",
        "Then wipe your phone.",
    ),
    "messaging/unsafe-pay": ("Pay them.", "It is easier to pay them off.", "Do what they say."),
    "messaging/suicide": (
        "He committed suicide.",
        "She took her own life.",
        "Some people self-harm.",
        "He killed himself.",
    ),
    "messaging/minimise": (
        "Boys mess about, it's only banter.",
        "Just block and forget it.",
        "It's no big deal.",
    ),
    "messaging/scary-picture": ("A hooded hacker at a keyboard.", "A crying child with a phone."),
}


def found(text: str, audience: Audience, rules: Rules = RULES) -> dict[str, bool]:
    """The rules that the text breaks; true if the words stand there unframed."""
    broken: dict[str, bool] = {}
    for sentence in sentences(text):
        for hit in rules.finder.hits(sentence, audience):
            if hit.rule.every_age:
                broken[hit.rule.id] = broken.get(hit.rule.id, False) or not hit.framed
    return broken


@pytest.mark.parametrize(("rule", "audience"), WORDED, ids=lambda value: getattr(value, "id", value))
def test_a_rule_finds_its_bad_examples(rule: Existence | Substitution, audience: Audience) -> None:
    for example in rule.bad:
        hits = [hit for s in sentences(example) for hit in RULES.finder.hits(s, audience)]
        assert any(hit.rule.id == rule.id and not hit.framed for hit in hits), example


@pytest.mark.parametrize(("rule", "audience"), WORDED, ids=lambda value: getattr(value, "id", value))
def test_no_rule_finds_anything_in_good_examples(rule: Existence | Substitution, audience: Audience) -> None:
    for example in rule.good:
        assert not found(example, audience), example


@pytest.mark.parametrize(("rule", "audience"), FRAMED, ids=lambda value: getattr(value, "id", value))
def test_framed_examples_are_seen_as_framed(rule: Existence | Substitution, audience: Audience) -> None:
    for example in rule.framed:
        broken = found(example, audience)
        assert rule.id in broken, example
        assert not any(broken.values()), example


@pytest.mark.parametrize("rule", COUNTED, ids=lambda rule: rule.id)
def test_a_rule_that_counts_counts_its_examples(rule: Occurrence) -> None:
    pattern = {r.id: p for r, p in RULES.counts}[rule.id]

    assert all(counted(rule, pattern, [example]) for example in rule.bad)
    assert not any(counted(rule, pattern, [example]) for example in rule.good)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_a_required_message_is_recognised_in_its_examples(message: RequiredMessage) -> None:
    def said(text: str) -> bool:
        return any(says(RULES, message, sentence) for sentence in sentences(text))

    assert all(said(example) for example in (*message.good, *message.say))
    assert not any(said(example) for example in message.bad)


@pytest.mark.parametrize("message", [m for m in MESSAGES if m.audience == "pupil"], ids=lambda m: m.id)
def test_what_one_may_say_for_a_required_message_is_free_to_say(message: RequiredMessage) -> None:
    assert not [
        line for line in (*message.say, *message.good) if set(found(line, "pupil")) - {"messaging/in-trouble"}
    ]


@pytest.mark.parametrize("sentence", SAFE_FOR_PUPILS)
def test_safe_sentences_are_free_to_say(sentence: str) -> None:
    assert not found(sentence, "pupil")


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, line) for rule, lines in AVOID_FOR_PUPILS.items() for line in lines]
)
def test_what_to_avoid_is_found_in_pupils_text(rule: str, sentence: str) -> None:
    assert found(sentence, "pupil").get(rule), found(sentence, "pupil")


@pytest.mark.parametrize(
    "sentence",
    [
        "Don’t delete your account.",
        "Do not delete the messages.",
        "Don’t pay.",
        "Never pay them.",
        "It isn’t your fault.",
        "Nobody should have to deal with it on their own.",
        "You’re not to blame.",
        "It doesn’t have to stay online.",
        "It won’t ruin your life.",
        "Nothing that happened is your fault.",
        "That doesn’t mean it is your fault.",
        "You don’t have to feel that it is your own fault.",
        "Nobody thinks it’s your fault.",
    ],
)
def test_a_negation_turns_the_words_round(sentence: str) -> None:
    assert not found(sentence, "pupil")


@pytest.mark.parametrize(
    "sentence",
    [
        "Don't forget: what goes online stays online.",
        "It's not safe to post, because what goes online stays online.",
        "Don't panic, just pay them.",
        "I can't say it often enough: you should have known better.",
        "Not telling is your own fault.",
        "Sending it without thinking was your own fault.",
        "There is nothing wrong with paying them.",
        "Don't be afraid to pay them.",
        "It is not illegal to look at the image to check what it shows.",
    ],
)
def test_a_negation_of_something_else_turns_nothing_round(sentence: str) -> None:
    assert True in found(sentence, "pupil").values()


@pytest.mark.parametrize(
    "sentence",
    [
        "WHAT GOES ONLINE STAYS ONLINE.",
        "What goes\u00a0online stays  online",
        "what goes on\u00adline stays online",
        "You shouldn’t have sent it.",
        "You shouldnt have sent it.",
        "Your life’s over — it will ruin your life.",
    ],
)
def test_letters_and_blanks_hide_nothing(sentence: str) -> None:
    assert True in found(sentence, "pupil").values()


def test_every_pattern_can_be_read_and_names_known_groups() -> None:
    assert len(list(RULES.finder.patterns())) > 300


def test_patterns_are_written_in_small_letters() -> None:
    # Sentences are; a capital in a pattern would never be met.
    for rule in RULES.words:
        written = [*rule.unless, *getattr(rule, "patterns", ()), *getattr(rule, "pupil_patterns", ())]
        written += [swap.find for swap in getattr(rule, "swaps", ())]
        for pattern in written:
            assert not re.search(r"(?<!\\)[A-Z]", pattern), pattern


def test_cues_lose_nothing_that_trying_every_pattern_finds() -> None:
    texts = [t for rule in RULES.words for t in (*rule.bad, *rule.good, *rule.framed, *rule.instead)]
    texts += [line for lines in AVOID_FOR_PUPILS.values() for line in lines]
    for sentence in (s for text in texts for s in sentences(text)):
        for audience in AUDIENCES:
            quick = RULES.finder.hits(sentence, audience)
            assert quick == RULES.finder.hits(sentence, audience, everywhere=True)


def test_few_patterns_are_tried_on_a_sentence() -> None:
    # Time differs from machine to machine; the number of patterns tried doesn't.
    lines = [s for text in SAFE_FOR_PUPILS for s in sentences(text)]
    tried = sum(len(RULES.finder.likely(sentence)) for sentence in lines)

    assert tried / len(lines) < 25
