"use strict";
// The table of areas, in the order of their names until another is chosen. It says in text all that the
// maps show.
const table = { rows: new Map(), hovered: null };
const FIRST_ROWS = 100;

function columnsOfTable() {
  const indicator = currentIndicator(), map = currentMap(), own = current;
  const lineOf = new Map(own.lines.map(line => [line.key, line]));
  const { compare } = collator;
  const columns = [
    { id: "name", title: words().area, text: area => area.name, order: area => area.rank, isHead: true },
    { id: "city", title: words().municipality, text: area => cityName(area.city), order: area => cityOrder(area.city) },
    ...(isKinds(map) ? [] : [{ id: "value", title: `${local(indicator.name)} (${local(indicator.unit)})`, isNumber: true,
      text: area => isClassed(map.states[area.place]) ? numberText(map.values[area.place], indicator.decimals) : "",
      order: area => isClassed(map.states[area.place]) ? map.values[area.place] : null }])
  ];
  if (own.kind === "deviation") {
    columns.push({ id: "away", title: words().deviation, isNumber: true,
      text: area => own.away[area.place] === null ? "" : numberText(own.away[area.place], indicator.decimals),
      order: area => own.away[area.place] });
  }
  if (map.above) {
    columns.push({ id: "above", title: words().number, isNumber: true,
      text: area => map.above[area.place] === null ? "" : plainNumber(map.above[area.place]),
      order: area => map.above[area.place] });
  }
  const second = secondMap();
  if (second) {
    const other = indicatorOf(state.second);
    columns.push({ id: "second", title: `${local(other.name)} (${local(other.unit)})`, isNumber: true,
      text: area => isClassed(second.states[area.place]) ? numberText(second.values[area.place], other.decimals)
        : words().states[second.states[area.place]],
      order: area => isClassed(second.states[area.place]) ? second.values[area.place] : null });
  }
  columns.push({ id: "class", title: words().klass, hasSwatch: true,
    text: area => lineOf.get(own.keys[area.place])?.text || "", key: area => own.keys[area.place],
    order: area => own.keys[area.place], compare: (a, b) => a < b ? -1 : a > b ? 1 : 0 });
  if (map.missing) {
    columns.push({ id: "reason", title: words().reason, text: area => words().reasons[map.missing[area.place]] || "",
      order: area => words().reasons[map.missing[area.place]] || null, compare });
  }
  if (map.sure) {
    const interval = area => map.low[area.place] === null ? ""
      : `${numberText(map.low[area.place], indicator.decimals)} – ${numberText(map.high[area.place], indicator.decimals)}`;
    columns.push({ id: "interval", title: words().interval, isNumber: true, text: interval, csv: interval, order: area => map.low[area.place] });
    columns.push({ id: "grade", title: words().gradeTitle, text: area => map.grade[area.place] === "-" ? ""
      : `${map.grade[area.place]}, ${words().sure[map.sure[area.place]]}`, order: area => map.grade[area.place], compare });
  }
  if (currentLevel().knowsInhabitants) {
    columns.push({ id: "people", title: words().inhabitants, isNumber: true,
      text: area => area.inhabitants === null ? "" : numberText(area.inhabitants, 0), order: area => area.inhabitants });
  }
  return columns;
}

// The areas that are shown, in the order that is chosen; those without a value come last either way.
function areasInOrder(columns) {
  const column = columns.find(column => column.id === state.sort) || columns[0];
  const sign = state.descending ? -1 : 1;
  const compare = column.compare || ((a, b) => a - b);
  return areasByName(currentLevel())
    .filter(area => isShown(area) && !isHidden(area))
    .map(area => ({ area, key: column.order(area) }))
    .sort((a, b) => (a.key === null) - (b.key === null)
      || (a.key === null ? 0 : sign * compare(a.key, b.key))
      || a.area.rank - b.area.rank)
    .map(entry => entry.area);
}

function showTable() {
  const columns = columnsOfTable(), areas = areasInOrder(columns);
  document.getElementById("table-hint").textContent = words().tableHint(numberText(areas.length, 0));
  document.getElementById("areas-head").replaceChildren(html("tr", {}, ...columns.map(column => {
    const isSorted = column.id === state.sort;
    return html("th", {
      scope: "col", class: column.isNumber ? "number" : "",
      "aria-sort": isSorted ? (state.descending ? "descending" : "ascending") : "none"
    }, html("button", { type: "button", "data-sort": column.id, onclick: () => sortBy(column.id) },
      html("span", { text: column.title }),
      html("span", { "aria-hidden": "true", class: "arrow", text: isSorted ? (state.descending ? "▼" : "▲") : "△" })));
  })));
  const shown = state.showsAll ? areas : areas.slice(0, FIRST_ROWS);
  table.rows.clear();
  table.hovered = null;
  const body = document.createDocumentFragment();
  for (const area of shown) {
    const row = html("tr", {});
    for (const column of columns) {
      if (column.isHead) {
        row.append(html("th", { scope: "row" },
          html("button", { type: "button", class: "name", tabindex: -1, "data-code": area.code, text: column.text(area) })));
      } else {
        const cell = html("td", { class: column.isNumber ? "number" : "" });
        if (column.hasSwatch) cell.append(swatchOf(column.key(area)), " ");
        cell.append(column.text(area));
        row.append(cell);
      }
    }
    table.rows.set(area.code, row);
    body.append(row);
  }
  document.getElementById("areas-body").replaceChildren(body);
  const first = document.querySelector("#areas-body button");
  if (first) first.tabIndex = 0;
  const more = document.getElementById("more");
  more.hidden = shown.length === areas.length;
  more.textContent = words().more(numberText(areas.length, 0));
  markRow();
}

function sortBy(id) {
  state.descending = state.sort === id ? !state.descending : false;
  state.sort = id;
  showTable();
  writeAddress();
  document.querySelector(`#areas-head button[data-sort="${id}"]`)?.focus();
}

function markRow() {
  document.querySelectorAll("#areas-body tr.chosen").forEach(row => row.classList.remove("chosen"));
  const row = table.rows.get(state.area);
  if (row) row.classList.add("chosen");
}

function hoverInTable(area) {
  if (table.hovered) table.hovered.classList.remove("at");
  table.hovered = area && table.rows.get(area.code);
  if (table.hovered) table.hovered.classList.add("at");
}

// One button of the table is a stop of the tab key; arrows go on from there.
function listenToTable() {
  const body = document.getElementById("areas-body");
  body.addEventListener("click", event => {
    const button = event.target.closest("tr")?.querySelector("button");
    if (button) choose(button.dataset.code);
  });
  body.addEventListener("pointerover", event => {
    const button = event.target.closest("tr")?.querySelector("button");
    hoverArea(button ? areaByCode.get(button.dataset.code) : null);
  });
  body.addEventListener("pointerleave", () => hoverArea(null));
  body.addEventListener("focusin", event => {
    const button = event.target.closest("button");
    if (!button) return;
    body.querySelectorAll('button[tabindex="0"]').forEach(other => { other.tabIndex = -1; });
    button.tabIndex = 0;
    hoverArea(areaByCode.get(button.dataset.code));
  });
  body.addEventListener("keydown", event => {
    const row = event.target.closest("tr");
    const to = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling,
      Home: body.firstElementChild, End: body.lastElementChild }[event.key];
    if (!to) return;
    to.querySelector("button").focus();
    event.preventDefault();
  });
  document.getElementById("more").addEventListener("click", () => {
    state.showsAll = true;
    showTable();
    document.querySelector("#areas-body button")?.focus();
  });
}
