// What all parts of the page stand on. The files of this folder are joined into one module, in the order of page.html.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const text = byId("text");

// An element with properties and children. Text goes in as text: nothing on this page is ever parsed as HTML.
function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const han = (...children) => make("b", { lang: "zh-Hans" }, ...children);
const latin = (pinyin) => make("i", { lang: "zh-Latn" }, pinyin);

// The browser's memory, where it lets a page have one; else what is chosen lasts as long as the page.
const memory = {
  read(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`duben.${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`duben.${name}`, JSON.stringify(value));
    } catch {
      // Forbidden or full.
    }
  },
};

// Words. On the page a word is a ruby, or a number that knows how it is said; its entry is found by text and pinyin.
const WORD = "ruby, .spoken";
const words = [...text.querySelectorAll(WORD)];
const entries = new Map();
const data = JSON.parse(byId("words").textContent);
for (const [written, cut, rank = 0, gloss = "", senses = []] of data.words) {
  const syllables = cut.split("|");
  const pinyin = syllables.join("");
  const [level, name] = typeof rank === "number" ? [rank, ""] : [0, rank];
  entries.set(`${written} ${pinyin}`, { written, syllables, pinyin, level, name, gloss, senses });
}

// A screen reader hears each word once.
for (const pinyin of document.querySelectorAll("rt")) {
  pinyin.lang = "zh-Latn";
  pinyin.ariaHidden = "true";
}

const written = (word) => word.firstChild.data;
const citation = (word) => word.dataset.written ?? word.lastElementChild.textContent;
const keyOf = (word) => (word.matches("ruby") ? `${written(word)} ${citation(word)}` : "");
const band = (level) => (level >= 7 ? "7–9" : String(level));

// Every place of every word, by its key; made when first wanted, or when there is nothing else to do.
let places;
function placesOf(key) {
  if (!places) {
    places = new Map();
    for (const word of words) {
      const own = keyOf(word);
      if (places.has(own)) places.get(own).push(word);
      else places.set(own, [word]);
    }
  }
  return places.get(key) ?? [];
}

// The block a word stands in, and how the page refers to it: the number of a paragraph, 4h for what stands above
// paragraph 4, fig. for what is said of a photograph.
const blockOf = (word) => word.closest("[data-block]");
const labels = new Map();
let next = "";
for (const block of [...text.querySelectorAll("[data-block]")].reverse()) {
  const number = block.parentElement.querySelector(`.number[href="#${block.id}"]`)?.textContent;
  next = number ?? next;
  labels.set(block, number ?? (block.closest(".part-figures") ? "fig." : `${next}h`));
}

// The first block in the window, under the bar. Only what the browser has laid out already is measured.
const blocks = [...labels.keys()].reverse();
const below = (element) => element.getBoundingClientRect().bottom > 64;
function firstBlock() {
  const part = [...text.querySelectorAll(".stretch, .article > :not(.stretch)")].find(below);
  return part && [...part.querySelectorAll("[data-block]")].find(below);
}

// The Chinese of an element, without pinyin.
function chinese(element) {
  const copy = element.cloneNode(true);
  for (const pinyin of copy.querySelectorAll("rt")) pinyin.remove();
  return copy.textContent;
}

// Links to the first places of a word, one a block.
function linksTo(found, most = 6) {
  const blocks = [...new Set(found.map(blockOf))];
  const links = blocks.slice(0, most).map((block) => [", ", make("a", { href: `#${block.id}` }, labels.get(block))]);
  return [links.flat().slice(1), blocks.length > most ? " …" : ""];
}
