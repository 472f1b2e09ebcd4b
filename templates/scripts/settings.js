// Display: how much help, and how it looks. Each choice is an attribute of the root that the style sheet answers to, so
// that no word of the text has to be touched. Choices are remembered, and can be given in the address: #pinyin=none&at=p3

const settings = byId("settings");
const controls = all(settings, "[name]");
// Editions that begin with other help are remembered apart.
const store = `display.${root.dataset.edition}`;

const current = () => Object.fromEntries(controls.map(({ name }) => [name, new FormData(settings).get(name) ?? "off"]));
const initial = current();
const changed = () => Object.entries(current()).filter(([name, value]) => value !== initial[name]);

// Only what a control can be set to is taken, whoever it comes from.
function choose(values) {
  for (const control of controls) {
    const value = values[control.name];
    if (!value) continue;
    const before = control.value;
    if (control.type === "checkbox") control.checked = value === "on";
    else control.value = value;
    if (control.value !== value) control.value = before;
  }
  show();
}

function show() {
  const values = current();
  // To set what is so already would cost the style of the whole page.
  for (const [name, value] of Object.entries(values)) {
    if (value === (root.dataset[name] ?? initial[name])) continue;
    root.dataset[name] = value;
    if (name === "characters") writeForm();
    if (name === "size") root.style.setProperty("--scale", value / 100);
  }
  sayTones(values.sandhi === "spoken");
  paintTones(values.tones === "on");
  mark(here);
  later(tell, { timeout: 99 });
}

const traditional = lazy(() => all(document, "[lang=zh-Hant]"));

// All Chinese of the page in the characters that are wanted.
function writeForm() {
  for (const node of textNodes(document.body)) {
    if (simplified(ownText(node)) !== ownText(node)) write(node, shown(ownText(node)));
  }
  const lang = root.dataset.characters === "simplified" ? "zh-Hans" : "zh-Hant";
  for (const element of traditional()) element.lang = lang;
}

// The few words whose spoken tones differ have both forms.
function sayTones(spoken) {
  for (const word of all(text, "[data-said]")) write(pinyinOf(word), spoken && word.dataset.said);
}

// Tone colours are highlights over characters and syllables: the text stays as it is. Painted a block at a time, as it
// comes into the window.
const tones = window.Highlight ? [1, 2, 3, 4, 5].map((tone) => [`tone${tone}`, new Highlight()]) : [];
const painter = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    painter.unobserve(target);
    all(target, "ruby").forEach(paint);
  }
});

function paint(word) {
  const pinyin = pinyinOf(word);
  let [from, at] = [0, 0];
  for (const syllable of entries.get(keyOf(word))?.syllables ?? []) {
    const character = String.fromCodePoint(written(word).codePointAt(at)).length;
    const [, tone] = tones[(tonesOf(pinyin.data.slice(from, from + syllable.length)) || 5) - 1];
    for (const [startContainer, startOffset, length] of [[word.firstChild, at, character], [pinyin, from, syllable.length]]) {
      tone.add(new StaticRange({ startContainer, startOffset, endContainer: startContainer, endOffset: startOffset + length }));
    }
    at += character;
    from += syllable.length;
  }
}

function paintTones(wanted) {
  painter.disconnect();
  for (const [name, tone] of tones) {
    tone.clear();
    CSS.highlights.set(name, tone);
  }
  if (wanted) for (const block of blocks) painter.observe(block);
}

// The address. A fragment with = in it is a view; any other is a place, and the browser goes there by itself.
function follow(kept) {
  const view = new URLSearchParams(location.hash.slice(1));
  choose({ ...kept, ...Object.fromEntries(view) });
  // Fonts that come later move what is above.
  document.fonts.ready.then(() => byId(view.get("at"))?.scrollIntoView());
}

function share() {
  const view = new URLSearchParams([...changed(), ["at", firstBlock()?.id ?? ""]]);
  history.replaceState(null, "", `#${view}`);
  one(settings, "output").value = "The address leads to this view.";
}

// What is copied is Chinese, as the style sheet keeps pinyin from being selected; on request the pinyin goes along.
on(document, "copy", (event) => {
  const selection = getSelection();
  if (!settings.copy.checked || selection.isCollapsed) return;
  event.clipboardData.setData("text/plain", chinese(selection.getRangeAt(0).cloneContents(), ({ data }) => ` (${data}) `));
  event.preventDefault();
});

function changes() {
  show();
  memory.write(store, Object.fromEntries(changed()));
}

on(settings, "input", changes);
on(settings, "reset", () => setTimeout(changes));
on(document, "submit", (event) => event.preventDefault());
byId("share").onclick = share;
on(window, "hashchange", follow);
follow(memory.read(store, {}));

// A finger has no hover: iOS gives the touched word its :hover only where someone listens.
on(document, "touchstart", () => {});
