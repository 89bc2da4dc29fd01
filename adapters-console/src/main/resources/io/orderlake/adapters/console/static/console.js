// What moves: elements with data-live show the value of that name, as the server words it. Without
// this script pages show what was when they were loaded.
"use strict";

(() => {
  const moving = document.querySelectorAll("[data-live]");
  if (moving.length === 0) return;
  const source = new EventSource("/live");
  source.onmessage = (message) => {
    const now = JSON.parse(message.data);
    for (const element of moving) {
      const value = now[element.dataset.live];
      if (value !== undefined && value !== null && element.textContent !== value) {
        element.textContent = value;
      }
    }
    document.dispatchEvent(new CustomEvent("live", { detail: now }));
  };
  addEventListener("pagehide", () => source.close());
})();

// The slider over lake versions says which one it stands on, and turns to it when it is let go.
// Without this script its form is sent by its button.
(() => {
  for (const form of document.querySelectorAll("form.slider")) {
    const range = form.querySelector("input[type=range]");
    const shown = form.querySelector("output");
    range.addEventListener("input", () => { shown.textContent = range.value; });
    range.addEventListener("change", () => form.requestSubmit());
  }
})();
