"use strict";
// The chosen area in words, its profile, and two pinned areas beside each other.
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

function sentences(area, indicator, map) {
  const found = [], key = map.states[area.place], text = words(), city = cityName(area.city);
  if (isKinds(map) && isClassed(key)) {
    found.push(`${area.name} in ${city}: ${map.classes[+key - 1]?.[state.language]}.`);
  } else if (isClassed(key)) {
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
    found.push(`${area.name}, ${city}: ${isTooUnsure(map, area.place)
      ? text.wordsTooUnsure(numberText(map.values[area.place], indicator.decimals))
      : isQuadrants(map) && key === "f" ? text.wordsNoQuadrant : text.wordsState[key]}`);
    const reason = map.missing && text.reasons[map.missing[area.place]];
    if (reason) found.push(text.wordsReason(reason));
    const bounds = map.bounds && map.bounds[area.place];
    if (bounds && bounds[0] !== null && bounds[1] !== null) {
      found.push(text.wordsBounds(...bounds.map(value => numberText(value, indicator.decimals))));
    }
  }
  if (map.sure && map.low[area.place] !== null) {
    const number = value => numberText(value, indicator.decimals);
    found.push(text.wordsSure(number(map.low[area.place]), number(map.high[area.place]), map.grade[area.place], text.sure[map.sure[area.place]]));
    // A reason is a sentence, or a sentence with the number that stands in it.
    for (const reason of map.why[area.place] || []) {
      const [at, own] = [reason].flat();
      const sentence = local(map.gradeReasons[at]);
      found.push(`${capital(own === undefined ? sentence : sentence.replace("#", own))}.`);
    }
  }
  const [own, all] = [area.city, WHOLE].map(city => medianOf(map, city));
  if (own !== null && all !== null && !isKinds(map)) {
    found.push(text.wordsMedian(city, numberText(own, indicator.decimals), numberText(all, indicator.decimals)));
  }
  if (map.grades) found.push(`${text.converted} ${map.converted}; ${text.grade}: ${text.grades[map.grades[area.place]]}.`);
  return found;
}

function profileTable(areas) {
  const rows = [];
  let theme = "";
  const themes = [...new Set(indicators.map(indicator => indicator.theme))];
  for (const indicator of themes.flatMap(theme => indicators.filter(own => own.theme === theme))) {
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
          cell.append(isKinds(map) ? own?.[state.language].split(" · ")[0] || "" : isPattern(map) ? own?.[state.language] || "" : numberText(map.values[area.place], indicator.decimals));
        } else {
          cell.append(html("span", { class: "no-value", text: stateText(map, area.place) }));
        }
        return cell;
      })));
  }
  return html("table", { class: areas.length > 1 ? "profile pair" : "profile" },
    html("thead", {}, html("tr", {}, html("th", { scope: "col", text: words().indicator }),
      ...areas.map((area, at) => html("th", { scope: "col", class: areas.length > 1 ? `number is-pin-${at ? "b" : "a"}` : "number",
        text: areas.length > 1 ? `${area.name} (${cityName(area.city)})` : words().value })))),
    html("tbody", {}, ...rows));
}

// What the score of an area is made of: in words, and as bars around what an area in the middle has.
function partsTable(indicator, areas) {
  const parts = partsOf(indicator, areas[0].level), text = words(), map = mapOf(indicator, areas[0].level);
  const number = value => numberText(value, 1), signed = value => (value > 0 ? "+" : value < 0 ? "−" : "") + number(Math.abs(value));
  const scored = areas.filter(area => parts.starts[area.place] !== null);
  const says = areas.map(area => {
    if (!scored.includes(area)) return `${area.name}: ${text.partsNone}`;
    const own = parts.members.map(member => ({ name: local(member.name), value: member.values[area.place] }))
      .filter(part => part.value).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
    const list = sign => own.filter(part => Math.sign(part.value) === sign).slice(0, 3)
      .map(part => `${part.name.toLowerCase()} (${signed(part.value)})`).join(", ");
    return text.partsWords(area.name, number(map.values[area.place]), number(parts.starts[area.place]), list(1), list(-1));
  });
  if (!scored.length) return html("p", { class: "hint", text: says.join(" ") });
  const most = Math.max(...scored.flatMap(area => parts.members.map(member => Math.abs(member.values[area.place] || 0))), 0.1);
  const first = scored[0], order = [...parts.members].sort((a, b) =>
    Math.abs(b.values[first.place] ?? -1) - Math.abs(a.values[first.place] ?? -1));
  const bar = value => svg("svg", { class: "part-bar", viewBox: "-50 0 100 12", width: 100, height: 12, "aria-hidden": "true" },
    svg("rect", { class: value < 0 ? "less" : "more", x: (Math.min(value, 0) / most * 48).toFixed(1), y: 1, width: (Math.abs(value) / most * 48).toFixed(1), height: 10 }),
    svg("path", { d: "M0 0V12" }));
  const line = (title, note, cell) => html("tr", {}, html("th", { scope: "row" }, html("span", { text: title }), ...(note ? [html("small", { text: note })] : [])),
    ...areas.map(area => html("td", { class: "number" }, ...cell(area))));
  return html("div", {}, html("p", { text: says.join(" ") }), html("p", { class: "hint", text: text.partsHint }),
    html("div", { class: "scroll" }, html("table", { class: "profile" },
      html("thead", {}, html("tr", {}, html("th", { scope: "col", text: text.indicator }),
        ...areas.map((area, at) => html("th", { scope: "col", class: areas.length > 1 ? `number is-pin-${at ? "b" : "a"}` : "number", text: area.name })))),
      html("tbody", {},
        line(text.partsStart, "", area => [parts.starts[area.place] === null ? "" : number(parts.starts[area.place])]),
        ...order.map(member => line(local(member.name), `${text.weight} ${numberText(100 * member.weight, 0)} %`, area => {
          const value = member.values[area.place];
          return value === null ? [html("span", { class: "no-value", text: text.noNumber })] : [bar(value), html("span", { text: signed(value) })];
        })),
        line(text.partsTotal, "", area => [parts.starts[area.place] === null ? "" : number(map.values[area.place])])))));
}

// The areas of other municipalities that are most like this one.
const twinsOf = area => content.kinds && content.kinds.level === area.level
  ? (content.kinds.twins[area.place] || []).map(place => levelOf(area.level).areas[place]) : [];

function twinList(area) {
  return html("details", { open: "" }, html("summary", { text: words().twins(area.name) }),
    html("ul", { class: "twins" }, ...twinsOf(area).map(twin => html("li", {}, html("button", {
      type: "button", class: "name", text: `${twin.name} (${cityName(twin.city)})`, onclick: () => choose(twin.code, { focus: true })
    })))), html("p", { class: "hint", text: words().twinsHint }));
}

// What is said of the area at once; its profile follows, so that walking over a map does not wait for it.
function showDetail() {
  const level = currentLevel(), area = areaByCode.get(state.area), parts = [];
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
  document.getElementById("detail").replaceChildren(...parts);
  later("profile", showProfile);
}

function showProfile() {
  const level = currentLevel(), area = areaByCode.get(state.area), parts = [];
  const pinned = state.pinned.map(code => areaByCode.get(code)).filter(area => area && area.level === level.id);
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
    const indices = indicators.filter(indicator => partsOf(indicator, shown[0].level));
    const made = index => html("details", index.id === currentIndicator().id ? { open: "" } : {},
      html("summary", { text: `${words().parts}: ${local(index.name)}` }), partsTable(index, shown));
    parts.push(...indices.filter(index => index.id === currentIndicator().id).map(made));
    for (const own of shown) {
      const said = content.interpretations[own.code];
      if (said) parts.push(html("details", { open: "" }, html("summary", { text: `${words().interpretation}: ${own.name}` }),
        ...said.split(/\n\s*\n/).map(text => html("p", { class: "said", text: text.trim() }))));
      if (twinsOf(own).length) parts.push(twinList(own));
    }
    parts.push(html("details", { open: "" }, html("summary", { text: words().profile }),
      html("div", { class: "scroll" }, profileTable(shown))));
    parts.push(...indices.filter(index => index.id !== currentIndicator().id).map(made));
  }
  const indicator = currentIndicator();
  parts.push(html("details", {}, html("summary", { text: words().says }),
    html("p", { text: local(indicator.says) }),
    html("p", {}, html("b", { text: words().saysNot + ": " }), local(indicator.saysNot)),
    ...(indicator.caveats.length || indicator.flags.length ? [html("b", { text: words().caveats }),
      html("ul", {}, ...indicator.caveats.map(text => html("li", { text: local(text) })),
        ...indicator.flags.map(flag => html("li", { text: words().flags[flag] || flag })))] : [])));
  document.getElementById("profile").replaceChildren(...parts);
}

function togglePin(code) {
  if (state.pinned.includes(code)) state.pinned = state.pinned.filter(own => own !== code);
  else state.pinned = [...state.pinned, code].slice(-2);
  markChosen();
  showDetail();
  writeAddress();
  document.getElementById("pin")?.focus();
}
