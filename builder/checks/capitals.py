"""Words with a capital that name no private person, town or school: months, subjects, services, apps."""

_DAYS = """January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Eid Diwali
Ramadan Hanukkah Halloween New Year Day Eve Spring Summer Autumn Winter Night Week Month
Morning Afternoon Evening Holidays Holiday Break Lunch Bank Term Half St Valentine’s
Pancake Mother’s Father’s Mardi Lent Passover Vaisakhi Holi"""

_SCHOOL_WORDS = """English Maths Math Mathematics Science Biology Chemistry Physics History Geography Art
Music Drama Dance Computing Technology French German Spanish Irish Welsh Gaelic Italian
Latin Mandarin Chinese Polish Urdu Arabic PE PSHE RSE RSHE SPHE RE IT ICT Citizenship
Religion Religious Education Physical Personal Social Health Wellbeing Key Stage Year
Years Grade Class Form Sixth Reception Junior Senior Room Part Unit Lesson Slide Chapter
Step School Schools Academy College University Primary Secondary High Middle Grammar
Elementary Infant Nursery Scouts Guides Cubs Brownies Rainbows Club Church Mosque Temple
Synagogue Youth Team Teams Choir Band Football Woodwork Food Textiles Media Studies
Economics Business Law Philosophy Psychology Sociology Games Assembly Registration
Homework Day Trip Prom Group Workshop Counsellor Nurse Office Library Comprehensive
Catholic Technical Intermediate Area Preparatory Prep Practice Lessons"""

_FAMILY = """Mum Mom Mam Mammy Mummy Mommy Dad Daddy Mother Father Nan Nana Gran Granny Grandma Grandad
Grandpa Auntie Aunt Uncle Brother Sister Cousin Mr Mrs Ms Miss Mx Sir Dr Teacher Head
Coach Officer Sergeant Constable Someone Somebody Nobody Everyone Everybody Anyone
Detective Inspector PC Sgt WPC DC DS DI"""

_COUNTRIES = """England Scotland Wales Ireland Northern Britain British UK United Kingdom Great US USA
America American States Canada Canadian Australia Australian Aotearoa Zealand Europe
European EU Africa Asia World Earth Parliament Government Congress Senate Abroad Nigeria
India Philippines France Spain Germany Poland Ukraine Scots Cymru Éire Commonwealth"""

_APPS = """Snapchat Snap Instagram Insta TikTok WhatsApp Discord Telegram Signal Facebook Messenger
YouTube Roblox Minecraft Fortnite Twitch Reddit X Twitter Kik Wizz Yubo Omegle Skype Zoom
Google Gmail Hangouts Steam Xbox PlayStation Nintendo Switch FaceTime iMessage BeReal
Threads Tumblr Pinterest LinkedIn Viber Line WeChat Netflix Spotify Amazon Apple Android
iPhone iPad Microsoft Windows Outlook Meta AI ChatGPT Internet Online Web Net Wi-Fi WiFi
App Apps VPN DM DMs PIN QR PayPal Bitcoin Cash Store Play Stories Story Lens Live
Facebook’s Clash Clans Brawl Stars Among Us Call Duty FIFA Animal Crossing Pokémon Rocket
League Valorant Sims Wattpad Vinted Depop Session Substack Bluesky Mastodon"""

_SERVICES = """Childline CEOP Safety Centre Center Command Take It Down Report Remove Reports StopNCII
NCMEC NSPCC ISPCC SWGfL IWF Watch Foundation Samaritans Shout PAPYRUS Papyrus HOPELINE
Helpline Line Lifeline Crisis Text Kids Help Phone Youthline Netsafe eSafety Commissioner
CyberTipline Crimestoppers Fearless Barnardo Barnardo's Childnet Police Garda Gardaí
Síochána FBI NCA RCMP NCECC CCCP Cybertip Need Cyber Crime Agency National Law Act Code
Court Bill Minister Ministry Department Board Council Commission Charity Trust Union
Hotline Webwise Spunout Revenge Porn Relay Emergency Services Service Hub Safer Privacy
Terms Rules Guidelines Community Support Settings"""

_OPENERS = """A About Adults After All Also Although An And Another Any Are As Ask At Because Before
Being Block Both But By Call Can Check Choose Could Dear Did Do Does Don't Even Every Find
First For Friends From Get Give Go Good Had Has Have He Her Here Hers Hey Hi His Hello How
I If In Is Its Just Keep Know Last Later Left Let Like Listen Look Make Many Maybe Meet
Meanwhile More Most Much My Name Need Never Next No Nobody None Not Nothing Now Of Often
On Once One Online Only Open Or Other Our Out Over People Person Perhaps Please Pupils
Read Really Remember Right Safe Save Say See Send She Should Show Shown Since So Some
Something Sometimes Soon Stay Stop Tell Telling Thanks Thank That The Their Them Then
There These They Think This Those Three Through To Today Told Tomorrow Tonight Trust Try
Two Under Until Up Use Very Was We Well Were What When Where Whether Which While Who
Whoever Why Will With Without Would Write Yes Yesterday Yet You Your Young Children Child
Parents Parent Students Student Pupil Staff Adult Offender Offenders Criminal Criminals
Mistakes Boy Girl Teenager Teen Friend Man Woman Kid Lad Local Free Public Private State
Special Boarding Community Village City Town Street Road North South East West Big Small
Old Little High Heaven Hell God Planet Space Best Whatever"""

NOBODY = frozenset(
    word.casefold()
    for words in (_DAYS, _SCHOOL_WORDS, _FAMILY, _COUNTRIES, _APPS, _SERVICES, _OPENERS)
    for word in words.split()
)
