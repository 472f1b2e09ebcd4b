// Aloud: the recording of a sentence where there is one, else the browser's Chinese voice, which says which word it is at.
// Where there is neither no button appears.

const { speechSynthesis: speech } = window;
const listen = byId("listen");
const player = new Audio();
const recordingOf = ({ id }) => data.recordings?.[id];
const voice = () => speech?.getVoices().find(({ lang }) => /^(zh|cmn)(?!.*(HK|MO))/i.test(lang));
const canHear = (sentence) => recordingOf(sentence) || voice();
let [turn, said] = [0];

function hush() {
  turn += 1;
  listen.ariaPressed = "false";
  player.pause();
  speech?.cancel();
}

function hear(sentence, next = hush) {
  hush();
  const own = turn;
  const then = () => own === turn && next();
  const inside = all(sentence, WORD);
  mark(inside[0]);
  sentence.scrollIntoView({ block: "nearest" });
  const recording = recordingOf(sentence);
  if (recording) {
    Object.assign(player, { src: recording, playbackRate: Math.min(settings.speed.value / 80, 1), onended: then, onerror: then });
    player.play().catch(() => {});
    return;
  }
  said = new SpeechSynthesisUtterance(chinese(sentence));
  let from = 0;
  const starts = inside.map((word) => (from = said.text.indexOf(word.firstChild.data, from) + 1) - 1);
  const at = ({ charIndex }) => mark(inside.findLast((_, index) => starts[index] <= charIndex) ?? inside[0]);
  Object.assign(said, { voice: voice(), lang: "zh-CN", rate: settings.speed.value / 100, onboundary: at, onend: then });
  speech.speak(said);
}

// A sentence and what follows it in its article.
function readFrom(sentence) {
  const article = all(sentence.closest(".article"), ".s");
  readOn(article.slice(article.indexOf(sentence)).filter(canHear));
}

function readOn([sentence, ...rest]) {
  if (!sentence) return hush();
  hear(sentence, () => readOn(rest));
  listen.ariaPressed = "true";
}

const offer = () => root.toggleAttribute("data-aloud", Boolean(data.recordings || voice()));
if (speech) speech.onvoiceschanged = offer;
offer();
on(listen, "click", () => (listen.ariaPressed === "true" ? hush() : readFrom(start().closest(".s"))));
on(window, "pagehide", hush);
for (const other of all(text, ".listen")) on(other, "click", () => readFrom(one(other.parentElement, ".s")));
