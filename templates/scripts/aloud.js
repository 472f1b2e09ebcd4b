// Aloud: the browser's Chinese voice reads on from where one is, and says which word it is at. Without a voice the
// button does not appear.

const speech = window.speechSynthesis;
const listen = byId("listen");
const voice = () => speech.getVoices().find(({ lang }) => /^(zh|cmn)(?!.*(HK|MO))/i.test(lang));

function speak(sentence) {
  if (!sentence) return hush();
  const inside = all(sentence, WORD);
  const said = new SpeechSynthesisUtterance(chinese(sentence));
  let from = 0;
  const starts = inside.map((word) => (from = said.text.indexOf(written(word), from) + 1) - 1);
  const at = (index) => mark(inside[starts.findLastIndex((start) => start <= index)] ?? inside[0]);
  said.voice = voice();
  said.lang = "zh-CN";
  said.rate = root.dataset.speed / 100;
  said.onboundary = ({ charIndex }) => at(charIndex);
  said.onend = () => listen.ariaPressed === "true" && speak(sentences[sentences.indexOf(sentence) + 1]);
  at(0);
  sentence.scrollIntoView({ block: "nearest" });
  speech.speak(said);
}

function hush() {
  listen.ariaPressed = "false";
  speech.cancel();
}

if (speech) {
  const show = () => (listen.hidden = !voice());
  on(speech, "voiceschanged", show);
  show();
  on(listen, "click", () => {
    if (listen.ariaPressed === "true") return hush();
    listen.ariaPressed = "true";
    speak(start().closest(".s") ?? sentences[0]);
  });
  on(window, "pagehide", hush);
}
