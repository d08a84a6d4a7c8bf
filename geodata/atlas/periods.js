"use strict";
// Counts per period as small maps beside each other: circles over the municipalities, all at one scale and
// with one size for a count, so that periods can be compared. A change of method stands between them.
const series = () => content.periods.flatMap(table => table.categories.map((category, at) => ({ table, category, at })));

// The counts of a category: of each area those of its periods; null where none may be told.
function countsOf({ table, at }) {
  table.read ??= [];
  if (!table.read[at]) {
    const next = numbersOf(table.counts[at]);
    table.read[at] = levelOf(table.level).areas.map(() => table.periods.map(() => {
      const value = next();
      return value < 0 ? null : value;
    }));
  }
  return table.read[at];
}

const seriesName = ({ table, category }) => local(table.title) + (category ? `: ${category}` : "");

function showPeriods() {
  const card = byId("time-card"), all = series();
  card.hidden = !all.length;
  if (!all.length) return;
  byId("time-title").textContent = words().time;
  byId("time-label").textContent = words().timeWhat;
  byId("time-when-label").textContent = words().timeWhen;
  const own = all[+state.series];
  if (!own.table.periods.includes(state.period)) state.period = "";
  options(byId("time-what"), all.map((own, at) => [String(at), seriesName(own)]), state.series || "0");
  options(byId("time-when"), [["", words().timeAll], ...own.table.periods.map(period => [period, period])], state.period);
  byId("time-summary").textContent = words().timeShow;
  if (byId("time-card").querySelector("details").open) drawPeriods(own);
}

// The municipalities that are shown, in a row at one scale: where each begins.
function placesInRow() {
  const outlines = levelOf("gemeente"), places = new Map();
  let width = 0, height = 0;
  for (const city of citiesBeside()) {
    const outline = outlines?.areas.find(area => area.city === city);
    if (!outline) continue;
    const box = extend(emptyBox(), outline.rings);
    if (box.left > box.right) continue;
    places.set(city, { x: width, box, outline });
    width += (box.right - box.left) * 1.04;
    height = Math.max(height, box.high - box.low);
  }
  return { places, width, height };
}

function drawPeriods(own) {
  const { table } = own, holder = byId("time-maps"), counts = countsOf(own), level = levelOf(table.level);
  const { places, width, height } = placesInRow();
  byId("time-hint").textContent = words().timeHint + (table.breaks.length ? ` ${words().timeBreaks}` : "");
  if (!places.size) {
    holder.replaceChildren(html("p", { class: "hint", text: isWhole() ? words().timeMany : words().noCities }));
  } else {
    const largest = counts.reduce((most, row) => row.reduce((most, value) => Math.max(most, value || 0), most), 1);
    const full = height / 14, base = [...places.values()].map(({ x, box, outline }) =>
      pathOf(outline.rings, { ...box, left: box.left - x, high: box.low + height })).join("");
    const middles = level.areas.map(area => area.rings.length && places.has(area.city) ? middleOf(area.rings) : null);
    const at = area => {
      const { x, box } = places.get(area.city), [left, up] = middles[area.place];
      return [x + left - box.left, height - (up - box.low)];
    };
    const figures = table.periods.map((period, place) => {
      if (state.period && state.period !== period) return null;
      let circles = "", hidden = 0;
      for (const area of level.areas) {
        if (!middles[area.place]) continue;
        const value = counts[area.place][place];
        if (value === null) { hidden++; continue; }
        if (!value) continue;
        const r = full * Math.sqrt(value / largest), [x, y] = at(area);
        circles += `M${(x - r).toFixed(0)} ${y.toFixed(0)}a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)} 0a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)} 0`;
      }
      const isBreak = table.breaks.includes(period), chosen = areaByCode.get(state.area);
      const picture = svg("svg", { viewBox: `${(-full).toFixed(0)} ${(-full).toFixed(0)} ${(width + 2 * full).toFixed(0)} ${(height + 2 * full).toFixed(0)}`,
        role: "img", "aria-label": `${seriesName(own)}, ${period}${isBreak ? `, ${words().methodBreak}` : ""}` },
      svg("path", { class: "time-city", d: base }), svg("path", { class: "time-circles", d: circles }));
      if (chosen && chosen.level === level.id && middles[chosen.place]) {
        const [x, y] = at(chosen);
        picture.append(svg("circle", { class: "time-chosen", cx: x.toFixed(0), cy: y.toFixed(0), r: (full * 1.2).toFixed(0) }));
      }
      return html("figure", { class: isBreak ? "period broken" : "period" },
        html("figcaption", {}, html("b", { text: period }), ...(isBreak ? [html("span", { class: "method", text: words().methodBreak })] : []),
          ...(hidden ? [html("span", { class: "hint", text: words().timeHidden(numberText(hidden, 0)) })] : [])), picture);
    });
    holder.replaceChildren(...figures.filter(figure => figure));
  }
  const area = areaByCode.get(state.area), chosen = byId("time-area");
  chosen.replaceChildren();
  if (!area || area.level !== table.level) return;
  chosen.append(html("h3", { text: `${area.name} (${cityName(area.city)})` }), html("div", { class: "scroll" }, html("table", { class: "series" },
    html("thead", {}, html("tr", {}, ...table.periods.map(period => html("th", { scope: "col", text: period + (table.breaks.includes(period) ? ` (${words().methodBreak})` : "") })))),
    html("tbody", {}, html("tr", {}, ...counts[area.place].map(value => html("td", { class: "number", text: value === null ? words().states.s : numberText(value, 0) })))))));
}

function listenToPeriods() {
  const details = byId("time-card").querySelector("details");
  const choosePeriods = () => {
    state.series = byId("time-what").value;
    state.period = byId("time-when").value;
    if (state.period) details.open = true;
    showPeriods();
    writeAddress();
  };
  byId("time-what").addEventListener("change", choosePeriods);
  byId("time-when").addEventListener("change", choosePeriods);
  details.addEventListener("toggle", showPeriods);
  details.open = !!state.series || !!state.period;
}
