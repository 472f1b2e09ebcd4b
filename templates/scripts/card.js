// The card: everything about one word. A tap, a click, Enter or a resting pointer opens it.

const card = byId("card");
// The word that the keyboard is at, or that has the card.
let [here, now] = [null, null];
// Opened by a click or key, not by the resting pointer.
let pinned = false;

const cardIsOpen = () => card.matches(":popover-open");

function open(word, pin) {
  mark(word);
  fill(card, (word.closest("a.term") ? termCard : wordCard)(word), { ariaLabel: written(word) });
  if (!cardIsOpen()) card.showPopover();
  card.scrollTop = 0;
  pinned = pin;
  place(word);
}

function mark(word) {
  here?.classList.remove("here");
  now?.classList.remove("now");
  here = word;
  here?.classList.add("here");
  now = here || root.dataset.focus === "on" ? start().closest(".s") : null;
  now?.classList.add("now");
}

// Under the word, or above it where there is more room. The page itself does not move.
function place(word) {
  const box = word.getBoundingClientRect();
  const under = innerHeight - box.bottom;
  card.style.maxHeight = `${Math.max(under, box.top) - 16}px`;
  const top = card.offsetHeight + 16 > under && box.top > under ? box.top - card.offsetHeight - 8 : box.bottom + 8;
  const left = Math.min(Math.max(box.left - 16, 8), root.clientWidth - card.offsetWidth - 8);
  card.style.top = `${top + scrollY}px`;
  card.style.left = `${left + scrollX}px`;
}

function wordCard(word) {
  const entry = entries.get(keyOf(word));
  if (!entry) return [line("p.card-head", { home: word, written: written(word), pinyin: word.title })];
  const places = entry.places();
  return [
    line("p.card-head", entry, make("small", entry.name || (entry.level && `HSK ${band(entry.level)}`) || "")),
    make("p.gloss", entry.gloss),
    make("ul.senses", entry.senses.map((sense) => make("li", sense))),
    partsOf(entry),
    make("p.fine", `${places.length} × in the text: ¶ `, linksTo(places, 8)),
    actions(word),
  ];
}

// What the characters mean, unless it is a name, in which they do not.
function partsOf({ written, syllables, name, places }) {
  const characters = [...written];
  if (name || characters.length < 2) return "";
  const parts = characters.map((character, at) => {
    const syllable = (syllables[at] ?? "").replace(/^[ '’-]/, "");
    const meaning = data.characters[character + syllable.toLowerCase()];
    return meaning && line("li", { written: character, pinyin: syllable, places }, meaning);
  });
  return make("ul.parts", { ariaLabel: "Characters" }, parts);
}

// A term has its entry on the page already, with definition, English, documents and places: the card shows that.
function termCard(word) {
  const link = word.closest("a.term");
  const entry = byId(link.hash.slice(1)).cloneNode(true);
  const parts = all(link, "ruby").map((part) => {
    const row = entries.get(keyOf(part));
    const item = line("li", row, row.gloss);
    if (part === word) item.ariaCurrent = "true";
    return item;
  });
  return [
    make("dl.entry", [...entry.children]),
    parts.length > 1 && make("ul.parts", { ariaLabel: "Words" }, parts),
    make("p.fine", make("a", { href: link.hash }, "Entry in the glossary")),
    actions(word),
  ];
}

// --- pointer

// What is inert cannot be touched: a touch on the pinyin is one on what stands under it.
const wordIn = (element) => element?.closest(WORD) ?? element?.closest(".s a")?.querySelector(WORD);
const wordAt = ({ target, clientX, clientY }) =>
  wordIn(target) ?? (text.contains(target) ? wordIn(document.elementFromPoint(clientX, clientY + 16)) : null);
// The tap that closes a card from outside must not open it again.
let wasOpenAt = null;
// Where the pointer went down: who moves on from there selects text. (To ask for the selection would cost a layout.)
let pressed;
let timer = 0;

function rest(event) {
  clearTimeout(timer);
  if (event.pointerType !== "mouse" || (pinned && cardIsOpen())) return;
  const word = wordAt(event);
  const wanted = word ? word !== here || !cardIsOpen() : !card.contains(event.target);
  if (wanted) timer = setTimeout(() => (word ? open(word, false) : card.hidePopover()), 400);
}

function press(event) {
  clearTimeout(timer);
  pressed = event;
  wasOpenAt = pinned && cardIsOpen() ? here : null;
}

const isChord = (event) => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

function tap(event) {
  const word = wordAt(event);
  if (!word || isChord(event) || Math.abs(event.clientX - pressed?.clientX) > 8) return;
  event.preventDefault();
  if (word !== wasOpenAt) open(word, true);
}

// --- keyboard

function go(word) {
  if (!word) return;
  here?.removeAttribute("tabindex");
  word.tabIndex = 0;
  word.focus();
  if (cardIsOpen()) open(word, true);
  else mark(word);
}

// Where walking starts: the word last used, or the first in the window.
function start() {
  return here ?? firstBlock()?.querySelector(WORD) ?? words()[0];
}

// By words, or by the first words of sentences.
function step(by, found) {
  const from = found === words ? start() : one(start().closest(".s"), WORD);
  go(found()[found().indexOf(from) + (here ? by : 0)]);
}

const keys = { ArrowRight: [1, words], ArrowLeft: [-1, words], "]": [1, firstWords], "[": [-1, firstWords] };

function key(event) {
  const { target } = event;
  if (isChord(event) || target.matches("input, select")) return;
  if (target === here && (event.key === "Enter" || event.key === " ")) {
    open(here, true);
    card.focus();
  } else if (event.key === "Tab" && target === here && cardIsOpen()) {
    card.focus();
  } else if (keys[event.key] && settings.keys.checked) {
    step(...keys[event.key]);
  } else {
    return;
  }
  event.preventDefault();
}

on(text, "click", tap);
on(document, "pointerdown", press, true);
on(document, "pointerover", rest);
on(document, "keydown", key);
on(card, "beforetoggle", ({ newState }) => {
  if (newState === "open") return;
  here?.classList.remove("here");
  if (card.contains(document.activeElement) && here?.hasAttribute("tabindex")) here.focus({ preventScroll: true });
});
