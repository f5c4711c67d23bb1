// The reader's choice of light or dark, kept between pages; without a choice the system's setting holds.
const stored = localStorage.getItem("lectern-theme");
if (stored) document.documentElement.dataset.theme = stored;
const root = document.currentScript.dataset.root;

function chooseTheme() {
  const dark = getComputedStyle(document.documentElement).getPropertyValue("--dark").trim() === "1";
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("lectern-theme", document.documentElement.dataset.theme);
}

/** A button beside every cell that puts its code on the clipboard. */
function offerCopies() {
  for (const code of document.querySelectorAll("pre.input, pre.quoted")) {
    const box = document.createElement("div");
    box.className = "copied";
    code.replaceWith(box);
    const button = document.createElement("button");
    button.className = "copy";
    button.textContent = "copy";
    button.setAttribute("aria-label", "Copy this code");
    button.addEventListener("click", async () => {
      const done = await navigator.clipboard.writeText(code.textContent).then(() => true, () => false);
      button.textContent = done ? "copied" : "not allowed";
      setTimeout(() => (button.textContent = "copy"), 1500);
    });
    box.append(code, button);
  }
}

/** What scrolls must be reachable by the keyboard, too. */
function reachScrolled() {
  for (const box of document.querySelectorAll("pre, .output.html, .scroll, .figure, math[display=block]")) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (scrolls) {
      box.tabIndex = 0;
      if (box.localName !== "math") box.setAttribute("role", "region");
      if (box.localName !== "math") box.setAttribute("aria-label", box.localName === "pre" ? "Code or output" : "Table or figure");
    } else if (box.tabIndex === 0) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
}

function load(file) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}/${file}`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

let engine;
/** The search engine; it and the texts are loaded when somebody first searches. */
async function searching() {
  engine ??= Promise.all([load("minisearch.js"), load("sections.js")]).then(() => {
    const made = new MiniSearch({ fields: ["section", "lecture", "text"], storeFields: ["url", "lecture", "section", "text"] });
    made.addAll(window.LECTERN_SECTIONS);
    return made;
  });
  return engine;
}

/** A few words around the first hit. */
function excerpt(text, terms) {
  const at = Math.max(0, ...terms.map((term) => text.toLowerCase().indexOf(term.toLowerCase())).filter((at) => at >= 0).slice(0, 1));
  return (at > 50 ? "… " : "") + text.slice(Math.max(0, at - 50), at + 90) + " …";
}

async function search(query, list) {
  const hits = query.trim()
    ? (await searching()).search(query, { prefix: true, fuzzy: 0.15, combineWith: "AND", boost: { section: 4, lecture: 2 } })
    : [];
  list.replaceChildren(
    ...hits.slice(0, 12).map((hit) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${root}/${hit.url}`;
      link.textContent = hit.section === hit.lecture ? hit.lecture : `${hit.section} · ${hit.lecture}`;
      const words = document.createElement("p");
      words.textContent = excerpt(hit.text, hit.terms);
      item.append(link, words);
      return item;
    }),
  );
  if (query.trim() && !hits.length) list.append(Object.assign(document.createElement("li"), { textContent: "nothing found" }));
  list.hidden = !query.trim();
}

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("theme").addEventListener("click", chooseTheme);
  offerCopies();
  reachScrolled();
  addEventListener("resize", reachScrolled);
  addEventListener("load", reachScrolled);
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  field.addEventListener("input", () => search(field.value, list));
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") list.hidden = true;
  });
  if (matchMedia("(max-width: 60rem)").matches) {
    for (const details of document.querySelectorAll("nav details")) details.open = false;
  }
});
