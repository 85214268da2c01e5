"use strict";
(() => {
  // Kinds that are switched off can be passed over with the tabulator.
  for (const box of document.querySelectorAll(".arnlp .legend input")) {
    const kind = box.className.slice(2), article = box.closest(".arnlp");
    const apply = () => {
      for (const mark of article.querySelectorAll(kind === "refs" ? ".refs a" : `.text .m.${kind}`)) {
        if (kind === "refs" || mark.hasAttribute("tabindex")) mark.tabIndex = box.checked ? 0 : -1;
      }
    };
    box.addEventListener("change", apply);
    if (!box.checked) apply();
  }
  // A row under the pointer or with the focus lights what it points to.
  const light = (row, on) => {
    for (const link of row.querySelectorAll('a[href^="#"]')) {
      document.getElementById(link.hash.slice(1))?.classList.toggle("lit", on);
    }
  };
  for (const row of document.querySelectorAll(".arnlp .facts tbody tr")) {
    row.addEventListener("mouseenter", () => light(row, true));
    row.addEventListener("mouseleave", () => light(row, false));
    row.addEventListener("focusin", () => light(row, true));
    row.addEventListener("focusout", () => light(row, false));
  }
  // From the text back to where one came from: a button, or the Escape key.
  let from = null;
  const back = document.createElement("button");
  back.type = "button";
  back.className = "arnlp-back";
  back.hidden = true;
  const go = () => {
    if (!from) return;
    from.focus();
    from.scrollIntoView({ block: "center" });
    from = null;
    back.hidden = true;
  };
  back.addEventListener("click", go);
  document.querySelector("main").append(back);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") go(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('.arnlp a[href^="#"]');
    if (!link) return;
    const row = link.closest("tr[id]"), id = row ? row.id.slice(row.id.lastIndexOf("-") + 1) : "";
    from = link;
    back.textContent = `Back to ${id || (link.closest(".text") ? "the text" : "where you were")} (Esc)`;
    back.hidden = false;
  });
})();
