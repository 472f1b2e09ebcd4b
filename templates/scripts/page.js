// What all parts of the page stand on. The files of this folder are joined into one module, in the order of page.html.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const text = byId("text");

// An element with properties and children. Text goes in as text: nothing on this page is ever parsed as HTML.
function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
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
for (const [written, cut, level = 0, gloss = "", senses = [], parts = []] of JSON.parse(byId("words").textContent)) {
  const syllables = cut.split("|");
  const pinyin = syllables.join("");
  entries.set(`${written} ${pinyin}`, { written, syllables, pinyin, level, gloss, senses, parts });
}

const written = (word) => word.firstChild.data;
const citation = (word) => word.dataset.written ?? word.lastElementChild.textContent;
const keyOf = (word) => (word.matches("ruby") ? `${written(word)} ${citation(word)}` : "");
const band = (level) => (level >= 7 ? "7–9" : String(level));

// Every place of every word, by its key; made when first wanted.
let places;
function placesOf(key) {
  places ??= Map.groupBy?.(words, keyOf) ?? words.reduce((map, word) => map.set(keyOf(word), [...(map.get(keyOf(word)) ?? []), word]), new Map());
  return places.get(key) ?? [];
}

// The block a word stands in, and how the page refers to it.
const blockOf = (word) => word.closest("[data-block]");
function numberOf(block) {
  const row = block.closest(".row");
  return row?.querySelector(".number")?.textContent ?? "";
}
