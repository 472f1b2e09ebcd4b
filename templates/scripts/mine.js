// My words: known or learning, in this browser only. A known word has no pinyin, wherever it stands.

const states = ["learning", "known"];
const mine = new Map(Object.entries(memory.read("words", {})));
const stateOf = ({ key }) => mine.get(key)?.state;
const panel = byId("mine");

function marked(row) {
  for (const place of row.places) {
    const target = row.kind === "term" ? place.closest("a.term") : place;
    for (const state of states) target.classList.toggle(state, stateOf(row) === state);
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
  tell();
}

function tell() {
  const count = (state) => `${[...mine.values()].filter((word) => word.state === state).length} ${state}`;
  panel.querySelector("p").textContent = states.map(count).join(", ");
  if (allRows) showRows();
}

// The buttons of a card.
function stateButtons(word) {
  const link = word.closest("a.term");
  const row = rows().find((found) => (link ? `#${found.id}` === link.hash : found.key === keyOf(word)));
  const buttons = states.map((state) => button(state, () => setState(row, stateOf(row) === state ? "" : state)));
  const press = () => buttons.forEach((one) => (one.ariaPressed = String(stateOf(row) === one.textContent)));
  const actions = make("p", { className: "actions", onclick: press }, buttons);
  press();
  return actions;
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
  panel.querySelector("output").value = `${counted(taken)} taken.`;
}

for (const state of states) shows[state] = (row) => stateOf(row) === state;
on(panel, "click", ({ target }) => target.value && formats[target.value] && save(target.value));
on(panel.querySelector("input"), "change", ({ target }) => target.files[0] && load(target.files[0]));
if (mine.size) rows().forEach(marked);
tell();

// The list, once there is nothing else to do: with it all is ready for the first card.
setTimeout(showRows, 300);
