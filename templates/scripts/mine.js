// My words: known or learning, in this browser only. A known word has no pinyin, wherever it stands.

const states = ["learning", "known"];
const mine = new Map(Object.entries(memory.read("words", {})));
const panel = byId("mine");

function marked(row) {
  for (const place of row.places) {
    const target = row.kind === "term" ? place.closest("a.term") : place;
    for (const state of states) target.classList.toggle(state, mine.get(row.key)?.state === state);
  }
}

function setState(row, state) {
  if (state) mine.set(row.key, { state, gloss: row.gloss });
  else mine.delete(row.key);
  marked(row);
  keep();
}

function keep() {
  memory.write("words", Object.fromEntries(mine));
  const count = (state) => [...mine.values()].filter((word) => word.state === state).length;
  panel.querySelector("p").textContent = states.map((state) => `${count(state)} ${state}`).join(", ");
  if (list?.querySelector("tbody tr")) showRows();
}

// The buttons of a card.
function stateButtons(word) {
  const link = word.closest("a.term");
  const row = link ? rows().find((found) => `#${found.id}` === link.hash) : rows().find((found) => found.key === keyOf(word));
  if (!row) return "";
  const buttons = states.map((state) => {
    const button = make("button", { type: "button", ariaPressed: String(mine.get(row.key)?.state === state) }, state);
    button.addEventListener("click", () => {
      setState(row, button.ariaPressed === "true" ? "" : state);
      for (const other of buttons) other.ariaPressed = String(mine.get(row.key)?.state === other.textContent);
    });
    return button;
  });
  return make("p", { className: "actions" }, buttons);
}

// Out and in. A table has a line for each word; the first field of a line for Anki is the word's own for ever.
const fields = ["word", "pinyin", "meaning", "state", "sentence"];
function table() {
  const known = new Map(rows().map((row) => [row.key, row]));
  return [...mine].map(([key, { state, gloss }]) => {
    const [word, ...pinyin] = key.split(" ");
    const sentence = known.get(key)?.places[0].closest(".s");
    return [word, pinyin.join(" "), gloss, state, sentence ? chinese(sentence) : ""];
  });
}

const flat = (value) => value.replace(/[\t\n\r]+/g, " ");
const quoted = (value) => `"${value.replaceAll('"', '""')}"`;
const formats = {
  tsv: () => `#separator:tab\n#html:false\n#columns:${fields.join("\t")}\n${table().map((line) => `${line.map(flat).join("\t")}\n`).join("")}`,
  csv: () => `\ufeff${[fields, ...table()].map((line) => `${line.map(quoted).join(",")}\r\n`).join("")}`,
  json: () => JSON.stringify(table().map((line) => Object.fromEntries(line.map((value, at) => [fields[at], value]))), null, 1),
};

function save(format) {
  const href = URL.createObjectURL(new Blob([formats[format]()], { type: "text/plain" }));
  make("a", { href, download: `my-words.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

function parse(content) {
  if (/^\s*\[/.test(content)) return JSON.parse(content).map((word) => fields.map((field) => word?.[field]));
  if (content.startsWith("#")) return content.split(/\r?\n/).filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  const cells = [...content.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)];
  const lines = [[]];
  for (const [, inside, bare, end] of cells) {
    lines.at(-1).push((inside ?? bare).replaceAll('""', '"'));
    if (end !== ",") lines.push([]);
  }
  return lines.slice(1);
}

async function load(file) {
  let taken = 0;
  try {
    for (const [word, pinyin, gloss, state] of parse(await file.text())) {
      if (typeof word !== "string" || typeof pinyin !== "string" || !word || !states.includes(state)) continue;
      mine.set(`${word} ${pinyin}`, { state, gloss: String(gloss ?? "") });
      taken += 1;
    }
  } catch {
    // Not one of the three formats: nothing is taken.
  }
  rows().forEach(marked);
  keep();
  panel.querySelector("output").value = taken ? `${taken} words taken.` : "No words in this file.";
}

Object.assign(shows, Object.fromEntries(states.map((state) => [state, (row) => mine.get(row.key)?.state === state])));
panel.addEventListener("click", ({ target }) => target.value && formats[target.value] && save(target.value));
panel.querySelector("input").addEventListener("change", ({ target }) => target.files[0] && load(target.files[0]));
if (mine.size) rows().forEach(marked);
keep();

// Ready before the first card is wanted.
(window.requestIdleCallback ?? setTimeout)(rows);
