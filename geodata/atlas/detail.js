"use strict";
// The chosen area in words, its profile, and two pinned areas beside each other.
function sentences(area, indicator, map) {
  const found = [], key = map.states[area.place], text = words(), city = cityName(area.city);
  if (isClassed(key)) {
    const value = numberText(map.values[area.place], indicator.decimals);
    found.push(text.wordsValue(area.name, city, value, local(indicator.unit)));
    const above = map.above && map.above[area.place], below = map.below && map.below[area.place];
    if (above !== undefined && above !== null && below) found.push(text.wordsParts(plainNumber(above), plainNumber(below)));
    if (isPattern(map)) {
      found.push(`${map.classes[+key - 1]?.[state.language]}.`);
    } else if (map.classes[+key - 1]) {
      found.push(text.inClass(key, map.classes.length, map.classes[+key - 1][state.language]));
    }
  } else {
    found.push(`${area.name}, ${city}: ${text.wordsState[key]}`);
    const bounds = map.bounds && map.bounds[area.place];
    if (bounds && bounds[0] !== null && bounds[1] !== null) {
      found.push(text.wordsBounds(...bounds.map(value => numberText(value, indicator.decimals))));
    }
  }
  const level = levelOf(map.level), known = level.areas.filter(other => isClassed(map.states[other.place]));
  const own = median(known.filter(other => other.city === area.city).map(other => map.values[other.place]));
  const all = median(known.filter(isShown).map(other => map.values[other.place]));
  if (own !== null && all !== null) {
    found.push(text.wordsMedian(city, numberText(own, indicator.decimals), numberText(all, indicator.decimals)));
  }
  if (map.grades) found.push(`${text.converted} ${map.converted}; ${text.grade}: ${text.grades[map.grades[area.place]]}.`);
  return found;
}

function profileTable(areas) {
  const rows = [];
  let theme = "";
  for (const indicator of indicators) {
    const map = indicator.maps.find(map => map.level === areas[0].level);
    if (!map) continue;
    if (indicator.theme !== theme) {
      theme = indicator.theme;
      rows.push(html("tr", { class: "theme" }, html("th", { colspan: areas.length + 1, scope: "colgroup", text: words().themes[theme] || theme })));
    }
    rows.push(html("tr", {},
      html("th", { scope: "row" }, html("button", {
        type: "button", class: "name", text: local(indicator.name), "aria-pressed": String(indicator.id === currentIndicator().id),
        onclick: () => { state.indicator = indicator.id; state.level = areas[0].level; rebuild(); }
      }), html("small", { text: local(indicator.unit) })),
      ...areas.map(area => {
        const key = map.states[area.place], cell = html("td", { class: isPattern(map) ? "kind" : "number" });
        const own = map.classes[+key - 1];
        if (isClassed(key)) {
          if (own) {
            const mark = html("span", { class: "chip", "aria-hidden": "true" });
            mark.style.background = own.color;
            cell.append(mark);
          }
          cell.append(isPattern(map) ? own?.[state.language] || "" : numberText(map.values[area.place], indicator.decimals));
        } else {
          cell.append(html("span", { class: "no-value", text: words().states[key] }));
        }
        return cell;
      })));
  }
  return html("table", { class: "profile" },
    html("thead", {}, html("tr", {}, html("th", { scope: "col", text: words().indicator }),
      ...areas.map((area, at) => html("th", { scope: "col", class: areas.length > 1 ? `number is-pin-${at ? "b" : "a"}` : "number",
        text: areas.length > 1 ? `${area.name} (${cityName(area.city)})` : words().value })))),
    html("tbody", {}, ...rows));
}

function showDetail() {
  const holder = document.getElementById("detail"), level = currentLevel();
  const area = areaByCode.get(state.area);
  const pinned = state.pinned.map(code => areaByCode.get(code)).filter(area => area && area.level === level.id);
  const parts = [];
  if (area && area.level === level.id) {
    const isPinned = state.pinned.includes(area.code);
    parts.push(html("p", { class: "area-name" }, html("strong", { text: area.name }),
      html("span", { text: `${cityName(area.city)} · ${area.code}` +
        (area.inhabitants === null ? "" : ` · ${numberText(area.inhabitants, 0)} ${words().people}`) })));
    parts.push(html("p", { class: "words", text: sentences(area, currentIndicator(), currentMap()).join(" ") }));
    parts.push(html("p", { class: "buttons" },
      html("button", { type: "button", id: "pin", "aria-pressed": String(isPinned),
        text: isPinned ? words().unpin : words().pin, onclick: () => togglePin(area.code) }),
      html("button", { type: "button", text: words().clear, onclick: () => { choose(""); document.getElementById("search").focus(); } })));
  } else {
    parts.push(html("p", { class: "hint", text: words().detailEmpty }));
  }
  if (pinned.length) {
    parts.push(html("h3", { text: words().compare }));
    parts.push(html("ul", { class: "pins" }, ...pinned.map((own, at) => html("li", { class: `is-pin-${at ? "b" : "a"}` },
      html("span", { text: `${own.name} (${cityName(own.city)})` }),
      html("button", { type: "button", text: words().unpin, onclick: () => togglePin(own.code) })))));
  }
  const shown = pinned.length === 2 ? pinned
    : pinned.length === 1 && area && area.level === level.id && area !== pinned[0] ? [pinned[0], area]
    : area && area.level === level.id ? [area] : pinned;
  if (shown.length) {
    parts.push(html("details", { open: "" }, html("summary", { text: words().profile }),
      html("div", { class: "scroll" }, profileTable(shown))));
  }
  const indicator = currentIndicator();
  parts.push(html("details", {}, html("summary", { text: words().says }),
    html("p", { text: local(indicator.says) }),
    html("p", {}, html("b", { text: words().saysNot + ": " }), local(indicator.saysNot)),
    ...(indicator.caveats.length || indicator.flags.length ? [html("b", { text: words().caveats }),
      html("ul", {}, ...indicator.caveats.map(text => html("li", { text: local(text) })),
        ...indicator.flags.map(flag => html("li", { text: words().flags[flag] || flag })))] : [])));
  holder.replaceChildren(...parts);
}

function togglePin(code) {
  if (state.pinned.includes(code)) state.pinned = state.pinned.filter(own => own !== code);
  else state.pinned = [...state.pinned, code].slice(-2);
  markChosen();
  showDetail();
  writeAddress();
  document.getElementById("pin")?.focus();
}
