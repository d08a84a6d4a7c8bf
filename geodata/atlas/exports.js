"use strict";
// The view as a picture, as a table or on paper.
function showExports() {
  const dialog = document.getElementById("exports"), text = words();
  const button = (title, action) => html("button", { type: "button", text: title, onclick: () => { dialog.close(); action(); } });
  dialog.replaceChildren(
    html("h2", { id: "exports-title", text: text.exportTitle }),
    html("div", { class: "choices" },
      button(text.savePNG, savePNG), button(text.saveSVG, saveSVG), button(text.saveCSV, saveCSV),
      button(text.printAll, () => printPage(false)), button(text.printEach, () => printPage(true))),
    html("label", { class: "check" }, html("input", { type: "checkbox", id: "large-paper" }), html("span", { text: text.largePaper })),
    html("p", { class: "hint", text: text.copyLink }),
    html("p", { class: "buttons" }, html("button", { type: "button", text: text.close, onclick: () => dialog.close() })));
  dialog.setAttribute("aria-labelledby", `${dialog.id}-title`);
  dialog.showModal();
}

function save(blob, name) {
  const link = html("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// What a heatmap has in place of an indicator.
const heatIndicator = heat => {
  const same = text => ({ nl: text, en: text });
  return { name: same(heat.title), unit: same(heat.unit), saysNot: same(heat.abstract) };
};

const fileName = ending => `${currentIndicator().id}_${content.study.peildatum}${ending}`;

// All maps with title, stamps, legend, source and caveat: a picture that says on its own what it is.
function picture() {
  const heat = currentHeat(), indicator = heat ? heatIndicator(heat) : currentIndicator();
  const map = currentMap(), own = heat ? { ...current, kind: "heat", lines: heat.classes.map(line => ({ ...line, text: line[state.language] })) } : current, pad = 28, legendWidth = 330;
  const holder = document.getElementById("maps").getBoundingClientRect();
  const width = Math.round(holder.width) + legendWidth + 3 * pad;
  const text = (x, y, string, size, { bold = false, anchor = "start", color = "#16191d" } = {}) => {
    const element = svg("text", { x, y, "font-size": size, "font-family": "system-ui, Arial, sans-serif",
      "font-weight": bold ? "700" : "400", "text-anchor": anchor, fill: color });
    element.textContent = string;
    return element;
  };
  const wrapped = (string, size, room) => {
    const found = [];
    let line = "";
    for (const word of string.split(/\s+/)) {
      if (line && (line.length + word.length + 1) * size * 0.52 > room) { found.push(line); line = word; } else line = line ? `${line} ${word}` : word;
    }
    return line ? [...found, line] : found;
  };
  const fills = (kind = "") => new Map(own.lines.map(line => [line.key, line.color || `url(#hatch-${kind}${line.key})`]));
  const onMap = fills("map-"), inLegend = fills();
  const root = svg("svg", { xmlns: SVG });
  root.append(hatches(), byId("hatches").lastChild.cloneNode(true));
  const ground = svg("rect", { x: 0, y: 0, fill: "#ffffff" });
  root.append(ground);
  let y = pad + 8;
  const stamps = stampList().map(stamp => stamp.word).join(" · ");
  if (stamps) {
    root.append(svg("rect", { x: 0, y: 0, width, height: 30, fill: "#ffd54a" }), text(pad, 21, stamps, 16, { bold: true }));
    y += 26;
  }
  const second = secondMap() ? ` × ${local(indicatorOf(state.second).name)}` : "";
  for (const line of wrapped(local(indicator.name) + second, 24, width - 2 * pad)) { root.append(text(pad, y + 14, line, 24, { bold: true })); y += 30; }
  const mode = own.kind === "deviation" ? ` – ${words().modes.deviation}` : "";
  root.append(text(pad, y + 6, `${local(indicator.unit)}${mode} · ${words().peildatum} ${content.study.peildatum} · ${local(content.study.title)}`, 14, { color: "#4a5058" }));
  y += 28;
  let bottom = y;
  for (const panel of maps.panels) {
    const at = panel.svg.getBoundingClientRect(), x = pad + at.left - holder.left, top = y + at.top - holder.top;
    const inner = svg("svg", { x, y: top, width: at.width, height: at.height, viewBox: panel.svg.getAttribute("viewBox") });
    for (const { shape, area } of panel.found) {
      const key = current.keys[area.place];
      inner.append(svg("path", { d: shape, fill: heat || panel.circles.firstChild ? "#eeece6" : isHidden(area) ? "#ffffff" : onMap.get(key) || "#ffffff",
        stroke: "#55595f", "stroke-width": 0.6, "vector-effect": "non-scaling-stroke", "fill-rule": "evenodd" }));
    }
    for (const doubt of heat ? [] : panel.doubts.children) inner.append(doubt.cloneNode());
    for (const band of panel.heat.children) inner.append(band.cloneNode());
    const ground = state.context ? panel.ground : null;
    if (ground) inner.append(ground.cloneNode(true));
    const outline = panel.svg.querySelector(".outline");
    if (outline) inner.append(svg("path", { d: outline.getAttribute("d"), fill: "none", stroke: "#16191d", "stroke-width": 1.4, "vector-effect": "non-scaling-stroke" }));
    for (const circle of panel.circles.children) {
      const copy = circle.cloneNode();
      copy.setAttribute("fill", onMap.get(current.keys[+circle.dataset.at]) || "#ffffff");
      copy.setAttribute("stroke", "#16191d");
      inner.append(copy);
    }
    if (ground) inner.append(panel.names.cloneNode(true));
    root.append(inner, text(x + 6, top - 8, cityName(panel.city), 15, { bold: true }));
    bottom = Math.max(bottom, top + at.height);
  }
  const x = width - legendWidth - pad;
  let row = y + 14;
  root.append(text(x, row, words().legend, 15, { bold: true }));
  row += 14;
  const other = heat ? null : secondMap();
  if (other) {
    for (const line of wrapped(`${local(indicator.name)} / ${local(indicatorOf(state.second).name)}`, 13, legendWidth)) { row += 16; root.append(text(x, row - 4, line, 13)); }
    row += 8;
  }
  for (const line of own.lines) {
    const count = heat ? "" : currentLevel().areas.filter(area => isShown(area) && own.keys[area.place] === line.key).length;
    root.append(svg("rect", { x, y: row, width: 24, height: 16, fill: heat ? line.color : inLegend.get(line.key), stroke: "#55595f", "stroke-width": 0.6 }),
      text(x + 34, row + 13, line.text, 13), text(x + legendWidth, row + 13, String(count), 13, { anchor: "end", color: "#4a5058" }));
    row += 23;
  }
  row += 12;
  const notes = [local(indicator.saysNot), ...(other ? [local(indicatorOf(state.second).saysNot)] : []), ...(heat ? [] : [`${words().source}: ${[...new Set([...map.sources, ...(other ? other.sources : []), ...contextSources()])].join("; ")}`]), words().guide];
  for (const note of notes) {
    for (const line of wrapped(note, 12, legendWidth)) { root.append(text(x, row, line, 12, { color: "#4a5058" })); row += 16; }
    row += 8;
  }
  const metres = content.step / (maps.scale * maps.zoom), bar = document.getElementById("scale-bar").getBoundingClientRect().width;
  bottom = Math.max(bottom, row) + 24;
  if (state.view === "map" && metres) {
    root.append(svg("path", { d: `M${pad} ${bottom - 6}v6h${bar}v-6`, fill: "none", stroke: "#16191d", "stroke-width": 1.5 }),
      text(pad + bar + 8, bottom, document.getElementById("scale-text").textContent, 12));
  }
  const height = Math.ceil(bottom + pad);
  root.setAttribute("width", width);
  root.setAttribute("height", height);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  ground.setAttribute("width", width);
  ground.setAttribute("height", height);
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

function saveSVG() { save(new Blob([picture().text], { type: "image/svg+xml" }), fileName(".svg")); }

function savePNG() {
  const own = picture(), image = new Image(), factor = 2;
  const address = URL.createObjectURL(new Blob([own.text], { type: "image/svg+xml" }));
  image.onload = () => {
    const canvas = html("canvas", { width: own.width * factor, height: own.height * factor });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => { save(blob, fileName(".png")); URL.revokeObjectURL(address); }, "image/png");
  };
  image.src = address;
}

// A text that a spreadsheet would take for a formula gets an apostrophe.
function cellText(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function saveCSV() {
  const columns = columnsOfTable(), indicator = currentIndicator();
  const head = ["code", ...columns.map(column => column.title), "status", "stempel"];
  const stamps = stampList().map(stamp => stamp.word).join(" · ");
  const names = { s: "onderdrukt", n: "geen_gegevens", f: "weinig_gegevens" };
  const rows = areasInOrder(columns).map(area => {
    const key = currentMap().states[area.place];
    return [area.code, ...columns.map(column => column.csv ? column.csv(area) : column.isNumber ? column.order(area) : cellText(column.text(area))), names[key] || "ok", stamps];
  });
  const decimal = value => typeof value === "number" ? String(value).replace(".", state.language === "nl" ? "," : ".") : value ?? "";
  const lines = [head.map(cellText), ...rows.map(row => row.map(decimal))].map(row => row.join(";"));
  const note = `"${words().exportedFrom} ${content.study.peildatum}: ${local(indicator.name).replace(/"/g, '""')}"`;
  save(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n" + note + "\r\n"], { type: "text/csv" }), fileName(".csv"));
}

function printPage(isEach) {
  document.body.classList.toggle("print-each", isEach);
  choosePaper(byId("large-paper").checked);
  window.print();
}

// The size of a sheet is a rule of its own in the style sheet; that of A3 stands behind that of A4 while it is chosen.
function choosePaper(isLarge) {
  const sheet = document.styleSheets[0], rule = "@page { size: A3 landscape; margin: 12mm; }", last = sheet.cssRules.length - 1;
  const hasLarge = document.body.classList.contains("print-a3");
  if (isLarge && !hasLarge) sheet.insertRule(rule, last + 1);
  if (!isLarge && hasLarge) sheet.deleteRule(last);
  document.body.classList.toggle("print-a3", isLarge);
}

// A sheet with one map says what it is of, and has the legend.
function addSheetTexts(panel) {
  const legend = byId("legend").cloneNode(true);
  for (const part of [legend, ...legend.querySelectorAll("[id]")]) part.removeAttribute("id");
  legend.className = "sheet-text";
  // Of the columns with numbers the one of this gemeente.
  const rows = [...legend.querySelectorAll("table.legend tr")];
  const own = rows.length && panel.city >= 0 ? [...rows[0].children].findIndex(cell => cell.textContent === cityName(panel.city)) : -1;
  if (own > 0) {
    rows[0].children[own].classList.remove("upright");
    for (const row of rows) [...row.children].forEach((cell, at) => { if (at > 0 && at !== own) cell.remove(); });
  }
  panel.figure.prepend(html("p", { class: "sheet-text" }, html("strong", { text: byId("map-title").textContent }),
    ` ${byId("map-unit").textContent} · ${words().peildatum} ${content.study.peildatum} · ${local(content.study.title)}`));
  panel.figure.append(legend, html("p", { class: "sheet-text", text: byId("map-source").textContent }),
    html("p", { class: "sheet-text", text: words().guide }));
}

const removeSheetTexts = () => document.querySelectorAll(".sheet-text").forEach(text => text.remove());

// How high a map may be on a sheet of its own, so that the legend and the source stand under it. They are not
// measured, because they look otherwise on the screen.
function roomAboveLegend() {
  const legend = byId("legend"), lines = legend.querySelectorAll("tbody tr").length;
  return Math.max(160, 485 - 17 * lines - (legend.querySelector(".two") ? 230 : 0) - (legend.querySelector(".doubt") ? 50 : 0)
    - (byId("map-source").textContent.length > 200 ? 30 : 0));
}

// On paper maps have the width of the sheet, and each its own sheet when that is asked.
function listenToPrinting() {
  addEventListener("beforeprint", () => {
    const isEach = document.body.classList.contains("print-each");
    // Millimetres of a sheet lying down as pixels of CSS, less the margins.
    state.printing = isEach ? { width: 1040, height: 5000, highest: roomAboveLegend() } : { width: 700, height: 500 };
    document.body.classList.add("printing");
    doAll();
    layOut();
    removeSheetTexts();
    if (isEach) maps.panels.forEach(addSheetTexts);
  });
  addEventListener("afterprint", () => {
    state.printing = null;
    document.body.classList.remove("printing", "print-each");
    removeSheetTexts();
    layOut();
  });
}
