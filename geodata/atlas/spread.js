"use strict";
// How values are spread: a histogram, and for each municipality its areas as dots with their median.
const spread = { dots: new Map(), mark: null, chosen: null };
// With more dots than this those of a class are one line, at which one cannot point.
const MANY_DOTS = 3000;

function ticks(low, high, count) {
  const rough = (high - low) / count || 1, unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * unit).find(step => step >= rough);
  const found = [];
  for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at++) found.push(at * step);
  return found;
}

function showSpread() {
  const holder = document.getElementById("spread"), indicator = currentIndicator(), map = currentMap();
  const level = currentLevel(), own = current;
  spread.dots.clear();
  const shown = level.areas.filter(area =>
    isShown(area) && isClassed(map.states[area.place]) && !isHidden(area));
  if (isKinds(map)) {
    holder.replaceChildren(html("p", { class: "hint", text: words().kindsSpread }));
    return;
  }
  if (!shown.length) {
    holder.replaceChildren(html("p", { class: "hint", text: words().noValues }));
    return;
  }
  const values = shown.map(area => map.values[area.place]), sorted = [...values].sort((a, b) => a - b);
  let low = sorted[0], high = sorted[sorted.length - 1];
  if (low === high) { low -= 1; high += 1; }
  // Where a few values lie far out, the scale is that of square roots, so that the others do not fall together.
  const bent = low >= 0 && high > 4 * Math.max(quantile(sorted, 0.9), 1e-9);
  if (bent) low = 0;
  const bend = bent ? Math.sqrt : value => value;
  const many = isWhole();
  const rows = many ? [null] : citiesBeside().filter(city => shown.some(area => area.city === city));
  if (!many && shown.some(area => area.city < 0)) rows.push(-1);
  const width = Math.max(300, holder.clientWidth), left = width < 560 ? 92 : 140, right = 18;
  const top = 92, rowHeight = 36, bottom = top + rows.length * rowHeight, height = bottom + 40;
  const scaleX = value => left + (bend(value) - bend(low)) / (bend(high) - bend(low)) * (width - left - right);
  const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "spread",
    role: "img", "aria-label": `${words().spread}: ${local(indicator.name)}` });
  const label = (x, y, text, anchor = "start", kind = "") => {
    const element = svg("text", { x: x.toFixed(1), y, "text-anchor": anchor, class: kind });
    element.textContent = text;
    picture.append(element);
  };
  const wanted = bent ? ticks(Math.sqrt(low), Math.sqrt(high), 6).map(value => value * value)
    : ticks(low, high, width < 560 ? 4 : 8);
  const decimals = Math.max(0, ...wanted.map(value => Number.isInteger(value) ? 0 : Math.min(indicator.decimals, 2)));
  for (const value of wanted) {
    const x = scaleX(value);
    picture.append(svg("path", { class: "grid", d: `M${x.toFixed(1)} ${8}V${bottom}` }));
    label(x, bottom + 16, numberText(value, decimals), "middle");
  }
  label(width - right, bottom + 34, local(indicator.unit), "end", "unit-text");
  const bins = Math.max(12, Math.min(48, Math.round((width - left - right) / 20)));
  const heap = Array.from({ length: bins }, () => new Map());
  for (const area of shown) {
    const share = (scaleX(map.values[area.place]) - left) / (width - left - right);
    const bin = heap[Math.min(bins - 1, Math.floor(share * bins))];
    const key = own.keys[area.place];
    bin.set(key, (bin.get(key) || 0) + 1);
  }
  const largest = Math.max(...heap.map(bin => [...bin.values()].reduce((a, b) => a + b, 0)), 1);
  heap.forEach((bin, at) => {
    let y = top - 10;
    for (const line of own.lines) {
      const count = bin.get(line.key);
      if (!count) continue;
      const size = count / largest * (top - 24);
      y -= size;
      picture.append(svg("rect", {
        ...paintOf(line.key), x: (left + at * (width - left - right) / bins + 0.5).toFixed(1), y: y.toFixed(1),
        width: ((width - left - right) / bins - 1).toFixed(1), height: size.toFixed(1)
      }));
    }
  });
  label(left - 10, 18, String(largest), "end", "unit-text");
  label(left - 10, top - 10, words().number, "end", "unit-text");
  const dense = shown.length > MANY_DOTS, radius = dense ? 1.6 : 3.2, heaps = new Map(own.lines.map(line => [line.key, ""]));
  rows.forEach((city, row) => {
    const y = top + row * rowHeight + rowHeight / 2, inCity = many ? shown : shown.filter(area => area.city === city);
    picture.append(svg("path", { class: "row", d: `M${left} ${y}H${width - right}` }));
    label(left - 10, y + 4, many ? words().all : cityName(city), "end");
    for (const area of inCity) {
      // Spread by the golden section: dots of one value lie apart, each time in the same place.
      const away = ((area.place * 0.6180339887) % 1 - 0.5) * (rowHeight - 12);
      const x = scaleX(map.values[area.place]).toFixed(1), at = (y + away).toFixed(1), key = own.keys[area.place];
      spread.dots.set(area.code, [x, at]);
      if (dense) heaps.set(key, `${heaps.get(key) || ""}M${x} ${at}h0`);
      else picture.append(svg("circle", { ...paintOf(key), cx: x, cy: at, r: radius, "data-at": area.place }));
    }
    for (const [key, d] of heaps) {
      if (d) picture.append(svg("path", { ...paintOf(key, "stroke"), class: `heap k${key}`, d, "stroke-width": 2 * radius }));
      heaps.set(key, "");
    }
    if (medianOf(map, many ? WHOLE : city) === null) return;
    const middle = scaleX(median(inCity.map(area => map.values[area.place])));
    picture.append(svg("path", { class: "median", d: `M${middle.toFixed(1)} ${y - rowHeight / 2 + 4}V${y + rowHeight / 2 - 4}` }));
  });
  spread.chosen = svg("circle", { class: "dot-chosen", r: 7 });
  spread.mark = svg("circle", { class: "dot-hover", r: 7 });
  picture.append(spread.chosen, spread.mark);
  picture.addEventListener("pointermove", event => {
    const at = event.target.dataset.at;
    hoverArea(at === undefined ? null : level.areas[+at], event);
  });
  picture.addEventListener("pointerleave", () => hoverArea(null));
  picture.addEventListener("click", event => {
    const at = event.target.dataset.at;
    if (at !== undefined) choose(level.areas[+at].code);
  });
  holder.replaceChildren(picture);
  hoverInSpread(null);
}

function hoverInSpread(area) {
  if (!spread.mark) return;
  const put = (circle, dot) => {
    circle.setAttribute("visibility", dot ? "visible" : "hidden");
    if (dot) { circle.setAttribute("cx", dot[0]); circle.setAttribute("cy", dot[1]); }
  };
  put(spread.mark, area && spread.dots.get(area.code));
  put(spread.chosen, spread.dots.get(state.area));
}
