// Pinyin shown, hidden, or shown on touch. The choice is remembered where the browser lets it; without this
// script the pinyin is shown and the switch does not appear.
const root = document.documentElement;
const tools = document.getElementById("pinyin");
const key = "duben.pinyin";

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}

if (tools) {
  const choices = [...tools.querySelectorAll("input")];
  const before = choices.find((choice) => choice.value === remembered());
  if (before) {
    before.checked = true;
    root.dataset.pinyin = before.value;
  }
  tools.addEventListener("change", (event) => {
    root.dataset.pinyin = event.target.value;
    remember(event.target.value);
  });
  tools.hidden = false;
  // A finger has no hover: iOS gives the touched word its :hover only where someone listens.
  document.addEventListener("touchstart", () => {}, { passive: true });
}
