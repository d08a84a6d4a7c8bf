"use strict";
// What is chosen. It is kept in the address behind the #, so that a view can be kept and shared.
const state = {
  indicator: indicators.length ? indicators[0].id : "", second: "", level: "", mode: "value", view: "map", heat: "", series: "", period: "", context: true,
  language: content.study.language, theme: "auto", hiddenCities: new Set(), beside: [], hiddenStates: new Set(),
  area: "", pinned: [], sort: "name", descending: false, showsAll: false
};

const words = () => TEXTS[state.language];
const local = text => text[state.language] || text.nl;

function currentIndicator() { return indicatorOf(state.indicator) || indicators[0]; }
function currentMap() {
  const indicator = currentIndicator();
  return indicator && mapOf(indicator, state.level);
}
function currentLevel() { return levelOf(currentMap().level); }
const currentHeat = () => state.heat !== "" && state.view === "map" ? content.heatmaps[+state.heat] : null;
const isShown = area => isCountry ? !state.beside.length || state.beside.includes(area.city)
  : !state.hiddenCities.has(area.city < 0 ? "" : cities[area.city].code);
// Whether all of many gemeenten are on one map.
const isWhole = () => isCountry && !state.beside.length;
// The gemeenten beside each other, in the order of their names.
const citiesBeside = () => isWhole() ? [] : citiesByName.filter(city => isShown({ city }));
const shownCities = () => isCountry ? state.beside.join() : [...state.hiddenCities].sort().join();

// The address as the page last read or wrote it.
let known = location.hash;

function readAddress() {
  known = location.hash;
  const given = new URLSearchParams(location.hash.slice(1));
  const word = (key, allowed, name, usual) => {
    state[name] = given.has(key) && allowed(given.get(key)) ? given.get(key) : usual;
  };
  word("o", id => indicatorOf(id), "indicator", indicators.length ? indicators[0].id : "");
  word("met", id => indicatorOf(id), "second", "");
  word("n", id => levelOf(id), "level", "");
  word("toon", mode => Object.hasOwn(TEXTS.nl.modes, mode), "mode", "value");
  word("vorm", view => Object.hasOwn(TEXTS.nl.views, view), "view", "map");
  word("heatmap", at => /^[0-9]+$/.test(at) && +at < content.heatmaps.length, "heat", "");
  word("tabel", at => /^[0-9]+$/.test(at) && +at < series().length, "series", "");
  word("periode", () => true, "period", "");
  word("taal", language => Object.hasOwn(TEXTS, language), "language", content.study.language);
  word("weergave", theme => Object.hasOwn(TEXTS.nl.theme, theme), "theme", "auto");
  word("gebied", code => areaByCode.has(code), "area", "");
  word("op", key => /^[a-z]+$/.test(key), "sort", "name");
  state.context = given.get("grond") !== "0";
  state.descending = given.get("af") === "1";
  state.pinned = (given.get("vast") || "").split(",").filter(code => areaByCode.has(code)).slice(0, 2);
  state.hiddenCities = new Set((given.get("zonder") || "").split(",")
    .filter(code => cities.some(city => city.code === code)));
  state.beside = !isCountry ? [] : (given.get("naast") || "").split(",").map(code =>
    cities.findIndex(city => city.code === code)).filter((city, at, all) => city >= 0 && all.indexOf(city) === at).slice(0, MANY);
  state.hiddenStates = new Set((given.get("weg") || "").split("").filter(letter => /[0-9snfr]/.test(letter)));
}

// What belongs in the next picture on the screen but is not what was pointed at, and what may wait until after
// it: each done once, however often it was asked for.
const inFrame = new Map(), waiting = new Map();
let isWaiting = false;
function soon(name, action) {
  if (!inFrame.size) requestAnimationFrame(doFrame);
  inFrame.set(name, action);
}

function doFrame() {
  const actions = [...inFrame.values()];
  inFrame.clear();
  actions.forEach(action => action());
}

function later(name, action) {
  waiting.set(name, action);
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => setTimeout(doWaiting));
}

// One at a time: what people do meanwhile comes between.
function doWaiting() {
  isWaiting = waiting.size > 0;
  if (!isWaiting) return;
  const [name, action] = waiting.entries().next().value;
  waiting.delete(name);
  setTimeout(doWaiting);
  action();
}

function doAll() {
  doFrame();
  while (waiting.size) doWaiting();
}

// A change of the address makes the browser place all that is on the page, so it waits.
const writeAddress = () => later("address", changeAddress);

function changeAddress() {
  // An address that somebody asked for meanwhile (one step back, a link) is still to be read.
  if (location.hash !== known) return;
  const given = new URLSearchParams();
  const put = (key, value, usual) => { if (value && value !== usual) given.set(key, value); };
  put("o", state.indicator, indicators.length ? indicators[0].id : "");
  put("met", state.second);
  put("n", state.level);
  put("toon", state.mode, "value");
  put("vorm", state.view, "map");
  put("heatmap", state.heat);
  put("tabel", state.series, "0");
  put("periode", state.period);
  put("taal", state.language, content.study.language);
  put("weergave", state.theme, "auto");
  put("grond", state.context ? "" : "0");
  put("gebied", state.area);
  put("vast", state.pinned.join(","));
  put("op", state.sort, "name");
  put("af", state.descending ? "1" : "");
  put("zonder", [...state.hiddenCities].sort().join(","));
  put("naast", state.beside.map(city => cities[city].code).join(","));
  put("weg", [...state.hiddenStates].sort().join(""));
  const text = given.toString();
  const address = text ? "#" + text : location.pathname + location.search;
  // A page from disk may not change its address in every program; the page works without.
  try { history.replaceState(null, "", address); } catch { /* the address stays as it was */ }
  known = location.hash;
}

const formats = new Map();
function numberText(value, decimals) {
  const key = state.language + decimals;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(state.language === "nl" ? "nl-NL" : "en-GB", {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals
    }));
  }
  return formats.get(key).format(value === 0 ? 0 : value);
}
// A number of which the decimals are not known beforehand.
const plainNumber = value => numberText(value, Number.isInteger(value) ? 0 : 2);
