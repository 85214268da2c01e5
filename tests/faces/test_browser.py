"""Pages in headless Chromium: what a person does on them works, and axe-core finds no fault.

Chromium is looked for on the path; axe-core is the file that AXE_CORE names (``npm install
axe-core``). Where either is missing these tests are skipped; ``.ci/run`` installs both.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from support import CORPORA

import arnlp
from arnlp.faces.report import write_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1200,900", "--virtual-time-budget=8000",
)  # fmt: skip
HOSTILE = (
    "قال <script>document.title = 'taken'</script> معالي أحمد النعيمي: «نعم \u202e لا»\n"
    'The value of <img src=x onerror="document.title = 1"> exports rose by 5% to \x00 3.7 billion dollars in 2024.'
)
# Run in the page; what it returns is written where the test finds it.
RUN = """<script type="text/plain" id="told"></script><script>
addEventListener("load", async () => {
  const told = document.getElementById("told");
  try { told.textContent = JSON.stringify(await (async () => { %s })()); }
  catch (error) { told.textContent = JSON.stringify({ error: String(error) }); }
});</script>"""
FIND_FAULTS = """
const found = await axe.run(document, { resultTypes: ["violations"] });
return found.violations.map((one) => [one.impact, one.id, one.nodes[0].html.slice(0, 200)]);
"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return the pages that are opened: a release, a mixed and hostile text, one without its text, an index."""
    folder = tmp_path_factory.mktemp("pages")
    text = (CORPORA / "ar" / "ae-ports-ar.txt").read_text("utf-8")
    release = arnlp.extract(text, source="ae-ports-ar.txt", entities="rules")
    hostile = arnlp.extract(HOSTILE, entities="rules")
    results = folder / "facts.jsonl"
    results.write_text("".join(one.model_dump_json() + "\n" for one in (release, hostile)))
    outcome = write_report(results, folder / "report")
    return {
        "release": arnlp.to_page(release),
        "several": arnlp.to_page([(release, None), (hostile, None)]),
        "quoted": (folder / "report" / "releases" / "00001.html").read_text("utf-8"),
        "index": outcome.index.read_text("utf-8"),
    }


def opened(page, script, folder, *flags):
    """Return what a script gives that is run in a page."""
    file = folder / "page.html"
    file.write_text(page.replace("</body>", RUN % script + "</body>"), "utf-8")
    out = subprocess.run(
        [CHROMIUM, *FLAGS, *flags, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True, timeout=300, check=True,
    ).stdout.decode()  # fmt: skip
    return json.loads(LexborHTMLParser(out).css_first("#told").text())


@pytest.mark.parametrize("name", ["several", "quoted", "index"])
@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core")
def test_axe_finds_no_fault(pages, tmp_path, name):
    # Its own policy would keep axe-core out too.
    script = AXE.read_text("utf-8").replace("</script", "<\\/script")
    page = (
        pages[name]
        .replace("Content-Security-Policy", "x")
        .replace("</head>", f"<script>{script}</script></head>", 1)
    )
    assert opened(page, FIND_FAULTS, tmp_path) == []


def test_a_fact_leads_to_its_place_and_back(pages, tmp_path):
    told = opened(
        pages["release"],
        """
        const link = document.querySelector(".facts td a"), place = document.getElementById(link.hash.slice(1));
        link.focus();
        link.click();
        const lit = place.matches(":target"), button = document.querySelector(".arnlp-back");
        const name = button.textContent, hidden = button.hidden;
        document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
        return { lit, name, hidden, back: document.activeElement === link, gone: button.hidden };
        """,
        tmp_path,
    )
    assert told == {
        "lit": True,
        "name": "Back to f1 (Esc)",
        "hidden": False,
        "back": True,
        "gone": True,
    }


def test_a_mark_tells_its_worth_and_a_kind_can_be_switched_off(pages, tmp_path):
    told = opened(
        pages["release"],
        """
        const mark = document.querySelector(".text .m.money"), style = () => getComputedStyle(mark).backgroundColor;
        const tip = () => getComputedStyle(mark, "::after").content;
        document.body.focus();
        mark.focus({ focusVisible: true });
        const before = [style(), tip(), mark.tabIndex];
        document.querySelector(".k-money").click();
        return { before, after: [style(), tip(), mark.tabIndex] };
        """,
        tmp_path,
    )
    assert "AED" in told["before"][1]
    assert told["before"][0] != told["after"][0] == "rgba(0, 0, 0, 0)"
    assert told["after"][1:] == ["none", -1]


def test_directions_are_what_is_seen(pages, tmp_path):
    """In a line that runs right to left what comes first stands to the right, a Latin name reads left to right."""
    text = "وقعت الوزارة مع Blue Sky Energy اتفاقا"
    told = opened(
        arnlp.to_page(arnlp.extract(text, entities="rules")),
        """
        const line = document.querySelector(".text p"), run = line.querySelector("bdi");
        const range = document.createRange(), at = (node, from, to) => {
          range.setStart(node, from); range.setEnd(node, to); return range.getBoundingClientRect().left;
        };
        const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT), letters = [];
        for (let node; (node = walker.nextNode());) for (let i = 0; i < node.length; i++) letters.push(at(node, i, i + 1));
        return { rtl: getComputedStyle(line).direction, rising: letters.every((x, i) => !i || x > letters[i - 1]),
                 before: line.getBoundingClientRect().right - run.getBoundingClientRect().right > 20 };
        """,
        tmp_path,
    )
    assert told == {"rtl": "rtl", "rising": True, "before": True}


def test_hostile_text_does_nothing(pages, tmp_path):
    told = opened(
        pages["several"],
        "return [document.title, document.querySelectorAll('.arnlp :is(script, img)').length];",
        tmp_path,
    )
    assert told == ["2 releases", 0]


def test_the_index_filters(pages, tmp_path):
    told = opened(
        pages["index"],
        """
        const wait = () => new Promise((done) => setTimeout(done, 300));
        const form = document.getElementById("filters"), count = () => document.getElementById("n-facts").textContent;
        const all = count();
        form.elements.type.value = "money";
        form.dispatchEvent(new Event("input"));
        await wait();
        const types = [...document.querySelectorAll("#facts tbody tr")].map((row) => row.cells[0].textContent);
        const some = count();
        document.querySelector("#by-type button").click();
        return { all, some, types: [...new Set(types)], again: count() };
        """,
        tmp_path,
    )
    assert told["types"] == ["money"]
    assert 0 < int(told["some"]) < int(told["all"]) == int(told["again"])
