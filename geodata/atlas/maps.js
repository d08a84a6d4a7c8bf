"use strict";
// The maps: one for each municipality, all at one scale, also when zoomed.
const maps = { panels: [], zoom: 1, scale: 1, byCode: new Map(), hovered: null, sets: new Map() };
const MARGIN = 6;
// The maps of so many levels and forms are kept, for when people go back and forth.
const KEPT = 4;

function ringsOf(area) { return state.view === "tiles" ? area.tile || [] : area.rings; }

function buildMaps() {
  // Another subject in the same areas has the same maps.
  const holder = document.getElementById("maps"), key = [currentLevel().id, state.view, shownCities(), state.language].join("|");
  if (maps.key === key) { zoomTo(1); return; }
  if (maps.hovered) hoverArea(null);
  const made = maps.sets.get(key) || makeMaps(currentLevel());
  maps.sets.delete(key);
  maps.sets.set(key, made);
  if (maps.sets.size > KEPT) maps.sets.delete(maps.sets.keys().next().value);
  Object.assign(maps, made, { key });
  holder.classList.toggle("whole", isWhole());
  holder.classList.toggle("tiled", state.view === "tiles");
  holder.replaceChildren(...maps.panels.map(panel => panel.figure));
  layOut();
  zoomTo(1);
}

function makeMaps(level) {
  if (state.view === "tiles") makeTiles(level);
  const groups = new Map();
  for (const area of level.areas) {
    if (!isShown(area)) continue;
    const city = isWhole() ? WHOLE : area.city;
    if (!groups.has(city)) groups.set(city, []);
    groups.get(city).push(area);
  }
  const outlines = levelOf("gemeente"), byCode = new Map();
  const panels = [...groups].sort((a, b) => cityOrder(a[0]) - cityOrder(b[0]))
    .map(([city, areas]) => {
      const box = areas.reduce((box, area) => extend(box, ringsOf(area)), emptyBox());
      if (box.left > box.right) return null;
      const outline = state.view === "map" && outlines
        ? outlines.areas.filter(area => city === WHOLE || area.city === city).flatMap(area => area.rings) : [];
      const panel = panelOf(city, areas, outline, box);
      panel.found.forEach(found => byCode.set(found.area.code, found));
      return panel;
    }).filter(panel => panel);
  return { panels, byCode };
}

const cityOrder = city => city < 0 ? cities.length : cityRank[city];
const cityName = city => city === WHOLE ? words().whole : city < 0 ? "—" : cities[city].name;

function panelOf(city, areas, outline, box) {
  const name = cityName(city), panel = { city, areas, box, found: [], width: box.right - box.left, height: box.high - box.low };
  panel.areas = svg("g", { class: "areas" });
  for (const area of areas) {
    const rings = ringsOf(area);
    if (!rings.length) continue;
    const [x, y] = middleOf(rings);
    const found = { panel, shape: pathOf(rings, box), x: x - box.left, y: box.high - y, area, rings, box: extend(emptyBox(), rings) };
    panel.found.push(found);
  }
  panel.circles = svg("g", { class: "circles" });
  panel.hover = svg("path", { class: "hover" });
  panel.chosen = svg("path", { class: "chosen" });
  panel.pins = [svg("path", { class: "pin pin-a" }), svg("path", { class: "pin pin-b" })];
  panel.svg = svg("svg", {
    class: "map", tabindex: 0, role: "application", "aria-label": words().mapLabel(name, areas.length)
  }, panel.areas);
  panel.doubts = svg("g", { class: "doubts" });
  panel.heat = svg("g", { class: "heat" });
  panel.svg.append(panel.doubts, panel.heat);
  addContext(panel);
  panel.svg.append(panel.ground);
  if (outline.length) panel.svg.append(svg("path", { class: "outline", d: pathOf(outline, box) }));
  panel.borders = svg("path", { class: "borders" });
  panel.svg.append(panel.borders, panel.circles, ...panel.pins, panel.chosen, panel.hover, panel.names);
  panel.center = [panel.width / 2, panel.height / 2];
  panel.caption = html("figcaption", {}, html("span", { class: "city", text: name }), html("span", { class: "city-note" }));
  panel.figure = html("figure", { class: "panel" }, panel.caption, panel.svg);
  listen(panel);
  return panel;
}

// Places all maps at the largest scale that the room allows.
function layOut() {
  const holder = document.getElementById("maps"), width = state.printing ? state.printing.width : holder.clientWidth;
  if (!maps.panels.length || width < 50) return;
  const room = state.printing ? state.printing.height
    : width < 640 ? width * 3.2 : Math.max(460, Math.min(1600, window.innerHeight * 0.74, width * 0.95));
  // Many maps take more room, so that each can still be seen.
  const boxes = maps.panels.map(panel => ({ width: panel.width, height: panel.height }));
  const widest = Math.max(...boxes.map(box => box.width)), gaps = 2 * MARGIN * Math.min(boxes.length, 6);
  let found = packed(boxes, width - gaps, room, 44, 18);
  for (let more = 2; found.scale * widest < Math.min(160, width / 2) && more < 1000; more *= 1.5) {
    found = packed(boxes, width - gaps, room * more, 44, 18);
  }
  const highest = state.printing?.highest;
  maps.scale = highest ? Math.min(found.scale, highest / Math.max(...boxes.map(box => box.height))) : found.scale;
  found.places.forEach((place, order) => { maps.panels[place.place].figure.style.order = order; });
  for (const panel of maps.panels) {
    // Whole pixels, and as much more of the ground: the scale stays that of the other maps.
    panel.pixels = [panel.width, panel.height].map(size => Math.ceil(size * maps.scale + 2 * MARGIN));
    panel.svg.setAttribute("width", panel.pixels[0]);
    panel.svg.setAttribute("height", panel.pixels[1]);
    panel.figure.style.width = `${Math.max(panel.pixels[0], LEAST_WIDTH)}px`;
    view(panel);
  }
  drawCircles();
  drawScale();
}

// The part of a map that is seen, around its centre.
function view(panel, { isMoving = false } = {}) {
  const margin = MARGIN / maps.scale, [width, height] = panel.pixels.map(size => size / (maps.scale * maps.zoom));
  const hold = (at, size, whole) => Math.max(-margin + size / 2, Math.min(whole + margin - size / 2, at));
  panel.center = [hold(panel.center[0], width, panel.width), hold(panel.center[1], height, panel.height)];
  panel.svg.setAttribute("viewBox",
    [panel.center[0] - width / 2, panel.center[1] - height / 2, width, height].map(n => n.toFixed(2)).join(" "));
  if (panel.texts.length) (isMoving ? sizeNamesAtRest : sizeNames)(panel);
  if (panel.city === WHOLE) later("borders", () => drawBorders(panel));
}

// Of a whole country the boundaries of areas are drawn from near, for those that are in sight.
function drawBorders(panel) {
  const [width, height] = panel.pixels.map(size => size / (maps.scale * maps.zoom) * 0.7);
  panel.borders.setAttribute("d", maps.zoom < 5 ? "" : panel.found.filter(({ x, y }) =>
    Math.abs(x - panel.center[0]) < width && Math.abs(y - panel.center[1]) < height).map(({ shape }) => shape).join(""));
}

function zoomTo(zoom) {
  maps.zoom = Math.max(1, Math.min(isWhole() ? 128 : 16, zoom));
  const chosen = maps.byCode.get(state.area);
  if (chosen) chosen.panel.center = [chosen.x, chosen.y];
  maps.panels.forEach(panel => {
    if (maps.zoom === 1) panel.center = [panel.width / 2, panel.height / 2];
    // Not of a whole country: the browser would look at the style of each of its areas again.
    if (panel.city !== WHOLE) panel.svg.classList.toggle("movable", maps.zoom > 1);
    view(panel, { isMoving: true });
  });
  drawScale();
}

function drawScale() {
  const metres = content.step / (maps.scale * maps.zoom);
  const steps = [50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];
  const length = steps.find(step => step / metres >= 60) || 100000;
  const holder = document.getElementById("scale");
  holder.hidden = state.view === "tiles";
  document.getElementById("scale-bar").style.width = `${(length / metres).toFixed(0)}px`;
  // The hatches keep their size on the screen.
  for (const pattern of document.querySelectorAll("#hatches pattern[data-map]")) {
    pattern.setAttribute("patternTransform", `scale(${metres / content.step})`);
  }
  document.getElementById("scale-text").textContent = length < 1000 ? `${length} m` : `${length / 1000} km`;
}

function paintMaps() {
  for (const panel of maps.panels) {
    // All areas of a class are one path: the browser places ten of them much faster than thousands.
    const shapes = new Map(), doubts = [];
    for (const { shape, area } of panel.found) {
      const isOff = isHidden(area), key = isOff ? "off" : current.keys[area.place];
      if (!shapes.has(key)) shapes.set(key, []);
      shapes.get(key).push(shape);
      if (!isOff && isHatched(area)) doubts.push(shape);
    }
    panel.areas.replaceChildren(...[...shapes].map(([key, own]) => svg("path", { ...paintOf(key), d: own.join("") })));
    panel.doubts.replaceChildren(...doubts.length ? [svg("path", { d: doubts.join(""), fill: "url(#hatch-map-doubt)" })] : []);
    // Of two subjects one number would not say of which it is.
    const middle = secondMap() ? null : medianOf(currentMap(), panel.city);
    panel.caption.lastChild.textContent = currentHeat() || secondMap() || isKinds(currentMap()) ? "" : middle !== null
      ? `${words().median} ${numberText(middle, currentIndicator().decimals)}`
      : panel.found.some(({ area }) => isClassed(currentMap().states[area.place])) ? words().hiddenMedian : words().noMedian;
  }
  drawHeat();
  drawCircles();
  markChosen();
}

// The surfaces of a heatmap, over areas that then have no colour of their own.
function drawHeat() {
  const heat = currentHeat();
  document.getElementById("maps").classList.toggle("heated", !!heat);
  for (const panel of maps.panels) {
    panel.heat.replaceChildren(...(heat ? bandsOf(heat).filter(band => panel.city === WHOLE || band.city === panel.city) : [])
      .map(band => svg("path", { d: pathOf(band.rings, panel.box),
        fill: heat.classes[+band.state - 1]?.color || "none" })));
  }
}

function drawCircles() {
  const map = currentMap(), shows = state.mode === "count" && map.above && !secondMap() && !currentHeat();
  document.getElementById("maps").classList.toggle("counting", !!shows);
  for (const panel of maps.panels) panel.circles.replaceChildren();
  if (!shows) return;
  const largest = Math.max(...map.above.map(value => value || 0), 1);
  const shown = [...maps.byCode.values()].filter(({ area }) =>
    map.above[area.place] > 0 && !isHidden(area));
  shown.sort((a, b) => map.above[b.area.place] - map.above[a.area.place] || a.area.place - b.area.place);
  for (const { panel, area, x, y } of shown) {
    panel.circles.append(svg("circle", {
      ...paintOf(current.keys[area.place]), cx: x.toFixed(0), cy: y.toFixed(0), "data-at": area.place,
      r: (circleRadius(map.above[area.place], largest) / maps.scale).toFixed(1)
    }));
  }
}
// In pixels; the surface goes with the count.
const circleRadius = (value, largest) => 22 * Math.sqrt(value / largest);

function markChosen() {
  for (const panel of maps.panels) {
    panel.chosen.setAttribute("d", "");
    panel.pins.forEach(pin => pin.setAttribute("d", ""));
  }
  const mark = (code, element) => {
    const found = maps.byCode.get(code);
    if (found) element(found.panel).setAttribute("d", found.shape);
  };
  state.pinned.forEach((code, at) => mark(code, panel => panel.pins[at]));
  mark(state.area, panel => panel.chosen);
}

// Shows an area in all views at once; null shows none.
function hoverArea(area, event) {
  if (maps.hovered) {
    const before = maps.byCode.get(maps.hovered.code);
    if (before) before.panel.hover.setAttribute("d", "");
  }
  maps.hovered = area;
  const tip = document.getElementById("tip");
  hoverInSpread(area);
  hoverInTable(area);
  hoverInLegend(area);
  if (!area) { tip.hidden = true; return; }
  const found = maps.byCode.get(area.code);
  if (found) found.panel.hover.setAttribute("d", found.shape);
  if (!event) { tip.hidden = true; return; }
  tip.replaceChildren(
    html("strong", { text: area.name }), html("span", { text: cityName(area.city) }),
    html("span", { class: "tip-value", text: valueText(area) }));
  tip.hidden = false;
  const width = tip.offsetWidth, height = tip.offsetHeight;
  tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - width - 8))}px`;
  tip.style.top = `${event.clientY + 18 + height > innerHeight ? event.clientY - height - 12 : event.clientY + 18}px`;
}

// The value of an area, or why there is none, in a few words.
function valueText(area, indicator = currentIndicator(), map = currentMap()) {
  const key = map.states[area.place];
  if (isKinds(map) && isClassed(key)) return map.classes[+key - 1]?.[state.language] || "";
  if (isClassed(key)) {
    return `${numberText(map.values[area.place], indicator.decimals)} ${local(indicator.unit)}`;
  }
  return stateText(map, area.place);
}

function choose(code, { focus = false } = {}) {
  state.area = code;
  const area = areaByCode.get(code);
  if (area && maps.zoom > 1) zoomTo(maps.zoom);
  markChosen();
  showDetail();
  later("row", markRow);
  later("periods", showPeriods);
  hoverInSpread(maps.hovered);
  writeAddress();
  if (area) {
    document.getElementById("live").textContent = `${area.name}, ${cityName(area.city)}: ${valueText(area)}`;
  }
  if (focus && maps.byCode.has(code)) maps.byCode.get(code).panel.svg.focus();
}

// The area that lies under the pointer.
function areaUnder(panel, { clientX, clientY }) {
  const frame = panel.svg.getBoundingClientRect(), seen = panel.svg.viewBox.baseVal;
  const x = panel.box.left + seen.x + (clientX - frame.left) / frame.width * seen.width;
  const y = panel.box.high - seen.y - (clientY - frame.top) / frame.height * seen.height;
  return panel.found.find(({ box, rings }) =>
    x >= box.left && x <= box.right && y >= box.low && y <= box.high && holds(rings, x, y))?.area || null;
}

function listen(panel) {
  const at = event => {
    const place = event.target.dataset?.at;
    return place === undefined ? areaUnder(panel, event) : currentLevel().areas[+place];
  };
  // A click has whole pixels in some browsers, the press before it the place itself: small areas differ in that.
  let from = null, moved = false, pressed = null;
  panel.svg.addEventListener("pointermove", event => {
    if (from && maps.zoom > 1) {
      const perPixel = 1 / (maps.scale * maps.zoom);
      const dx = event.clientX - from.x, dy = event.clientY - from.y;
      if (Math.abs(dx) + Math.abs(dy) > 4) moved = true;
      panel.center = [from.center[0] - dx * perPixel, from.center[1] - dy * perPixel];
      view(panel, { isMoving: true });
      return;
    }
    hoverArea(at(event), event);
  });
  panel.svg.addEventListener("pointerleave", () => { from = null; hoverArea(null); });
  panel.svg.addEventListener("pointerdown", event => {
    from = { x: event.clientX, y: event.clientY, center: panel.center };
    moved = false;
    pressed = at(event);
  });
  panel.svg.addEventListener("pointerup", () => { from = null; });
  panel.svg.addEventListener("click", event => {
    const area = pressed || at(event);
    pressed = null;
    if (area && !moved) choose(state.area === area.code ? "" : area.code);
  });
  panel.svg.addEventListener("keydown", event => walk(panel, event));
}

const DIRECTIONS = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]
};

// From an area to the nearest one that way.
function walk(panel, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key;
  if (key === "+" || key === "=") zoomTo(maps.zoom * 1.5);
  else if (key === "-") zoomTo(maps.zoom / 1.5);
  else if (key === "0") zoomTo(1);
  else if (key === "Escape") choose("");
  else if (key === "Enter" || key === " ") {
    if (state.area) document.getElementById("detail-card").scrollIntoView({ block: "nearest" });
  } else if (DIRECTIONS[key]) {
    const [dx, dy] = DIRECTIONS[key], here = maps.byCode.get(state.area);
    const own = panel.found;
    let best = null, least = Infinity;
    if (!here || here.panel !== panel) {
      const [x, y] = panel.center;
      for (const found of own) {
        const size = (found.x - x) ** 2 + (found.y - y) ** 2;
        if (size < least) { least = size; best = found; }
      }
    } else {
      for (const found of own) {
        const x = found.x - here.x, y = found.y - here.y;
        const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
        const size = ahead + 2 * aside;
        if (ahead > 0 && aside <= 2 * ahead && size < least) { least = size; best = found; }
      }
    }
    if (best) choose(best.area.code);
  } else return;
  event.preventDefault();
}

// Squares with a surface by inhabitants, near their place and beside each other: each is moved out of its
// neighbours step by step, always in the same order. Those of a municipality are made when it is first shown.
function makeTiles(level) {
  level.tiled ??= new Set();
  const inhabited = level.areas.filter(area => area.inhabitants > 0 && area.rings.length);
  // As dense as a city is built: 120 m² for each inhabitant.
  const surface = 120 / content.step ** 2;
  const groups = new Map();
  for (const area of inhabited) {
    if (level.tiled.has(area.city) || !isShown(area)) continue;
    const [x, y] = middleOf(area.rings);
    const tile = { area, x, y, homeX: x, homeY: y, half: Math.sqrt(area.inhabitants * surface) / 2 };
    if (!groups.has(area.city)) groups.set(area.city, []);
    groups.get(area.city).push(tile);
  }
  for (const [city, tiles] of groups) {
    level.tiled.add(city);
    for (let round = 0; round < 160; round++) {
      const pull = round < 100 ? 0.03 : 0;
      for (const tile of tiles) {
        tile.x += (tile.homeX - tile.x) * pull;
        tile.y += (tile.homeY - tile.y) * pull;
      }
      tiles.sort((a, b) => a.x - a.half - (b.x - b.half) || a.area.place - b.area.place);
      for (let one = 0; one < tiles.length; one++) {
        const a = tiles[one];
        for (let other = one + 1; other < tiles.length; other++) {
          const b = tiles[other], room = (a.half + b.half) * 1.04;
          if (b.x - b.half > a.x + a.half + room * 0.1) break;
          const dx = b.x - a.x, dy = b.y - a.y;
          const overX = room - Math.abs(dx), overY = room - Math.abs(dy);
          if (overX <= 0 || overY <= 0) continue;
          const share = b.half / (a.half + b.half);
          if (overX < overY) {
            const push = (dx < 0 ? -overX : overX) * 0.5;
            a.x -= push * share; b.x += push * (1 - share);
          } else {
            const push = (dy < 0 ? -overY : overY) * 0.5;
            a.y -= push * share; b.y += push * (1 - share);
          }
        }
      }
    }
    for (const { area, x, y, half } of tiles) {
      const [left, right, low, high] = [x - half, x + half, y - half, y + half].map(Math.round);
      area.tile = [[left, low, right, low, right, high, left, high]];
    }
  }
}
