"""What may lead to a real person is found; first names, services, apps and subjects lead to nobody.

Numbers are those kept free for films and books; people, schools and accounts are made up.
"""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks import Rules, check_library
from builder.checks.identity import Known, found_in, known_of
from builder.content.library import Library
from tests.checks.small import library

LED = [
    # --- numbers, addresses, accounts ---
    ("GB-ENG", "Ring him on 07700 900123.", "07700 900123"),
    ("GB-ENG", "Her number is 07700900456, he said.", "07700900456"),
    ("GB-ENG", "Call +44 7700 900789 tonight.", "+44 7700 900789"),
    ("GB-ENG", "The house phone was (0113) 496 0123.", "(0113) 496 0123"),
    ("GB-SCT", "Text 07700-900-123 and wait.", "07700-900-123"),
    ("GB-ENG", "An American number, +1 202-555-0143, rang.", "+1 202-555-0143"),
    ("US", "Call (202) 555-0143 after class.", "(202) 555-0143"),
    ("US", "His cell is 202.555.0178.", "202.555.0178"),
    ("US", "The number 555-0143 kept ringing.", "555-0143"),
    ("CA", "She rang 613-555-0162.", "613-555-0162"),
    ("IE", "Text 020 918 1234 now.", "020 918 1234"),
    ("AU", "His mobile is 0491 570 156.", "0491 570 156"),
    ("NZ", "She rang 021 555 0123 twice.", "021 555 0123"),
    ("GB-ENG", "Write to robin.t@mail.example today.", "robin.t@mail.example"),
    ("GB-ENG", "“sam+games@post.example” was the sender.", "sam+games@post.example"),
    ("GB-ENG", "Add me: @sunny_day07!", "@sunny_day07"),
    ("GB-ENG", "The account was @blue.kite.", "@blue.kite"),
    ("GB-ENG", "My Snapchat is kite_flyer07.", "kite_flyer07"),
    ("GB-ENG", "Username: moonfox_11", "moonfox_11"),
    ("GB-ENG", "Discord: kite#0042", "kite#0042"),
    ("GB-ENG", "See instagram.com/sunny_day07 for more.", "instagram.com/sunny_day07"),
    ("GB-ENG", "It was https://www.tiktok.com/@sunny_day07.", "https://www.tiktok.com/@sunny_day07"),
    ("GB-ENG", "Join discord.gg/AbC123 with us.", "discord.gg/AbC123"),
    # --- where and when ---
    ("GB-ENG", "He lives at SW1A 2AA.", "SW1A 2AA"),
    ("GB-ENG", "Post it to S70 2AB, please.", "S70 2AB"),
    ("GB-ENG", "The parcel went to ls1 4ap.", "ls1 4ap"),
    ("GB-ENG", "The postcode was BS8 4QX.", "postcode was BS8 4QX"),
    ("IE", "Send it to D02 X285.", "D02 X285"),
    ("CA", "Her code is K1A 0B1.", "K1A 0B1"),
    ("US", "Write to Riverton, WY 82501.", "WY 82501"),
    ("US", "Write to 20500-0003.", "20500-0003"),
    ("AU", "A flat in NSW 2000.", "NSW 2000"),
    ("NZ", "A house in Wellington 6011.", "Wellington 6011"),
    ("GB-ENG", "She was born on 4 May 2011.", "born on 4 May 2011"),
    ("GB-ENG", "Date of birth: 04/05/2011", "Date of birth: 04/05/2011"),
    ("GB-ENG", "His birthday is on the 4th of May.", "birthday is on the 4th of May"),
    ("US", "DOB 2011-05-04 was in the profile.", "DOB 2011-05-04"),
    ("GB-ENG", "May 4th is her birthday.", "May 4th is her birthday"),
    ("GB-ENG", "They live at 14 Larkspur Road.", "14 Larkspur Road"),
    ("GB-ENG", "Her home is on Larkspur Avenue.", "Larkspur Avenue"),
    # --- people, schools, towns ---
    ("GB-ENG", "Ethan Miller of Hillside High School got a message.", "Ethan Miller of Hillside High School"),
    ("GB-ENG", "Priya Kapoor-Lane, 14, from Barnsley, told her mum.", "Priya Kapoor-Lane, 14, from Barnsley"),
    ("GB-ENG", "Tom O’Hara (Leeds) was not alone.", "Tom O’Hara (Leeds)"),
    ("GB-ENG", "Ethan Miller, 15, told a friend.", "Ethan Miller, 15"),
    ("GB-ENG", "Sam goes to St Mary's Academy.", "St Mary's Academy"),
    ("GB-ENG", "Sam goes to St Mary’s.", "St Mary’s"),
    ("GB-ENG", "A pupil at Hillside Primary heard of it.", "Hillside Primary"),
    ("GB-ENG", "Robin left Queen Elizabeth Grammar School.", "Queen Elizabeth Grammar School"),
    ("GB-ENG", "Everyone at Thornhill Community Academy knew.", "Thornhill Community Academy"),
    ("IE", "She goes to Scoil Bhríde.", "Scoil Bhríde"),
    ("GB-WLS", "He is a pupil of Ysgol Glan Afon.", "Ysgol Glan Afon"),
    ("US", "Jordan plays for Lincoln High.", "Lincoln High"),
    ("US", "Jordan goes to Lincoln Middle School.", "Lincoln Middle School"),
    ("GB-ENG", "A boy from Barnsley got a message.", "Barnsley"),
    ("GB-ENG", "Sam is from Barnsley.", "Barnsley"),
    ("GB-ENG", "Sam, 14, from Barnsley, blocked them.", "Barnsley"),
    ("GB-ENG", "She lives in Stoke-on-Trent.", "Stoke-on-Trent"),
    ("GB-ENG", "Robin grew up in Newcastle upon Tyne.", "Newcastle upon Tyne"),
    ("GB-ENG", "Robin moved to Leeds last year.", "Leeds"),
    ("GB-ENG", "A 14-year-old from Leeds was brave.", "Leeds"),
    ("GB-ENG", "She lives just outside Barnsley.", "Barnsley"),
    ("GB-ENG", "In Leeds, a girl got a message.", "Leeds"),
    ("GB-ENG", "He attends Oakwood.", "Oakwood"),
    ("GB-ENG", "A pupil at Oakwood heard it.", "Oakwood"),
    ("GB-ENG", "His name was Josh Carter from Mill Lane.", "Josh Carter from Mill Lane"),
    ("NZ", "It happened in the town of Riverbend.", "Riverbend"),
]  # fmt: skip

NOBODYS = [
    # --- figures that nobody rings ---
    ("GB-ENG", "About 16 000 000 children, and 2,500,000 reports."),
    ("GB-ENG", "Between 2019 and 2023 it doubled."),
    ("GB-ENG", "They wanted £2000000 or $5000000."),
    ("GB-ENG", "In 2023 4500 reports came in."),
    ("GB-ENG", "It took 10 to 15 minutes, from 9.30 to 10.45."),
    ("GB-ENG", "Ages 11-14, minutes 10-15, slides 3/4."),
    ("GB-ENG", "The code was 123456."),
    ("GB-ENG", "Page 12, lines 3 to 45, 2024-05-04."),
    ("US", "A $1,250,000 fine and 12 000 000 files."),
    ("US", "From 1990 to 2005, 555 people told someone."),
    ("GB-ENG", "Ring 999, 101 or 116 123."),
    ("GB-ENG", "You can ring Childline on 0800 1111."),
    # --- signs and codes that are no addresses ---
    ("GB-ENG", "Meet @ 5pm, me@home is fine."),
    ("GB-ENG", "@everyone, look at this!"),
    ("GB-ENG", "Write @username in place of the name."),
    ("GB-ENG", "His Snapchat is private, and her Instagram is locked."),
    ("GB-ENG", "Instagram: 13 and over. TikTok is 13+."),
    ("GB-ENG", "Snapchat was first, Discord is next."),
    ("GB-ENG", "Go to instagram.com/help or facebook.com/safety."),
    ("GB-ENG", "Open childline.org.uk, or search for Report Remove."),
    ("GB-ENG", "Write to help@nspcc.org.uk."),
    ("GB-ENG", "Look at x.com or youtube.com/watch?v=abc."),
    ("GB-ENG", "Room B12, 3pm; seat E4 2nd row; Q1 and Q2."),
    ("GB-ENG", "H2O, CO2, A4 and MP3 are no codes."),
    ("GB-ENG", "In Year 9 1ST place went to Sam."),
    ("US", "The USA has 50000 schools, or more."),
    ("IE", "The B12 2024 form, and an A4 page."),
    ("AU", "In Perth, WA, people helped."),
    ("NZ", "Auckland 2019 was a good year."),
    # --- dates that are nobody's birthday ---
    ("GB-ENG", "The law came in on 4 May 2021."),
    ("GB-ENG", "Her birthday is in May."),
    ("GB-ENG", "It was Sam’s fourteenth birthday. On 4 May the messages stopped."),
    ("GB-ENG", "He was born in a big city."),
    ("GB-ENG", "Never give your date of birth to a stranger."),
    ("GB-ENG", "A birthday in 3 days, and 12 may come."),
    # --- first names of story figures ---
    ("GB-ENG", "Sam told Robin. Robin’s mum listened."),
    ("GB-ENG", "Robin, 14, got a message from Sam."),
    ("GB-ENG", "The message is from Robin. It was from Robin, not from Sam."),
    ("GB-ENG", "A friend request from Jaz, then a letter to her mum from Robin."),
    ("GB-ENG", "A girl from Robin’s class helped Sam."),
    ("GB-ENG", "Kim and Jaz, Sam and Robin went home."),
    ("GB-ENG", "A present for Sam from Robin."),
    ("GB-ENG", "Mrs Rahman in Room 4 is the lead."),
    # --- services, apps, subjects, months, countries ---
    ("GB-ENG", "A boy from Year 9 wrote to Childline."),
    ("GB-ENG", "A man from Instagram? No: someone from Snapchat."),
    ("GB-ENG", "She moved to Telegram, then to WhatsApp."),
    ("GB-ENG", "Sam lives in England, Robin in Wales."),
    ("GB-ENG", "A teenager from Scotland, a family from Ireland."),
    ("GB-ENG", "A woman from CEOP Safety Centre rang back."),
    ("GB-ENG", "Someone from Report Remove in England answered."),
    ("GB-ENG", "Take It Down, 18 and under; Report Remove, 13 to 17."),
    ("GB-ENG", "A friend from Drama Club, a girl from Maths, a lad from Scouts."),
    ("GB-ENG", "Born in March, she lives in hope."),
    ("GB-ENG", "The Internet Watch Foundation in Britain takes pictures down."),
    ("GB-ENG", "The Online Safety Act of Parliament, and the Prime Minister of Australia."),
    ("GB-ENG", "Safer Internet Day in February, Friday Night at School."),
    ("GB-ENG", "Key Stage 3 in Wales, Year Nine in English."),
    ("GB-ENG", "He came from French, she is from Spanish."),
    ("US", "Someone from Fortnite moved to Discord. She lives in Minecraft."),
    ("US", "Report it to the National Center for Missing and Exploited Children."),
    ("GB-ENG", "A group chat called Blue Kites, 12 people, was quiet."),
    ("GB-ENG", "Someone from Clash of Clans, a friend from Depop."),
    ("GB-ENG", "Robin came from Football Practice; she is from Year Ten."),
    ("GB-ENG", "Jaz from Year 8 told Kim. Sam from Monday’s lesson did not."),
    ("GB-ENG", "Detective Brown, 40, from the police, and Mr Khan from Science."),
    ("GB-ENG", "Sam went to Robin for help. They went to Settings."),
    ("GB-ENG", "World Mental Health Day in October, the Duke of Edinburgh Award."),
    # --- schools and streets in general ---
    ("GB-ENG", "Every Primary School and Secondary School has a lead."),
    ("GB-ENG", "Tell School staff. Our School listens; Your Sixth Form College too."),
    ("GB-ENG", "Sunday School, Night School and Boarding School."),
    ("GB-ENG", "The College of Policing, and Safer Schools."),
    ("GB-ENG", "She walked along the High Street to school."),
    ("GB-ENG", "Sesame Street was on; Road safety is on Monday."),
    ("GB-ENG", "1 Main Point, 2 Big Ideas, 3 Short Steps."),
    ("GB-ENG", "In Case You Need It, 5 Ways To Tell."),
    ("GB-ENG", "No: she lives near school, and he lives in a flat."),
]  # fmt: skip


def known(country: str, rules: Rules) -> Known:
    directory = library().help.model
    return known_of(directory.model_copy(update={"country": country}), rules.hosts)


@pytest.mark.parametrize(("country", "text", "words"), LED)
def test_what_leads_to_a_person_is_found(country: str, text: str, words: str, rules: Rules) -> None:
    assert [one.words for one in found_in(text, known(country, rules))] == [words]


@pytest.mark.parametrize(("country", "text"), NOBODYS)
def test_what_leads_to_nobody_is_left_alone(country: str, text: str, rules: Rules) -> None:
    assert [one.words for one in found_in(text, known(country, rules))] == []


def test_there_are_enough_sentences_of_both_kinds() -> None:
    assert len(LED) >= 40
    assert len(NOBODYS) >= 60


INVENTED = (
    "  kind: public_record\n  where: Harwick, Northumbria\n  when: May 2021\n  sources:\n"
    "    - publisher: The Harwick Courier\n      title: Our daughter told us in Springfield\n"
    '      date: "2021"\n      confidence: sourced\n  trail: [Maddox, nine minutes]\n',
    "  kind: invented\n",
)
KEY = "key_message: Knocking was the moment when it began to get better."
TOWN = (KEY, "key_message: Kim is from Barnsley.")
MAIL = (KEY, "key_message: Write to kim@mail.example for more.")


def said(found: Library, rules: Rules) -> list[tuple[str, str, str]]:
    return [(d.rule, d.mark.file, d.message) for d in check_library(found, rules)]


@pytest.mark.parametrize("tier", ["pupil", "parent", "staff"])
def test_an_invented_story_names_no_town_for_any_reader(tier: str, rules: Rules) -> None:
    found = library(case=[INVENTED, TOWN, ("tier: pupil", f"tier: {tier}")])

    assert [one for one in said(found, rules) if one[0] == "case/identity"] == [
        (
            "case/identity",
            "case.yaml",
            "“Barnsley” looks like the town that somebody comes from, and may lead to a real person.",
        )
    ]


def test_a_true_story_is_left_to_its_own_trail(rules: Rules) -> None:
    assert "case/identity" not in [rule for rule, _, _ in said(library(case=[TOWN]), rules)]


def test_where_it_is_drawn_from_may_be_named(rules: Rules) -> None:
    composite = (INVENTED[0], "  kind: composite\n  drawn_from: [Robin Vale of Barnsley, a report]\n")

    assert said(library(case=[composite]), rules) == []


@pytest.mark.parametrize(("tier", "rule"), [("pupil", "case/trail"), ("staff", "case/identity")])
def test_an_address_is_complained_of_once(tier: str, rule: str, rules: Rules) -> None:
    found = library(case=[INVENTED, MAIL, ("tier: pupil", f"tier: {tier}")])

    assert [r for r, _, _ in said(found, rules) if r in ("case/trail", "case/identity")] == [rule]


def test_a_lesson_may_set_it_aside_with_a_reason(rules: Rules) -> None:
    note = ("content_note: Today is", "content_note: Thornhill Academy listens. Today is")
    waiver = (
        "content_note: Thornhill",
        "waivers:\n  - rule: case/identity\n    at: content_note\n    reason: Our own school.\n"
        "content_note: Thornhill",
    )

    assert [rule for rule, _, _ in said(library(lesson=[note]), rules)] == ["case/identity"]
    assert said(library(lesson=[note, waiver]), rules) == []


def test_the_country_says_how_numbers_are_read(rules: Rules) -> None:
    text = "The number 555-0143 kept ringing."

    assert found_in(text, known("US", rules))
    assert not found_in(text, known("GB-ENG", rules))


def test_numbers_and_hosts_of_the_directory_are_no_fault(rules: Rules) -> None:
    ours = known("GB-ENG", rules)
    text = "Ring 0113 496 0123 or write to help@ours.example."

    assert [one.words for one in found_in(text, ours)] == ["0113 496 0123", "help@ours.example"]
    listed = Known(ours.country, frozenset({"01134960123"}), {"ours.example"}, ours.names)
    assert found_in(text, listed) == []


def test_numbering_plans_are_loaded_for_long_numbers_alone(
    rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "phonenumbers", None)

    assert found_in("In 2021 it took 50 minutes. Ring 999.", known("GB-ENG", rules)) == []
    with pytest.raises(ImportError):
        found_in("Ring 07700 900123.", known("GB-ENG", rules))


@given(st.text(max_size=80))
def test_any_text_is_read_and_the_words_stand_in_it(text: str) -> None:
    nothing = Known("GB-ENG", frozenset(), frozenset(), frozenset())

    end = 0
    for one in found_in(text, nothing):
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.words
        end = one.end


@pytest.mark.parametrize(
    "words", ["High ", "Aa of ", "lives in Aa-on-", "7 Aa ", "born May ", "snap is a_", "1 "]
)
def test_a_long_text_comes_to_an_end(words: str) -> None:
    # With two ways to read a word, a pattern would try every mixture of them, for hours.
    found_in(words * 400, Known("GB-ENG", frozenset(), frozenset(), frozenset()))
