"use strict";
// The legend: each line with how many areas of each municipality it has. A line hides and shows its areas.
function swatchOf(key) {
  const holder = svg("svg", { class: "swatch", width: 22, height: 16, "aria-hidden": "true" });
  holder.append(svg("rect", { x: 0.5, y: 0.5, width: 21, height: 15, ...paintOf(key) }));
  return holder;
}

function showLegend() {
  const own = current, level = currentLevel(), holder = document.getElementById("legend");
  const held = document.activeElement?.closest("#legend button")?.dataset.key;
  const beside = citiesBeside().filter(city => level.areas.some(area => area.city === city));
  const counts = new Map(own.lines.map(line => [line.key, new Map()]));
  for (const area of level.areas) {
    if (!isShown(area)) continue;
    const line = counts.get(own.keys[area.place]);
    if (line) line.set(area.city, (line.get(area.city) || 0) + 1);
  }
  const sum = line => [...line.values()].reduce((a, b) => a + b, 0);
  const head = html("tr", {}, html("th", { scope: "col" }, html("span", { class: "unseen", text: words().klass })),
    ...beside.map(city => html("th", { scope: "col", class: "upright" },
      html("span", { text: cities[city].name }))),
    html("th", { scope: "col", class: "upright" }, html("span", { text: words().all })));
  const rows = own.lines.filter(line => own.kind !== "two" || MISSING.includes(line.key)).map(line => {
    const hidden = state.hiddenStates.has(line.key), count = counts.get(line.key);
    const button = html("button", {
      type: "button", class: "line", "aria-pressed": String(!hidden), "data-key": line.key,
      onclick: () => toggleState(line.key)
    }, swatchOf(line.key), html("span", { text: line.text }));
    return html("tr", { class: hidden ? "hidden" : "", "data-key": line.key },
      html("th", { scope: "row" }, button),
      ...beside.map(city => html("td", { text: String(count.get(city) || 0) })),
      html("td", { class: "sum", text: String(sum(count)) }));
  });
  const parts = [], heat = currentHeat();
  // Its colours are those of other numbers; one legend at a time.
  if (heat) {
    holder.replaceChildren(heatLegend(heat));
    document.getElementById("legend-note").textContent = "";
    return;
  }
  // With two subjects each has its own unit, which the words beside the square leave out.
  const units = secondMap() ? [currentIndicator(), indicatorOf(state.second)].map(({ name, unit }) => `${local(name)}: ${local(unit)}`) : [local(currentIndicator().unit)];
  parts.push(html("p", { class: "legend-unit" }, `${units.join(" · ")} · `,
    html("span", { text: `${words().peildatum} ${content.study.peildatum}` })));
  if (own.kind === "two") parts.push(twoLegend(own, counts, sum));
  if (state.mode === "count" && currentMap().above && own.kind === "classes") parts.push(circleLegend());
  parts.push(html("table", { class: "legend" }, html("thead", {}, head), html("tbody", {}, ...rows)));
  const doubtful = level.areas.filter(area => isShown(area) && isHatched(area)).length;
  if (doubtful) {
    const hidden = state.hiddenStates.has("r");
    const says = currentMap().sure || secondMap()?.sure ? words().unsure : words().doubt;
    parts.push(html("p", { class: hidden ? "doubt hidden" : "doubt" }, html("button", { type: "button", class: "line",
      "aria-pressed": String(!hidden), "data-key": "r", onclick: () => toggleState("r") },
    svg("svg", { width: 22, height: 16, "aria-hidden": "true" },
      svg("rect", { x: 0.5, y: 0.5, width: 21, height: 15, class: "heat-swatch", fill: "url(#hatch-doubt)" })),
    html("span", { text: says(numberText(doubtful, 0)) }))));
  }
  holder.replaceChildren(...parts);
  if (held) holder.querySelector(`button[data-key="${held}"]`)?.focus();
  document.getElementById("legend-note").textContent =
    (own.kind === "deviation" ? words().decilesNote + " (" + numberText(own.middle || 0, currentIndicator().decimals) + "). " : "")
    + (own.kind === "two" ? words().bivariateNote + " " : "")
    + (own.kind === "classes" && currentMap().fewerClasses ? local(currentMap().fewerClasses) + " " : "")
    + (own.kind === "two" ? words().lineNote : isKinds(currentMap()) ? words().lineNote : isPattern(currentMap()) ? words().patternNote + " " + words().lineNote : words().lineNote + " " + words().legendNote);
}

// The square of two subjects: the first goes up, the second to the right.
function twoLegend(own, counts, sum) {
  const size = 46, { axis } = words();
  const picture = svg("svg", { class: "two", viewBox: "0 0 260 172", role: "img",
    "aria-label": own.lines.slice(0, 9).map(line => `${line.text}: ${sum(counts.get(line.key))}`).join("; ") });
  for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) {
    const key = String(1 + 3 * a + b), x = 70 + b * size, y = 8 + (2 - a) * size;
    picture.append(svg("rect", { x, y, width: size, height: size, ...paintOf(key), "data-key": key }));
    const count = svg("text", { x: x + size / 2, y: y + size / 2 + 4, "text-anchor": "middle", class: lightness(own.lines[3 * a + b].color) < 0.25 ? "in on-dark" : "in" });
    count.textContent = sum(counts.get(key));
    picture.append(count);
  }
  axis.forEach((word, at) => {
    const left = svg("text", { x: 64, y: 8 + (2 - at) * size + size / 2 + 4, "text-anchor": "end" });
    const under = svg("text", { x: 70 + at * size + size / 2, y: 8 + 3 * size + 16, "text-anchor": "middle" });
    left.textContent = under.textContent = word;
    picture.append(left, under);
  });
  const names = html("p", { class: "hint" },
    html("span", { text: `↑ ${local(currentIndicator().name)}` }), html("br"),
    html("span", { text: `→ ${local(indicatorOf(state.second).name)}` }));
  return html("div", {}, picture, names);
}

function heatLegend(heat) {
  const line = (color, text) => html("li", {}, svg("svg", { width: 22, height: 16, "aria-hidden": "true" },
    svg("rect", { x: 0.5, y: 0.5, width: 21, height: 15, class: "heat-swatch", fill: color })), html("span", { text }));
  return html("div", { class: "heat-legend" }, html("h3", { text: heat.title }), html("p", { class: "hint", text: heat.unit }),
    html("ul", {}, ...heat.classes.map(own => line(own.color, own[state.language]))),
    html("p", { class: "hint", text: heat.abstract }));
}

function circleLegend() {
  const largest = Math.max(...currentMap().above.map(value => value || 0), 1);
  const round = value => { const unit = 10 ** Math.floor(Math.log10(value)); return Math.round(value / unit) * unit; };
  const sizes = [...new Set([largest, largest / 4, largest / 16].map(value => round(Math.max(1, value))))];
  const picture = svg("svg", { class: "circle-legend", viewBox: "0 0 260 60", "aria-hidden": "true" });
  let x = 26;
  for (const size of sizes) {
    const r = circleRadius(size, largest);
    const text = svg("text", { x: x + r + 6, y: 34 });
    text.textContent = numberText(size, 0);
    picture.append(svg("circle", { cx: x, cy: 30, r }), text);
    x += 2 * r + 58;
  }
  return html("div", {}, picture, html("p", { class: "hint", text: words().circles }));
}

function toggleState(key) {
  if (!state.hiddenStates.delete(key)) state.hiddenStates.add(key);
  refresh();
}

function hoverInLegend(area) {
  for (const row of document.querySelectorAll("#legend tr.at")) row.classList.remove("at");
  if (!area || area.level !== currentLevel().id) return;
  const row = document.querySelector(`#legend tr[data-key="${current.keys[area.place]}"]`);
  if (row) row.classList.add("at");
}
