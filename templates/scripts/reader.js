// Pinyin shown, hidden, or shown on touch. The choice is remembered where the browser lets it; without this
// script the pinyin is shown and the switch does not appear.
const tools = document.getElementById("pinyin");

if (tools) {
  const choices = [...tools.querySelectorAll("input")];
  const before = choices.find((choice) => choice.value === memory.read("pinyin"));
  if (before) {
    before.checked = true;
    root.dataset.pinyin = before.value;
  }
  tools.addEventListener("change", (event) => {
    root.dataset.pinyin = event.target.value;
    memory.write("pinyin", event.target.value);
  });
  tools.hidden = false;
  // A finger has no hover: iOS gives the touched word its :hover only where someone listens.
  document.addEventListener("touchstart", () => {}, { passive: true });
}
