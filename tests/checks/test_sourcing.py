"""Addresses that may be printed."""

import pytest

from builder.checks import Rules
from builder.checks.sourcing import BARE, host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.gov.uk/guidance", "gov.uk"),
        ("https://learning.nspcc.org.uk?x=1", "learning.nspcc.org.uk"),
        ("childline.org.uk.", "childline.org.uk"),
        ("HTTPS://IWF.org.uk:443/x", "iwf.org.uk"),
    ],
)
def test_the_host_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    "host", ["uat.iwf.org.uk", "feeds.bbci.co.uk", "gov.uk.example.com", "germannews.org"]
)
def test_drafts_and_mirrors_are_not_listed(host: str, rules: Rules) -> None:
    assert host not in rules.hosts


@pytest.mark.parametrize(
    "host", ["gov.uk", "childline.org.uk", "ceop.police.uk", "takeitdown.ncmec.org", "iwf.org.uk"]
)
def test_services_are_listed_with_owner_and_reason(host: str, rules: Rules) -> None:
    assert rules.hosts[host].owner
    assert rules.hosts[host].why


@pytest.mark.parametrize("text", ["SHOUT to 85258", "1-2-1 chat", "0800 1111, option 2.", "Kim@home"])
def test_ways_without_an_address(text: str) -> None:
    assert not BARE.search(text)
