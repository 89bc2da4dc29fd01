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
    const large = document.querySelector(".fresh .figure");
    if (large) large.className = "figure " + now.fresh_style;
    document.dispatchEvent(new CustomEvent("live", { detail: now }));
  };
  addEventListener("pagehide", () => source.close());
})();

// The last hour of freshness, drawn by uPlot in the place of the server's own picture, and drawn on.
(() => {
  const figure = document.querySelector("figure[data-freshness]");
  if (!figure || typeof uPlot === "undefined") return;
  const hour = 3600;
  const points = JSON.parse(figure.dataset.freshness);
  const times = points.map((point) => point[0]);
  const ages = points.map((point) => point[1]);
  const colour = (name) => getComputedStyle(figure).getPropertyValue(name).trim();
  const picture = figure.querySelector("svg");
  const place = document.createElement("div");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", picture.getAttribute("aria-label"));
  picture.replaceWith(place);

  // As the server shows times; a zone that the browser does not know is shown as UTC.
  const clock = (() => {
    const parts = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
    try {
      return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: figure.dataset.zone });
    } catch {
      return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC", timeZoneName: "short" });
    }
  })();
  const axis = () => ({ stroke: colour("--text"), grid: { stroke: colour("--line"), width: 1 } });
  let chart = null;
  const draw = () => {
    if (chart) chart.destroy();
    chart = new uPlot(
      {
        width: Math.max(figure.clientWidth, 200),
        height: 160,
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (u, low, high) => [0, Math.max(1, high || 1)] } },
        axes: [
          { ...axis(), space: 90, values: (u, ticks) => ticks.map((tick) => clock.format(tick * 1000)) },
          { ...axis(), values: (u, ticks) => ticks.map((tick) => tick + " s") },
        ],
        series: [{}, { stroke: colour("--chart"), fill: colour("--chart-soft"), width: 2, points: { show: false } }],
      },
      [times, ages],
      place,
    );
  };
  draw();
  addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  document.addEventListener("live", (event) => {
    const { at, freshness_seconds: age } = event.detail;
    if (age === null || age === undefined) return;
    times.push(at);
    ages.push(age);
    while (times[0] < at - hour) {
      times.shift();
      ages.shift();
    }
    chart.setData([times, ages]);
  });
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
