"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("filters"), wanted = form.elements;
  const SIZE = 50, MOST_BARS = 12, MOST_BODIES = 500, SVG = "http://www.w3.org/2000/svg";
  const RELEASE = { PAGE: 0, UID: 1, TITLE: 2, DIR: 3, PUBLISHED: 4, COUNTRY: 5 };
  const FACT = { RELEASE: 0, ID: 1, TYPE: 2, VALUE: 3, WHAT: 4, WHOM: 5, WHEN: 6, FIRST: 7, LAST: 8, BODIES: 9 };
  const arabic = /[\u0621-\u064a]/;
  const make = (name, text, more = {}) => {
    const node = document.createElement(name);
    if (text !== undefined) node.textContent = text;
    for (const [key, value] of Object.entries(more)) node.setAttribute(key, value);
    return node;
  };
  const words = (text) => make("bdi", text, arabic.test(text.split(" · ")[0]) ? { dir: "rtl", lang: "ar" } : {});
  const holding = (name, ...children) => { const node = make(name); node.append(...children); return node; };
  const tally = (keys) => {
    const counts = new Map();
    for (const key of keys) if (key) counts.set(key, (counts.get(key) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  const bodiesOf = (fact) => fact[FACT.BODIES].map((body) => data.bodies[body]);
  const countryOf = (fact) => data.releases[fact[FACT.RELEASE]][RELEASE.COUNTRY];

  // -- what is wanted ------------------------------------------------------------------------
  const offer = (name, counts, most) => {
    for (const [key, count] of counts.slice(0, most)) wanted[name].append(make("option", `${key} (${count})`, { value: key }));
  };
  offer("type", tally(data.facts.map((fact) => data.types[fact[FACT.TYPE]])));
  offer("body", tally(data.facts.flatMap(bodiesOf)), MOST_BODIES);
  offer("country", tally(data.facts.map(countryOf)));
  const texts = data.facts.map((fact) => [fact[FACT.VALUE], fact[FACT.WHAT], fact[FACT.WHOM], data.releases[fact[FACT.RELEASE]][RELEASE.TITLE]].join(" ").toLowerCase());
  const fits = () => {
    const type = data.types.indexOf(wanted.type.value), body = data.bodies.indexOf(wanted.body.value);
    const country = wanted.country.value, words = wanted.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const from = wanted.from.value && wanted.from.value.padStart(4, "0"), to = wanted.to.value && `${wanted.to.value.padStart(4, "0")}-12-31`;
    return (fact, at) =>
      (type < 0 || fact[FACT.TYPE] === type) && (body < 0 || fact[FACT.BODIES].includes(body)) &&
      (!country || countryOf(fact) === country) && words.every((word) => texts[at].includes(word)) &&
      (!(from || to) || ((fact[FACT.FIRST] || fact[FACT.LAST]) &&
        (!from || (fact[FACT.LAST] || "9999") >= from) && (!to || (fact[FACT.FIRST] || "0000") <= to)));
  };

  // -- charts ----------------------------------------------------------------------------------
  const bars = (id, name, keys) => {
    const told = tally(keys).slice(0, MOST_BARS), longest = told.length ? told[0][1] : 1;
    document.getElementById(id).tBodies[0].replaceChildren(...told.map(([key, count]) => {
      const button = make("button", undefined, { type: "button", "aria-pressed": String(wanted[name].value === key) });
      button.append(words(key));
      button.addEventListener("click", () => {
        const chosen = wanted[name].value === key ? "" : key;
        wanted[name].value = chosen;
        show();
        [...document.querySelectorAll(`#${id} button`)].find((one) => one.textContent === key)?.focus();
      });
      const svg = document.createElementNS(SVG, "svg"), rect = document.createElementNS(SVG, "rect");
      svg.setAttribute("viewBox", "0 0 100 10");
      svg.setAttribute("preserveAspectRatio", "none");
      svg.setAttribute("aria-hidden", "true");
      rect.setAttribute("width", 100 * count / longest);
      rect.setAttribute("height", 10);
      svg.append(rect);
      const label = holding("th", button);
      label.scope = "row";
      return holding("tr", label, holding("td", svg), make("td", count.toLocaleString("en")));
    }));
  };
  const time = (id, keys) => {
    const figure = document.getElementById(id);
    if (!figure) return;
    const columns = [...figure.querySelectorAll("g")], names = columns.map((one) => one.dataset.key), counts = new Map(names.map((name) => [name, 0]));
    const plain = names.filter((name) => /^\d/.test(name)), size = plain[0].length, early = names.find((name) => name[0] === "<"), late = names.find((name) => name[0] === ">");
    for (const whole of keys) {
      const key = whole.slice(0, size);
      const name = counts.has(key) ? key : key && key < plain[0] ? early : key ? late : undefined;
      if (name) counts.set(name, counts.get(name) + 1);
    }
    const most = Math.max(1, ...counts.values());
    for (const column of columns) {
      const count = counts.get(column.dataset.key), rect = column.querySelector("rect"), height = 102 * count / most;
      rect.setAttribute("height", height);
      rect.setAttribute("y", 120 - height);
      rect.querySelector("title").textContent = `${column.dataset.key}: ${count}`;
      [...figure.querySelectorAll("tr[data-key]")].find((row) => row.dataset.key === column.dataset.key).lastElementChild.textContent = count;
    }
  };

  // -- lists, page by page -----------------------------------------------------------------------
  const pagers = {};
  const paged = (name, draw) => {
    const bar = document.querySelector(`[data-for=${name}]`), before = make("button", "Previous", { type: "button" }), after = make("button", "Next", { type: "button" });
    const where = make("span", "", { role: "status" });
    bar.append(before, where, after);
    const pager = pagers[name] = { items: [], page: 0, show: () => {
      const pages = Math.max(1, Math.ceil(pager.items.length / SIZE));
      pager.page = Math.min(Math.max(pager.page, 0), pages - 1);
      const first = pager.page * SIZE;
      where.textContent = pager.items.length ? `${(first + 1).toLocaleString("en")} to ${Math.min(first + SIZE, pager.items.length).toLocaleString("en")} of ${pager.items.length.toLocaleString("en")} ${name}` : `no ${name}`;
      before.disabled = !pager.page;
      after.disabled = pager.page >= pages - 1;
      draw(pager.items.slice(first, first + SIZE));
    } };
    before.addEventListener("click", () => { pager.page--; pager.show(); });
    after.addEventListener("click", () => { pager.page++; pager.show(); });
  };
  const facts = document.getElementById("facts"), body = facts.querySelector("tbody");
  paged("facts", (some) => body.replaceChildren(...some.map((fact) => {
    const release = data.releases[fact[FACT.RELEASE]];
    const link = make("a", undefined, { href: `${release[RELEASE.PAGE]}#${release[RELEASE.UID]}-${encodeURIComponent(fact[FACT.ID])}` });
    link.append(words(fact[FACT.WHAT] || data.types[fact[FACT.TYPE]]));
    const whence = make("a", undefined, { href: release[RELEASE.PAGE] });
    whence.append(words(release[RELEASE.TITLE]));
    return holding("tr", make("td", data.types[fact[FACT.TYPE]]), holding("td", make("bdi", fact[FACT.VALUE], { dir: "ltr" })),
      holding("td", link), holding("td", words(fact[FACT.WHOM])), holding("td", words(fact[FACT.WHEN])), holding("td", whence), make("td", release[RELEASE.COUNTRY]));
  })));
  const rows = [...document.querySelectorAll("#releases tbody tr")], list = document.querySelector("#releases tbody");
  paged("releases", (some) => list.replaceChildren(...some.map((at) => rows[at])));

  const show = () => {
    const fit = fits(), some = data.facts.filter(fit);
    const chosen = ["type", "body", "country", "words", "from", "to"].some((name) => wanted[name].value);
    const of = chosen ? new Set(some.map((fact) => fact[FACT.RELEASE])) : data.releases.keys();
    const releases = [...of].sort((a, b) => a - b);
    document.getElementById("n-releases").textContent = releases.length.toLocaleString("en");
    document.getElementById("n-facts").textContent = some.length.toLocaleString("en");
    document.getElementById("filtered").textContent = chosen ? ` of ${data.releases.length.toLocaleString("en")} releases and ${data.facts.length.toLocaleString("en")} facts` : "";
    bars("by-type", "type", some.map((fact) => data.types[fact[FACT.TYPE]]));
    bars("by-body", "body", some.flatMap(bodiesOf));
    bars("by-country", "country", some.map(countryOf));
    time("by-year", some.map((fact) => (fact[FACT.LAST] || fact[FACT.FIRST]).slice(0, 4)));
    time("by-month", releases.map((at) => data.releases[at][RELEASE.PUBLISHED]));
    pagers.facts.items = some;
    pagers.releases.items = releases;
    for (const pager of Object.values(pagers)) { pager.page = 0; pager.show(); }
  };
  let soon = 0;
  form.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(show, 120); });
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = facts.hidden = false;
  show();
})();
