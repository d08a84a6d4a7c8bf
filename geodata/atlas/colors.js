"use strict";
// How the areas of a level are coloured: one scheme for all maps, the legend, the spread and the table.
// A scheme has lines (key, colour, words) and the key of each area; keys of areas without a value are
// s (suppressed), n (no data), f (too few data).
const DEVIATION = ["#5e3c99", "#b2abd2", "#f7f7f7", "#fdb863", "#e66101"];
const MISSING = ["s", "f", "n"];

// Three shades of one subject over three of another, multiplied as inks are. The nine lie 18 or more apart
// in CAM02-UCS for normal sight and with protanopia, deuteranopia and tritanopia.
const SHADES = [["#f0f0f0", "#e09385", "#d3452b"], ["#f0f0f0", "#8ca7ef", "#1953ee"]];
function mixed(a, b) {
  const part = (color, at) => parseInt(color.slice(at, at + 2), 16);
  return "#" + [1, 3, 5].map(at =>
    Math.round(part(a, at) * part(b, at) / 240).toString(16).padStart(2, "0")).join("");
}

// How light a colour is, from 0 to 1.
const lightness = color => [1, 3, 5].reduce((sum, at, place) =>
  sum + [0.2126, 0.7152, 0.0722][place] * (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2, 0);

function secondMap() {
  const second = !isPattern(currentMap()) && state.second && state.second !== state.indicator && indicatorOf(state.second);
  return second && second.maps.find(map => map.level === currentMap().level);
}

function scheme() {
  const indicator = currentIndicator(), map = currentMap(), level = currentLevel();
  const missing = MISSING.map(key => ({ key, color: null,
    text: key === "f" && map.sure ? words().fewOrUnsure : key === "f" && isQuadrants(map) ? words().noQuadrant : words().states[key] }));
  const second = secondMap();
  if (second) {
    const first = thirds(map), other = thirds(second), lines = [];
    const { axis } = words();
    for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) {
      lines.push({
        key: String(1 + 3 * a + b), color: mixed(SHADES[0][a], SHADES[1][b]),
        text: `${axis[a]} / ${axis[b]}`
      });
    }
    const keys = level.areas.map((_, place) => {
      const [a, b] = [first[place], other[place]];
      return typeof a === "string" ? a : typeof b === "string" ? b : String(1 + 3 * a + b);
    });
    return { kind: "two", lines: [...lines, ...missing], keys };
  }
  if (state.mode === "deviation" && !isPattern(map)) {
    const middle = median(map.values.filter((_, place) => isClassed(map.states[place])));
    const away = map.values.map((value, place) => isClassed(map.states[place]) ? value - middle : null);
    const sizes = away.filter(value => value !== null).map(Math.abs).sort((a, b) => a - b);
    const unit = 10 ** indicator.decimals;
    const round = value => Math.max(Math.round(value * unit), 1) / unit;
    const near = sizes.length ? round(quantile(sizes, 1 / 3)) : 1;
    const far = Math.max(sizes.length ? round(quantile(sizes, 3 / 4)) : 2, round(near + 1 / unit));
    const edges = [-far, -near, near, far];
    const text = value => (value > 0 ? "+" : value < 0 ? "−" : "") +
      numberText(Math.abs(value), indicator.decimals);
    const to = state.language === "nl" ? "tot" : "to under";
    const texts = [
      `< ${text(-far)}`, `${text(-far)} ${to} ${text(-near)}`, `${text(-near)} ${to} ${text(near)}`,
      `${text(near)} ${to} ${text(far)}`, `≥ ${text(far)}`
    ];
    const lines = DEVIATION.map((color, place) => ({ key: String(place + 1), color, text: texts[place] }));
    const keys = away.map((value, place) => value === null ? map.states[place]
      : String(1 + edges.filter(edge => value >= edge).length));
    return { kind: "deviation", lines: [...lines, ...missing], keys, away, middle };
  }
  const lines = map.classes.map((own, place) => ({
    key: String(place + 1), color: own.color, text: own[state.language]
  }));
  return { kind: "classes", lines: [...lines, ...missing], keys: [...map.states] };
}

// Which third of all values each area is in, or why it has none.
function thirds(map) {
  const known = map.values.filter((_, place) => isClassed(map.states[place])).sort((a, b) => a - b);
  if (!known.length) return [...map.states];
  const edges = [quantile(known, 1 / 3), quantile(known, 2 / 3)];
  return map.values.map((value, place) =>
    isClassed(map.states[place]) ? edges.filter(edge => value >= edge).length : map.states[place]);
}

// How a thing of a class is painted. It has the colour itself: were that in the style sheet, another subject
// would make the browser look at the style of all that is on the page. What has no colour is hatched by its
// class.
function paintOf(key, property = "fill") {
  const color = current.lines.find(line => line.key === key)?.color;
  return { class: `a k${key}`, ...(color ? { [property]: color } : {}) };
}

// Whether a value is not sure: converted from other areas with much divided, or in another class when
// figures and choices differ a little.
const isConverted = (map, place) => !!map.grades && "cd".includes(map.grades[place]);
const isUnsure = (map, place) => !!map.sure && map.sure[place] === "r";
const isDoubtful = (map, place) => isClassed(map.states[place]) && (isConverted(map, place) || isUnsure(map, place));

// Whether an area has a hatch over its colour: when what is shown of it, or one of two subjects, is not sure.
function isHatched(area) {
  if (!isClassed(current.keys[area.place])) return false;
  if (isDoubtful(currentMap(), area.place)) return true;
  const second = secondMap();
  return !!second && isDoubtful(second, area.place);
}

// Whether the reader has hidden the line of the legend that an area stands in.
const isHidden = area => state.hiddenStates.has(current.keys[area.place]) || state.hiddenStates.has("r") && isHatched(area);

// A score without a class, because it does not keep one when figures and choices differ a little.
const isTooUnsure = (map, place) => !!map.sure && map.states[place] === "f" && map.sure[place] === "o";

// The states of areas without a value in words, with the reason of the source.
function stateText(map, place) {
  if (isTooUnsure(map, place)) return words().tooUnsure;
  if (isQuadrants(map) && map.states[place] === "f") return words().noQuadrant;
  const key = map.states[place], reason = key === "n" && map.missing ? words().reasons[map.missing[place]] : "";
  return reason ? `${words().states[key]}: ${reason}` : words().states[key];
}

// The three hatches of areas without a value, as in QGIS and in pictures.
function hatches(kind = "") {
  const pattern = (id, ...marks) => svg("pattern", {
    id: `hatch-${kind}${id}`, ...(kind ? { "data-map": "" } : {}), width: 8, height: 8, patternUnits: "userSpaceOnUse"
  }, svg("rect", { width: 8, height: 8, fill: "#bdbdbd" }), ...marks);
  const line = d => svg("path", { d, stroke: "#6b6b6b", "stroke-width": 1, fill: "none" });
  // Over a colour that stays to be seen: dark lines beside light ones, so that they show on any class.
  const doubt = svg("pattern", { id: `hatch-${kind}doubt`, ...(kind ? { "data-map": "" } : {}), width: 8, height: 8,
    patternUnits: "userSpaceOnUse" },
  svg("path", { d: "M-2 6L6 -2M2 10L10 2", stroke: "#ffffff", "stroke-width": 2.4, fill: "none" }),
  svg("path", { d: "M-2 6L6 -2M2 10L10 2", stroke: "#16191d", "stroke-width": 1, fill: "none" }));
  return svg("defs", {},
    pattern("s", line("M0 0L8 8M8 0L0 8")), pattern("f", line("M4 0V8M0 4H8")),
    pattern("n", svg("circle", { cx: 4, cy: 4, r: 1.2, fill: "#6b6b6b" })), doubt);
}
