// What all parts of the page stand on. The files of this folder are joined into one module, in the order of page.html.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const one = (element, selector) => element.querySelector(selector);
const all = (element, selector) => [...element.querySelectorAll(selector)];
const on = (target, ...type) => target.addEventListener(...type);
const text = byId("text");

// A value that is made when it is first wanted.
const lazy = (makes, made) => () => (made ??= makes());

// An element with other content: properties and children. Text goes in as text: nothing on this page is ever parsed as HTML.
function fill(element, ...content) {
  element.replaceChildren();
  for (const item of content.flat(Infinity)) {
    if (item?.constructor === Object) Object.assign(element, item);
    else if (item) element.append(item);
  }
  return element;
}

function make(name, ...content) {
  const [tag, className] = name.split(".");
  return fill(document.createElement(tag), className && { className }, content);
}

// The language of a row of the list, or of whatever else has a home on the page: that of the element there.
const langOf = ({ home, places }) => (home ?? places()[0]).closest("[lang]").lang;
const button = (label, onclick, ...more) => make("button", { type: "button", onclick }, label, more);
const line = (tag, row, ...more) =>
  make(tag, make("b", { lang: langOf(row) }, shown(row.written)), " ", make("i", { lang: "zh-Latn" }, row.pinyin), " ", more);
const counted = (number) => `${number || "No"} ${number === 1 ? "word" : "words"}`;

// The browser's memory, where it lets a page have one; else what is chosen lasts as long as the page.
const memory = {
  read(name, otherwise) {
    try {
      return JSON.parse(localStorage[`duben.${name}`]) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(name, value) {
    try {
      localStorage[`duben.${name}`] = JSON.stringify(value);
    } catch {
      // Forbidden or full.
    }
  },
};

const data = JSON.parse(byId("words").content.textContent);

function textNodes(element) {
  const [nodes, found] = [document.createNodeIterator(element, NodeFilter.SHOW_TEXT), []];
  for (let node; (node = nodes.nextNode()); ) found.push(node);
  return found;
}

// What a text node of the page says by itself, while it shows another form: simplified characters, spoken tones.
const own = new Map();
const ownText = (node) => own.get(node) ?? node?.data;
function write(node, other) {
  own.set(node, ownText(node));
  node.data = other || own.get(node);
}

const simplified = (characters) =>
  data.simplified ? characters.replace(/./gu, (character) => data.simplified[character] ?? character) : characters;
const shown = (characters) => (root.dataset.characters === "simplified" ? simplified(characters) : characters);

// On the page a word is a ruby, or a number that knows how it is said; its entry is found by text and pinyin.
const WORD = "ruby, .spoken";
const words = lazy(() => all(text, WORD));
const firstWords = lazy(() => all(text, ".s").map((sentence) => one(sentence, WORD)).filter(Boolean));
const written = (word) => ownText(word.firstChild);
const pinyinOf = (word) => word.lastChild.firstChild;
const citation = (word) => ownText(pinyinOf(word));
const keyOf = (word) => `${written(word)} ${citation(word)}`;
const band = (level) => (level >= 7 ? "7–9" : level || "");

// Pinyin without tones, and its tones: of zhōngguó and of zhong1guo2 they are zhongguo and 12.
const plain = (pinyin) => pinyin.normalize("NFD").replace(/[\u0300-\u036f '’-]|(?<=[a-z\u0308])[0-5]/gi, "").toLowerCase();
const tonesOf = (pinyin) => (pinyin.normalize("NFD").match(/[\u0300\u0301\u0304\u030c]|(?<=[a-z\u0308])[1-4]/gi) ?? []).map(tone).join("");
const tone = (mark) => "\u0304\u0301\u030c\u0300".indexOf(mark) + 1 || mark;

// Words and terms, each with all its places. The entries of terms stand on the page.
const entries = new Map();
const wordsWritten = lazy(() => Map.groupBy(text.querySelectorAll("ruby"), written));
const termsUsed = lazy(() => Map.groupBy(text.querySelectorAll(".s a.term"), (link) => link.getAttribute("href")));
for (const [written, cut, rank = 0, gloss = "", senses = []] of data.words) {
  const syllables = cut.split("|");
  const pinyin = syllables.join("");
  const key = `${written} ${pinyin}`;
  const level = Number(rank) || 0;
  const name = rank === level ? "" : rank;
  const places = lazy(() => (wordsWritten().get(written) ?? []).filter((word) => keyOf(word) === key));
  entries.set(key, { key, written, syllables, pinyin, level, name, gloss, senses, places, kind: name ? "name" : "word" });
}
for (const { id, firstElementChild: head } of all(document, ".entries > [id]")) {
  const [home, { textContent: pinyin }] = head.children;
  const written = home.textContent;
  const gloss = head.nextElementSibling.firstChild?.data.trim() ?? "";
  const places = lazy(() => (termsUsed().get(`#${id}`) ?? []).map((link) => one(link, WORD)));
  entries.set(`#${id}`, { key: `${written} ${pinyin}`, home, written, pinyin, gloss, senses: [], places, kind: "term", id });
}
const rows = [...entries.values()];
const rowOf = (word) => entries.get(word.closest("a.term")?.hash ?? keyOf(word));

// Once there is nothing else to do, as far as the browser can tell.
const later = window.requestIdleCallback ?? setTimeout;

// Pinyin is beside the text, not in it: a screen reader hears each word once, and the browser finds a phrase across words.
// There may be tens of thousands: a block at a time, so that the page answers meanwhile.
const blocks = all(text, "[data-block]");
for (const block of [one(document, "h1"), ...blocks]) {
  later(() => all(block, "rt").forEach((rt) => Object.assign(rt, { lang: "zh-Latn", inert: true, ariaHidden: true })));
}

// How the page refers to a block: the number of a paragraph, or what stands for one.
const labelOf = (block) => block.dataset.label ?? block.id.slice(1);

// The first block in the window, under the bar. Only what the browser has laid out already is measured.
const below = (element) => element.getBoundingClientRect().bottom > 64;
function firstBlock() {
  const part = all(text, ".article > *").find(below);
  return part && all(part, "[data-block]").find(below);
}

// The Chinese of an element, without pinyin or with it.
const chinese = (element, pinyin = () => "") =>
  textNodes(element).map((node) => (node.parentNode.localName === "rt" ? pinyin(node) : node.data)).join("");

// Links to the first places of a word, one a block.
function linksTo(found, most = 6) {
  const blocks = [...new Set(found.map((word) => word.closest("[data-block]")))];
  const links = blocks.slice(0, most).map((block) => [", ", make("a", { href: `#${block.id}` }, labelOf(block))]);
  return [links.flat().slice(1), blocks.length > most ? " …" : ""];
}
