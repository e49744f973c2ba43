"""Who is named in a text."""

import pytest

from claims.mentions import closest, resolve

NAMES = ["rana", "rolf", "edith@house.example", "j.doe", "Max", "max"]


@pytest.mark.parametrize(
    "text, found, unknown",
    [
        pytest.param("@rana, look.", ["rana"], [], id="before a comma"),
        pytest.param("Ask @rolf.", ["rolf"], [], id="before a full stop"),
        pytest.param("(@rolf)", ["rolf"], [], id="in brackets"),
        pytest.param("@rana @rolf @rana", ["rana", "rolf"], [], id="each once"),
        pytest.param("@j.doe...", ["j.doe"], [], id="a name with a full stop in it"),
        pytest.param("@RANA!", ["rana"], [], id="in capitals"),
        pytest.param("@Max @max", ["Max", "max"], [], id="names that differ by capitals only"),
        pytest.param("@MAX", [], ["MAX"], id="which of the two?"),
        pytest.param("@edith@house.example", ["edith@house.example"], [], id="an address as name"),
        pytest.param("Write to desk@house.example", [], [], id="an address is no mention"),
        pytest.param("at 3 @ 5 pm, @", [], [], id="a bare @"),
        pytest.param("@rnaa and @nobody", [], ["rnaa", "nobody"], id="names of nobody"),
        pytest.param("@rana\n@rolf", ["rana", "rolf"], [], id="on lines of their own"),
        pytest.param("", [], [], id="no text"),
    ],
)
def test_who_is_named(text, found, unknown):
    assert resolve(text, NAMES) == (found, unknown)


@pytest.mark.parametrize(
    "written, meant", [("rnaa", "rana"), ("ROLFE", "rolf"), ("zzz", None), ("j_doe", "j.doe")]
)
def test_who_may_have_been_meant(written, meant):
    assert closest(written, NAMES) == meant
