// Display: how much help, and how it looks. Each choice is an attribute of the root that the style sheet answers to, so
// that no word of the text has to be touched. Choices are remembered, and can be given in the address: #pinyin=none&at=p3

const settings = byId("settings");
const controls = all(settings, "[name]");
// Editions that begin with other help are remembered apart.
const store = `display.${root.dataset.edition}`;

const valueOf = (control) => (control.type === "checkbox" ? (control.checked ? "on" : "off") : control.value);
const current = () => Object.fromEntries(controls.map((control) => [control.name, valueOf(control)]));
const initial = current();
const changed = () => Object.entries(current()).filter(([name, value]) => value !== initial[name]);

// Only what a control can be set to is taken, whoever it comes from.
function choose(values) {
  for (const control of controls) {
    const value = values[control.name];
    if (typeof value !== "string") continue;
    if (control.type === "checkbox") control.checked = value === "on";
    else if (control.type === "range") control.value = Number(value) || initial[control.name];
    else if ([...control.options].some((option) => option.value === value)) control.value = value;
  }
  show();
}

function show() {
  const values = current();
  for (const [name, value] of Object.entries(values)) root.dataset[name] = value;
  root.style.setProperty("--scale", values.size / 100);
  sayTones(values.sandhi === "spoken");
  paintTones(values.tones === "on");
  mark(here);
}

const remember = () => memory.write(store, Object.fromEntries(changed()));

// The few words whose spoken tones differ have both forms.
function sayTones(spoken) {
  for (const word of text.querySelectorAll("[data-said]")) {
    const pinyin = word.querySelector("rt").firstChild;
    word.dataset.written ??= pinyin.data;
    pinyin.data = spoken ? word.dataset.said : word.dataset.written;
  }
}

// Tone colours are highlights over characters and syllables: the text stays as it is. Painted a block at a time, as it
// comes into the window.
const tones = window.Highlight ? [1, 2, 3, 4, 5].map((tone) => [`tone${tone}`, new Highlight()]) : [];
const TONE = /[\u0304\u0301\u030c\u0300]/;
const marks = { "\u0304": 0, "\u0301": 1, "\u030c": 2, "\u0300": 3 };
const painter = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    painter.unobserve(target);
    for (const word of target.querySelectorAll("ruby")) paint(word);
  }
});

function paint(word) {
  const pinyin = word.querySelector("rt").firstChild;
  let [from, at] = [0, 0];
  for (const syllable of entries.get(keyOf(word))?.syllables ?? []) {
    const character = String.fromCodePoint(written(word).codePointAt(at)).length;
    const mark = pinyin.data.slice(from, from + syllable.length).normalize("NFD").match(TONE);
    const [, tone] = tones[marks[mark?.[0]] ?? 4];
    tone.add(range(word.firstChild, at, at + character));
    tone.add(range(pinyin, from, from + syllable.length));
    at += character;
    from += syllable.length;
  }
}

const range = (node, start, end) =>
  new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });

function paintTones(wanted) {
  painter.disconnect();
  for (const [name, tone] of tones) {
    tone.clear();
    CSS.highlights.set(name, tone);
  }
  if (wanted) for (const block of blocks) painter.observe(block);
}

// The address. A fragment with = in it is a view; any other is a place, and the browser goes there by itself.
function follow() {
  const fragment = location.hash.slice(1);
  if (!fragment.includes("=")) return;
  const view = new URLSearchParams(fragment);
  choose(Object.fromEntries(view));
  byId(view.get("at") ?? "")?.scrollIntoView();
}

function share() {
  const view = new URLSearchParams([...changed(), ["at", firstBlock()?.id ?? ""]]);
  history.replaceState(null, "", `#${view}`);
  settings.querySelector("output").value = "The address now leads to this view.";
}

// What is copied is Chinese, as the style sheet keeps pinyin from being selected; on request the pinyin goes along.
on(document, "copy", (event) => {
  const selection = getSelection();
  if (root.dataset.copy !== "on" || selection.isCollapsed) return;
  event.clipboardData.setData("text/plain", chinese(selection.getRangeAt(0).cloneContents(), (over) => ` (${over.textContent}) `));
  event.preventDefault();
});

on(settings, "change", () => {
  show();
  remember();
});
on(settings, "input", show);
on(document, "submit", (event) => event.preventDefault());
on(settings, "reset", (event) => {
  event.preventDefault();
  choose(initial);
  remember();
});
on(byId("share"), "click", share);
on(window, "hashchange", follow);
choose(memory.read(store, {}));
follow();

// A finger has no hover: iOS gives the touched word its :hover only where someone listens.
on(document, "touchstart", () => {});
byId("bar").hidden = false;
