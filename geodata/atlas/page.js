"use strict";
// Puts the page together and keeps its parts in step with what is chosen.
let current = null;
const byId = id => document.getElementById(id);

function stampList() {
  const map = currentMap(), found = [];
  const add = key => found.push({ word: words().stamps[key], meaning: words().stampMeaning[key] });
  if (content.study.synthetic && (!map || map.synthetic || secondMap()?.synthetic || currentHeat()?.synthetic
    || content.periods.some(table => table.synthetic))) add("synthetic");
  if (content.study.audience !== "openbaar") add(content.study.audience);
  if (content.study.schematic) add("schematic");
  // Those of which the page knows no more than the word, such as CONCEPT.
  const known = Object.values(TEXTS).flatMap(text => Object.values(text.stamps));
  for (const word of content.study.stamps) if (!known.includes(word)) found.push({ word, meaning: words().stampMeaning[word] || "" });
  return found;
}

function showStamps() {
  byId("stamps").replaceChildren(...stampList().map(stamp =>
    html("li", {}, html("strong", { text: stamp.word }), html("span", { text: ` ${stamp.meaning}` }))));
}

function showWords() {
  const text = words(), study = content.study;
  document.documentElement.lang = state.language;
  document.title = local(study.title);
  const put = (id, string) => { byId(id).textContent = string; };
  put("title", local(study.title));
  put("subtitle", `${text.peildatum} ${study.peildatum} · ${text.audience[study.audience]} · ${text.edition} ${study.edition}`);
  put("skip", text.skip);
  put("about-button", text.about);
  put("export-button", text.exports);
  put("theme-button", text.theme[state.theme]);
  put("language-button", text.otherLanguage);
  byId("language-button").setAttribute("aria-label", text.otherLanguageLabel);
  byId("language-button").lang = state.language === "nl" ? "en" : "nl";
  for (const name of ["indicator", "second", "level", "mode", "heat", "view", "search", "cities"]) put(`${name}-label`, text[name]);
  byId("search").placeholder = text.searchHint;
  byId("zoom").setAttribute("aria-label", text.zoom);
  byId("zoom-in").setAttribute("aria-label", text.zoomIn);
  byId("zoom-out").setAttribute("aria-label", text.zoomOut);
  put("zoom-reset", text.zoomReset);
  put("legend-title", text.legend);
  put("detail-title", text.detail);
  put("spread-title", text.spread);
  put("spread-hint", text.spreadHint);
  put("table-title", text.tableTitle);
  put("guide", text.guide);
}

// What the lists to choose from were made of; one that would become the same is not made again.
const listed = new Map();

function fill(select, of, chosen, entries) {
  const key = state.language + JSON.stringify(of);
  if (listed.get(select) !== key) select.replaceChildren(...entries());
  listed.set(select, key);
  select.value = chosen;
}

function options(select, entries, chosen) {
  fill(select, entries, chosen, () => entries.map(([value, text]) => html("option", { value, text })));
}

function byTheme(select, list, chosen, first) {
  fill(select, list.map(indicator => indicator.id), chosen, () => {
    const groups = new Map();
    for (const indicator of list) {
      if (!groups.has(indicator.theme)) groups.set(indicator.theme, []);
      groups.get(indicator.theme).push(indicator);
    }
    return [...(first ? [html("option", { value: "", text: first })] : []),
      ...[...groups].map(([theme, own]) => html("optgroup", { label: words().themes[theme] || theme },
        ...own.map(indicator => html("option", { value: indicator.id, text: local(indicator.name) }))))];
  });
}

function showControls() {
  const indicator = currentIndicator(), level = currentLevel();
  byTheme(byId("indicator"), indicators, indicator.id);
  const others = isPattern(currentMap()) ? [] : indicators.filter(other => other !== indicator && !isPattern(other.maps[0]) && other.maps.some(map => map.level === level.id));
  byTheme(byId("second"), others, state.second, words().none);
  byId("second-field").hidden = !others.length;
  options(byId("level"), indicator.maps.map(map => [map.level, words().levels[map.level] || levelOf(map.level).plural]), level.id);
  byId("level-field").hidden = indicator.maps.length < 2;
  options(byId("mode"), Object.entries(words().modes).filter(([mode]) => mode !== "count" || currentMap().above), state.mode);
  byId("mode").disabled = !!secondMap() || isPattern(currentMap()) || !!currentHeat();
  options(byId("heat"), [["", words().none], ...content.heatmaps.map((heatmap, at) => [String(at), heatmap.title])], state.heat);
  byId("heat-field").hidden = !content.heatmaps.length;
  options(byId("view"), Object.entries(words().views).filter(([view]) => view !== "tiles" || level.knowsInhabitants && !isWhole()), state.view);
  if (isCountry) showChooser(); else showCities();
}

function showCities() {
  const fieldset = byId("cities");
  if (!fieldset.querySelector("input")) {
    fieldset.hidden = cities.length < 2;
    fieldset.append(...citiesByName.map(at => cities[at]).map(city => html("label", {},
      html("input", { type: "checkbox", value: city.code, onchange: ({ target }) => {
        if (target.checked) state.hiddenCities.delete(city.code); else state.hiddenCities.add(city.code);
        rebuild();
      } }), html("span", { text: city.name }))));
  }
  for (const box of fieldset.querySelectorAll("input")) box.checked = !state.hiddenCities.has(box.value);
}

function showNotice() {
  const map = currentMap(), level = currentLevel(), found = [];
  if (!level.areas.some(isShown)) found.push(words().noCities);
  else if (![...map.states].some(isClassed)) found.push(words().noValues);
  if (state.view === "tiles") {
    const empty = level.areas.filter(area => isShown(area) && !area.tile).length;
    if (empty) found.push(words().uninhabited(numberText(empty, 0)));
  }
  byId("notice").hidden = !found.length;
  byId("notice").textContent = found.join(" ");
}

function showMapTexts() {
  byId("map-hint").textContent = isWhole() ? words().hintWhole : words().hint;
  const indicator = currentIndicator(), map = currentMap(), second = secondMap();
  byId("map-title").textContent = local(indicator.name) + (second ? ` × ${local(indicatorOf(state.second).name)}` : "");
  if (currentHeat()) byId("map-title").textContent = currentHeat().title;
  byId("map-unit").textContent = currentHeat() ? currentHeat().unit : second ? words().bivariate
    : `${local(indicator.unit)}${state.mode === "deviation" ? ` – ${words().modes.deviation.toLowerCase()}` : ""}`;
  const sources = [...new Set([...map.sources, ...(second ? second.sources : []), ...contextSources()])].join("; ");
  const sentences = [`${words().source}: ${sources}`, ...(map.converted ? [`${words().converted} ${map.converted}`] : []),
    ...(isPattern(map) ? indicator.caveats.map(local) : []), local(indicator.saysNot)];
  byId("map-source").textContent = currentHeat() ? "" : sentences.filter(text => text)
    .map(text => /[.!?]$/.test(text) ? text : text + ".").join(" ");
}

// After a change of what is shown within the same areas.
function refresh() {
  current = scheme();
  paintMaps();
  showContext();
  soon("words", showAround);
  later("spread", showSpread);
  later("periods", showPeriods);
  later("table", showTable);
  writeAddress();
}

// What stands around the maps.
function showAround() {
  showStamps();
  showMapTexts();
  showLegend();
  showDetail();
  showNotice();
}

// After a change of level, form or municipalities.
function rebuild() {
  const map = currentMap();
  state.level = state.level && map.level !== state.level ? "" : state.level;
  const level = currentLevel();
  if (state.view === "tiles" && (!level.knowsInhabitants || isWhole())) state.view = "map";
  if (state.mode === "count" && !map.above || isPattern(map)) state.mode = "value";
  if (state.view === "tiles") state.heat = "";
  if (state.second && !secondMap()) state.second = "";
  if (state.area && areaByCode.get(state.area)?.level !== level.id) state.area = "";
  state.pinned = state.pinned.filter(code => areaByCode.get(code).level === level.id);
  maps.zoom = 1;
  current = scheme();
  showControls();
  buildMaps();
  refresh();
}

function setTheme() {
  if (state.theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = state.theme;
}

function listenToPage() {
  const change = (id, action) => byId(id).addEventListener("change", event => action(event.target.value));
  byId("controls").addEventListener("submit", event => event.preventDefault());
  change("indicator", value => { state.indicator = value; state.hiddenStates.clear(); rebuild(); });
  change("second", value => { state.second = value; state.hiddenStates.clear(); rebuild(); });
  change("level", value => { state.level = value; rebuild(); });
  change("mode", value => { state.mode = value; state.hiddenStates.clear(); rebuild(); });
  change("heat", value => { state.heat = value; state.view = value ? "map" : state.view; rebuild(); });
  change("view", value => { state.view = value; rebuild(); });
  byId("zoom-in").addEventListener("click", () => zoomTo(maps.zoom * 1.5));
  byId("zoom-out").addEventListener("click", () => zoomTo(maps.zoom / 1.5));
  byId("zoom-reset").addEventListener("click", () => zoomTo(1));
  byId("about-button").addEventListener("click", showAbout);
  byId("export-button").addEventListener("click", showExports);
  byId("language-button").addEventListener("click", () => {
    state.language = state.language === "nl" ? "en" : "nl";
    showWords();
    rebuild();
  });
  byId("theme-button").addEventListener("click", () => {
    state.theme = { auto: "light", light: "dark", dark: "auto" }[state.theme];
    setTheme();
    byId("theme-button").textContent = words().theme[state.theme];
    writeAddress();
  });
  let resizing = 0, width = innerWidth;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => { layOut(); if (innerWidth !== width) { width = innerWidth; showSpread(); } }, 120);
  });
  addEventListener("hashchange", () => { waiting.delete("address"); readAddress(); setTheme(); showWords(); rebuild(); });
  listenToTable();
  listenToContext();
  listenToPeriods();
  listenToFinder();
  listenToPrinting();
}

function start() {
  document.body.prepend(svg("svg", { id: "hatches", class: "unseen", "aria-hidden": "true" }, hatches(), hatches("map-")));
  readAddress();
  setTheme();
  byId("app").hidden = false;
  byId("tools").hidden = false;
  showWords();
  if (!indicators.length || !levels.length) {
    byId("notice").hidden = false;
    byId("notice").textContent = words().noIndicators;
    for (const part of document.querySelectorAll("#controls, #cities, .main, .wide")) part.hidden = true;
    byId("export-button").hidden = true;
    byId("about-button").addEventListener("click", showAbout);
    return;
  }
  listenToPage();
  rebuild();
}

start();
