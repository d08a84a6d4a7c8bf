"use strict";
// Water, roads and names that a user lays over the maps. They are a help to find the way: no area, no value.
const knowsContext = content.context.length > 0;

function readContext() {
  for (const layer of content.context) layer.own ??= readLines(layer);
  return content.context;
}

// Whether a line comes into a box.
function touches(line, box) {
  const own = extend(emptyBox(), [line]);
  return own.left <= box.right && own.right >= box.left && own.low <= box.high && own.high >= box.low;
}

// Steps of a line as a path; a ring of water ends where it begins.
const contextPath = (line, box) => {
  let path = `M${line[0] - box.left} ${box.high - line[1]}l`;
  for (let at = 2; at < line.length; at += 2) path += `${line[at] - line[at - 2]} ${line[at - 1] - line[at + 1]} `;
  return path;
};

// Colours stand in the elements, so that a saved picture has them too; the style sheet has those of the dark.
const CONTEXT = {
  water: [{ class: "water", fill: "#c3dcea", stroke: "none", "fill-rule": "evenodd" }],
  roads: [{ class: "road-edge", fill: "none", stroke: "#ffffff", "stroke-width": 3.2 }, { class: "road", fill: "none", stroke: "#5b4a66", "stroke-width": 1.5 }]
};

function addContext(panel) {
  panel.ground = svg("g", { class: "context" });
  panel.texts = [];
  panel.names = svg("g", { class: "context names", "font-family": "system-ui, Arial, sans-serif", "font-weight": 600,
    "text-anchor": "middle", fill: "#16191d", stroke: "#ffffff", "stroke-linejoin": "round", "paint-order": "stroke" });
  if (!knowsContext || state.view !== "map") return;
  for (const layer of readContext()) {
    const own = layer.own.filter((line, at) => layer.gemeente[at] < 0 ? touches(line, panel.box) : layer.gemeente[at] === panel.city);
    const path = own.map(line => contextPath(line, panel.box)).join("");
    if (path) for (const look of CONTEXT[layer.kind] || []) {
      panel.ground.append(svg("path", { ...look, d: path, "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round" }));
    }
    for (const name of layer.names) {
      if (name.gemeente < 0 ? !touches([name.x, name.y], panel.box) : name.gemeente !== panel.city) continue;
      const x = name.x - panel.box.left, y = panel.box.high - name.y, text = svg("text", { x, y, dy: "0.35em" });
      text.textContent = name.text;
      panel.texts.push({ text, x, y, letters: name.text.length });
    }
  }
}

// Letters keep their size on the screen; names in the way of one that goes before them, or beyond the edge, are
// not there.
function sizeNames(panel) {
  const pixel = 1 / (maps.scale * maps.zoom), taken = [], [width, height] = panel.pixels.map(size => size * pixel / 2);
  for (const { text, x, y, letters } of panel.texts) {
    const half = letters * 3.9 * pixel;
    const isFree = Math.abs(x - panel.center[0]) < width - half && Math.abs(y - panel.center[1]) < height - 8 * pixel && taken.every(other => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) > 15 * pixel);
    if (isFree) taken.push({ text, x, y, half });
  }
  panel.names.replaceChildren(...taken.map(({ text }) => text));
  panel.names.setAttribute("font-size", (12 * pixel).toFixed(2));
  panel.names.setAttribute("stroke-width", (3 * pixel).toFixed(2));
  panel.svg.append(panel.names);
}

// While a map moves it has no names: placing them takes longer than all else.
function sizeNamesAtRest(panel) {
  panel.names.remove();
  clearTimeout(panel.resting);
  panel.resting = setTimeout(() => sizeNames(panel), 120);
}

function showContext() {
  byId("context-field").hidden = !knowsContext || state.view !== "map";
  byId("context").checked = state.context;
  const kinds = [...new Set(content.context.map(layer => words().contextKinds[layer.kind]))];
  byId("context-label").textContent = `${words().context}: ${kinds.join(", ")}`;
  byId("maps").classList.toggle("bare", !state.context);
}

const contextSources = () => knowsContext && state.context && state.view === "map"
  ? [...new Set(content.context.map(layer => layer.source).filter(source => source))] : [];

function listenToContext() {
  byId("context").addEventListener("change", event => { state.context = event.target.checked; refresh(); });
}
