/* What JavaScript adds. Every page works without it: links stay links, forms stay forms.
   Keys, row selection, confirmation before what cannot be undone, and no lost or double entries. */
(function () {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");

  /* What the framework draws by itself (the arrow of a choice, a cross) follows the machine's light or dark too */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const dress = () => { root.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  dark.addEventListener("change", dress);
  dress();

  const KEYS_OFF = "kiem-tra:keys-off";
  const PLACES = { w: "worklist", c: "cases", d: "papers", l: "calendar", m: "meetings", t: "notices", h: "search", p: "help" };
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  /* Off for the account, at every machine, or at this machine alone */
  function keysAreOff() {
    if (document.body.dataset.keys === "off") return true;
    try { return localStorage.getItem(KEYS_OFF) === "1"; } catch (blocked) { return false; }
  }

  function typing(target) {
    return target.closest("input, textarea, select, [contenteditable], dialog") !== null;
  }

  /* Rows: J and K move, Enter opens */
  function rows() { return all("[data-row]"); }

  function choose(step) {
    const list = rows();
    if (!list.length) return;
    const at = list.findIndex((row) => row.classList.contains("cur"));
    const next = list[Math.max(0, Math.min(list.length - 1, at + step))];
    list.forEach((row) => row.classList.toggle("cur", row === next));
    const link = one("a", next);
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  /* Enter opens the chosen row from anywhere but from another link or button, which has a use for it itself */
  function openChosen(event) {
    const link = one("[data-row].cur a");
    if (!link || event.target.closest("a, button, summary")) return;
    event.preventDefault();
    link.click();
  }

  /* Keys */
  let going = 0;

  function go(key) {
    const link = one('a[data-place="' + PLACES[key] + '"]');
    if (link) link.click();
  }

  const deeds = {
    "/": () => { const box = one('[data-key="search"]'); if (box) { box.focus(); box.select(); } },
    j: () => choose(1),
    k: () => choose(-1),
    a: () => { const next = one("#viec-tiep-theo"); if (next) { next.scrollIntoView(); next.focus(); } },
    n: () => { const next = one("[data-tour-next]"); if (next) next.click(); },
    "?": () => { const help = one("#phim-tat"); if (help && !help.open) help.showModal(); },
  };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff() || typing(event.target)) return;
    if (event.shiftKey && /^[a-z]$/i.test(event.key)) return;
    const key = event.key.toLowerCase();
    if (key === "g") { going = Date.now(); return; }
    if (key === "enter") { openChosen(event); return; }
    if (Date.now() - going < 1500 && PLACES[key]) { going = 0; event.preventDefault(); go(key); return; }
    if (deeds[key]) { event.preventDefault(); deeds[key](); }
  });

  /* Opening the table of keys with the mouse, and switching the keys off */
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-open-keys]")) deeds["?"]();
    const opens = event.target.closest("[data-open]");
    if (opens) { const box = document.getElementById(opens.dataset.open); if (box) { event.preventDefault(); box.showModal(); } }
    all("details[data-menu][open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keyup", function (event) {
    if (event.key === "Escape") all("details[data-menu][open]").forEach((menu) => { menu.open = false; one("summary", menu).focus(); });
  });
  all("[data-keys-off]").forEach(function (box) {
    box.checked = keysAreOff();
    box.addEventListener("change", function () {
      try { localStorage.setItem(KEYS_OFF, box.checked ? "1" : "0"); } catch (blocked) { box.checked = false; }
    });
  });

  /* Days: a button opens the browser's calendar and writes the day as offices do */
  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-calendar]");
    if (!button) return;
    const typed = one("input", button.parentElement);
    const picker = button.parentElement.appendChild(document.createElement("input"));
    picker.type = "date";
    picker.tabIndex = -1;
    picker.setAttribute("aria-hidden", "true");
    picker.value = typed.value.split("/").reverse().join("-");
    picker.addEventListener("change", function () {
      typed.value = picker.value.split("-").reverse().join("/");
      typed.dispatchEvent(new Event("input", { bubbles: true }));
    });
    picker.addEventListener("blur", () => { picker.remove(); typed.focus(); });
    picker.showPicker();
  });

  /* Filters are sent as soon as something is chosen */
  document.addEventListener("change", function (event) {
    const form = event.target.closest("form[data-send-on-change]");
    if (form && event.target.matches("select")) form.requestSubmit();
  });

  /* A drawing larger than its frame opens where the file stands, or where the procedure begins */
  all("[data-open-at]").reverse().forEach(function (place) {
    const frame = place.closest(".scroll");
    if (!frame) return;
    const at = place.getBoundingClientRect(), seen = frame.getBoundingClientRect();
    frame.scrollLeft += (at.left + at.right - seen.left - seen.right) / 2;
    frame.scrollTop += (at.top + at.bottom - seen.top - seen.bottom) / 2;
  });

  /* Groups of the navigation stay as they were left; the one the page lies in is open, and in view */
  const GROUPS = "kiem-tra:groups";
  let left = {};
  try { left = JSON.parse(localStorage.getItem(GROUPS)) || {}; } catch (blocked) { left = {}; }
  all("details[data-group]").forEach(function (group) {
    const kept = left[group.dataset.group];
    if (kept !== undefined && !one("[aria-current]", group)) group.open = kept;
    one("summary", group).addEventListener("click", function () {
      left[group.dataset.group] = !group.open;
      try { localStorage.setItem(GROUPS, JSON.stringify(left)); } catch (blocked) { return; }
    });
  });
  const here = one(".side [aria-current]");
  if (here) {
    const side = here.closest(".side"), at = here.getBoundingClientRect(), seen = side.getBoundingClientRect();
    if (at.bottom > seen.bottom) side.scrollTop += at.bottom - seen.bottom + seen.height / 3;
  }

  /* Forms: ask before leaving with unsaved answers; send once */
  let unsaved = false;
  document.addEventListener("input", function (event) {
    if (event.target.closest("form[data-guard]")) unsaved = true;
  });
  window.addEventListener("beforeunload", function (event) {
    if (unsaved) event.preventDefault();
  });
  document.addEventListener("submit", function (event) {
    const form = event.target;
    const pressed = event.submitter;
    if (pressed && pressed.formTarget === "_blank") return;  // a preview beside: the form is still to be sent
    unsaved = false;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", function () { all("form[data-sent]").forEach((form) => delete form.dataset.sent); });

  /* Focus: an error summary first; after a swap, the heading of what changed */
  function settle(within) {
    const target = one(".error-summary[data-focus]", within) || one("[data-focus]", within);
    if (target) target.focus();
  }
  settle(document);
  document.addEventListener("htmx:afterSwap", function (event) { settle(event.detail.target); });
})();
