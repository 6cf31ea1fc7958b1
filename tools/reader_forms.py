"""Forms in which the trade names shows, in words of our own, to be filled with titles: more to fit the reader by.

`filled` puts titles, platforms and people into each form. T is a title, E one that is an everyday word, P a platform, N a name of a person, O the
number of a season as a word, S as digits. What is filled in for T is a title, every other name is none.
"""

from __future__ import annotations

import random
import re

EVERYDAY = ("You", "See", "Time", "Lost", "Us", "Them", "Life", "From", "Next", "Back", "Love", "Class", "Home", "Star")
"""Titles that are everyday words: what E is filled with."""
FORMS = (
    "Every P Show Renewed and Cancelled\n\nRENEWED\n\nT\nT\nT\nT\nT\n\nCANCELLED\n\nT\nT\nT\n",
    "P: which shows are coming back?\n\nRenewed:\n- T\n- T\n- T\n- T\n\nCancelled:\n- T\n- T\n\nUndecided:\n- T\n",
    "TV scorecard: the fate of all shows\n\nT – P – Renewed\nT – P – Renewed for Season S\nT – P – Canceled\nT – P – Pending\nT – P – Ended\n",
    "TV scorecard: the fate of all shows\n\nP\nT: Renewed for Season S\nT: Cancelled\nT: Season S finale airs in May; renewal likely\nT: Ending after Season S\n",
    "P Renews Many Shows\n\nP handed out early renewals to its series on Thursday, N said: T Season S, T Season S, T Season S, T Season S and T Season S.\n\nT and T will end this year.\n",
    "P renews half its line-up\n\nP has renewed T, T, T, T, T, T and T, joining the previously picked up T and T.\n\nThe network cancelled T, T and T. N, who runs it, thanked the crews.\n",
    "P in the fall: what is back\n\nReturning are T (Season S), T (Season S), T (Season S) and T (Season S). New shows include T and T.\n\nT was canceled after one season.\n",
    "Cancelled and renewed shows\n\nRENEWED: \"T,\" \"T,\" \"T\"\nCANCELED: \"T,\" \"T\"\nON THE BUBBLE: \"T\"\n",
    "Premiere dates\n\nSUNDAY, JAN. 1\n8 p.m. T (P)\n9 p.m. T (P)\n\nMONDAY, JAN. 2\nT (Season S, P)\nT (P)\nT (P), season premiere\n",
    "Premiere dates for the summer\n\nMay 20: T (P)\nMay 28: T (P)\nJune 2: T, Season S (P)\nJune 5: T (P)\n",
    "Ten shows that were cancelled this year\n\n1. T\nP pulled the plug in August. Fans of N were sad.\n\n2. T\nThe drama with N ended on a cliffhanger.\n\n3. T\nIt lasted one season. N and N starred.\n",
    "What P has cancelled\n\nT\nN's comedy was dropped after two seasons.\n\nT\nThe thriller starring N and N will not return.\n\nT\nIt is over after one season.\n",
    "T Renewed for Season S at P\n\nP has picked up T for a O season, N told reporters. T stars N and N, and follows a family in Ohio. \"We love T,\" N said.\n",
    "P Renews T for O Season\n\nT will be back. The drama from N was renewed by P on Monday. N plays a lawyer in Boston.\n",
    "T cancelled by P after S seasons\n\nN's drama T will not return to P. Stars N and N said goodbye on Instagram. T first aired in 2015.\n",
    "'T' Season S: everything we know\n\nWill there be a season S of T? P has yet to say. N, who plays the detective, hopes so.\n\nT cast\n\nN as Jim\nN as Anna\n",
    "Will there be a T season S? Release date, cast and plot\n\nIt has been a while since T was on P. N returns as Kate, and N joins the cast.\n",
    "N joins T in season S\n\nN (T, T) has been cast in the O season of P's T, which stars N. Filming takes place in Vancouver.\n",
    "P orders T from N\n\nP has given a series order to T, a drama written by N and starring N. N directs. The show is set in Paris.\n",
    "P's T to End With Season S\n\nThe upcoming season of T will be its last, P announced. Creator N thanked the fans of T, and N wrote on Twitter.\n",
    "T star N on the future of the show\n\nN has spoken about a O series of T. The actor, who plays Frank, said P was keen. T is filmed in Leeds.\n",
    "P dumps T and T\n\nP has axed T and T, while T and T survive. N is said to be upset.\n",
    "The latest on renewals\n\nWhile T, T and T received renewals earlier this year, others were less lucky: T, T and T have been cancelled. N of P said so.\n",
    "What is next for P\n\nThis summer sees the returns of T, T, T and T, as well as the premieres of T and T. N of P spoke in New York.\n",
    "Upfronts: P's plans\n\nAlso returning is T. In other news T heads back in January, and there is more of T and T. A number of shows, among them T and T, are without a decision. N runs the network.\n",
    "P cancels three\n\nP pulled the plug on T, T and T on Friday, days after it renewed T for a O season. Deadline had it first.\n",
    "Coming to P this month\n\nT season S\nT season S\nT: season S\nT\nT (season S)\n",
    "T, T and T renewed at P\n\nP has ordered new seasons of T, T and T. N, N and N return.\n",
    "T Season S Gets a Premiere Date\n\nThe O season of T premieres on P on June 5. N and N are back, with N as the new chief. The first season was shot in Rome.\n",
    "Why T deserves another season\n\nNobody watches T, N's wonderful comedy on P. It is like T, but funnier. P should renew T.\n",
    "P sets its spring\n\nP's T returns on March 3 and T on March 5. T, with N, moves to Sundays. The game show T ends in May.\n",
    "News\n\nP's T is done.\n",
    "News\n\nThe comedy T is back.\n",
    "News\n\nThe drama T was renewed last month. N plays a judge.\n",
    "News\n\nP has cancelled T.\n",
    "News\n\nT will return for a O season, N said on Monday.\n",
    "News\n\nIt is based on the novel 'The Long Road' by N.\n",
    "News\n\nN wrote the book 'A Winter Abroad', and directed the film 'Grey Harbour'. It was shot in Leeds.\n",
    "News\n\nThe novel 'Night Boats' by N sold well. The episode 'Home Again' was seen by six million.\n",
    "News\n\nThe drama E is back. N returns.\n",
    "E Season S: release date\n\nE season S is coming to P. The show E stars N, and E fans wait.\n",
    "News\n\nP's comedy E was renewed. It was based on the novel 'T', and on the film 'T'.\n",
    "News\n\nBased on the book 'T' by N, and on N's novel 'T', it begins in May.\n",
    "T: the latest news\n\nT is a drama on P. T stars N and N. A O season has been ordered.\n",
    "P confirms a O season of T\n\nP told Variety that the comedy T, created by N, gets a O season. N and N star in T, which is set in Chicago and based on the novel The Long Road.\n",
)  # fmt: skip
SURNAMES = (
    "Archer Bell Castellano Dunmore Eriksen Falk Gardner Hollis Imrie Jankowski Keller Lindqvist Moreau Nakata Okafor"
    " Petrov Quigley Rao Sandoval Thorne Ueda Vance Whitlock Xu Yilmaz Zeller"
).split()
FIRST = "Berit Cho Dag Ezio Fumiko Grigor Hyun Ilse Jorma Kofi Leocadia Mbali".split()
"""First names that the lexicon does not have: it never has them all."""
PLATEVERYDAY = ("You", "See", "Time", "Lost", "Us", "Them", "Life", "From", "Next", "Back", "Love", "Class", "Home", "Star")
"""Titles that are everyday words: what E is filled with."""
FORMS = ("ABC", "CBS", "NBC", "Fox", "The CW", "Netflix", "Hulu", "BBC One", "ITV", "Apple TV+", "HBO", "Prime Video", "Peacock", "FX")
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh")


def filled(titles: list[str], first_names: list[str], seed: int) -> list[tuple[str, list[str]]]:
    """Every form once, filled by chance, with the titles that were put in. A title that is named again is the same."""
    chance = random.Random(seed)
    made = []
    for form in FORMS:
        used: list[str] = []
        single = len(re.findall(r"(?<![\w’'])T(?![\w])", form)) <= 4 and form.count("T,") == 0
        own, word = chance.choice(titles), chance.choice(EVERYDAY)
        values = {
            "P": lambda: chance.choice(PLATFORMS),
            "N": lambda: f"{chance.choice([*first_names, *FIRST])} {chance.choice(SURNAMES)}",
            "O": lambda: chance.choice(ORDINALS),
            "S": lambda: str(chance.randint(2, 9)),
        }

        def put(match: re.Match[str], own: str = own, word: str = word, single: bool = single, used: list[str] = used) -> str:
            if match[0] == "E":
                used.append(word)
                return word
            if re.search(r"(?:novel|film|book) '$", match.string[: match.start()]):
                return chance.choice(titles)
            if match[0] != "T":
                return values[match[0]]()
            used.append(own if single else chance.choice(titles))
            return used[-1]

        made.append((re.sub(r"(?<![\w’'.])[TPNOSE](?![\w’'.+&])|(?<![\w’'.])[TPNE](?=['’]s)", put, form), used))
    return made
