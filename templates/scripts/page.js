// What all parts of the page stand on. The files of this folder are joined into one module, in the order of page.html.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const text = byId("text");
const all = (element, selector) => [...element.querySelectorAll(selector)];
const on = (target, ...type) => target.addEventListener(...type);

// An element with properties and children. Text goes in as text: nothing on this page is ever parsed as HTML.
function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return made;
}

const han = (characters) => make("b", { lang: "zh-Hans" }, characters);
const button = (label, onclick, more) => make("button", { type: "button", onclick, ...more }, label);
const counted = (number) => `${number || "No"} ${number === 1 ? "word" : "words"}`;
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
const words = all(text, WORD);
const sentences = all(text, ".s:has(ruby, .spoken)");
const entries = new Map();
const data = JSON.parse(byId("words").content.textContent);
for (const [written, cut, rank = 0, gloss = "", senses = []] of data.words) {
  const syllables = cut.split("|");
  const pinyin = syllables.join("");
  const [level, name] = typeof rank === "number" ? [rank, ""] : [0, rank];
  entries.set(`${written} ${pinyin}`, { written, syllables, pinyin, level, name, gloss, senses });
}

// Pinyin is beside the text, not in it: a screen reader hears each word once, and the browser finds a phrase across words.
for (const pinyin of document.querySelectorAll("rt")) {
  pinyin.lang = "zh-Latn";
  pinyin.inert = pinyin.ariaHidden = true;
}

const written = (word) => word.firstChild.data;
const citation = (word) => word.dataset.written ?? word.lastElementChild.textContent;
const keyOf = (word) => (word.matches("ruby") ? `${written(word)} ${citation(word)}` : "");
const band = (level) => (level >= 7 ? "7–9" : level || "");

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

// How the page refers to a block: the number of a paragraph, or what stands for one.
const labelOf = (block) => block.dataset.label ?? block.id.slice(1);

// The first block in the window, under the bar. Only what the browser has laid out already is measured.
const blocks = all(text, "[data-block]");
const below = (element) => element.getBoundingClientRect().bottom > 64;
function firstBlock() {
  const part = all(text, ".stretch, .article > :not(.stretch)").find(below);
  return part && all(part, "[data-block]").find(below);
}

// The Chinese of an element, without pinyin or with it.
function chinese(element, pinyin = () => "") {
  const copy = element.cloneNode(true);
  if (copy.querySelectorAll) for (const over of copy.querySelectorAll("rt")) over.replaceWith(pinyin(over));
  return copy.textContent;
}

// Links to the first places of a word, one a block.
function linksTo(found, most = 6) {
  const blocks = [...new Set(found.map((word) => word.closest("[data-block]")))];
  const links = blocks.slice(0, most).map((block) => [", ", make("a", { href: `#${block.id}` }, labelOf(block))]);
  return [links.flat().slice(1), blocks.length > most ? " …" : ""];
}
