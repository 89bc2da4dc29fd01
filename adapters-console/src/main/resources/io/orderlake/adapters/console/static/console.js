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
