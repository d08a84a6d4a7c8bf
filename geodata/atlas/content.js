"use strict";
// The data of the page: levels with their areas, and the maps of indicators.
const content = JSON.parse(document.getElementById("data").textContent);

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = new Int8Array(128);
for (let place = 0; place < 64; place++) DIGITS[LETTERS.charCodeAt(place)] = place;

// Gives the whole numbers of a compact text one by one: five bits a letter, lowest first, a sixth bit
// when more follow; the lowest bit of all is the sign.
function numbersOf(text) {
  let at = 0;
  return () => {
    let sum = 0, factor = 1, digit;
    do {
      digit = DIGITS[text.charCodeAt(at++)];
      sum += (digit & 31) * factor;
      factor *= 32;
    } while (digit > 31);
    return sum % 2 ? -(sum + 1) / 2 : sum / 2;
  };
}

function readLines({ lines: text, lineCount }) {
  const next = numbersOf(text), lines = [];
  let startX = 0, startY = 0;
  for (let at = 0; at < lineCount; at++) {
    const count = next(), line = new Int32Array(2 * count);
    let x = startX, y = startY;
    for (let place = 0; place < count; place++) {
      x += next();
      y += next();
      line[2 * place] = x;
      line[2 * place + 1] = y;
    }
    startX = line[0];
    startY = line[1];
    lines.push(line);
  }
  return lines;
}

const lines = readLines(content);

// Rings of an area as flat lists of coordinates; y points north.
function readSurfaces(text, count, lines) {
  const next = numbersOf(text), surfaces = [];
  let reference = 0;
  for (let area = 0; area < count; area++) {
    const rings = [];
    for (let part = next(); part > 0; part--) {
      for (let ring = next(); ring > 0; ring--) {
        const flat = [];
        for (let stretch = next(); stretch > 0; stretch--) {
          reference += next();
          const line = lines[reference >> 1], last = line.length / 2 - 1;
          for (let place = 0; place < last; place++) {
            const from = reference & 1 ? last - place : place;
            flat.push(line[2 * from], line[2 * from + 1]);
          }
        }
        rings.push(flat);
      }
    }
    surfaces.push(rings);
  }
  return surfaces;
}

const levels = content.levels.map(level => {
  const surfaces = readSurfaces(level.surfaces, level.codes.length, lines);
  const areas = level.codes.map((code, place) => ({
    level: level.id, place, code, name: level.names[place], city: level.gemeente[place],
    inhabitants: level.inhabitants ? level.inhabitants[place] : null, rings: surfaces[place]
  }));
  return { id: level.id, plural: level.plural, areas, knowsInhabitants: !!level.inhabitants };
});
const levelOf = id => levels.find(level => level.id === id);
const cities = content.gemeenten;
const citiesByName = cities.map((_, city) => city).sort((a, b) =>
  cities[a].name.localeCompare(cities[b].name, "nl", { ignorePunctuation: true }) || a - b);
const cityRank = new Int32Array(cities.length);
citiesByName.forEach((city, rank) => { cityRank[city] = rank; });
const indicators = content.indicators;
const indicatorOf = id => indicators.find(indicator => indicator.id === id);
const mapOf = (indicator, level) =>
  indicator.maps.find(map => map.level === level) || indicator.maps[0];

const areaByCode = new Map();
for (const level of levels) for (const area of level.areas) areaByCode.set(area.code, area);

// The values that have a class, and what lies in the middle of them.
function median(values) {
  if (!values.length) return null;
  const sorted = Float64Array.from(values).sort(), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share, low = Math.floor(at), high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

// The surfaces of a heatmap are read when it is first shown.
function bandsOf(heatmap) {
  heatmap.bands ??= readSurfaces(heatmap.surfaces, heatmap.states.length, readLines(heatmap))
    .map((rings, at) => ({ rings, state: heatmap.states[at], city: heatmap.gemeente[at] }));
  return heatmap.bands;
}

// What the scores of an index are made of at a level, read when it is first asked for: the start of each
// area and what each member adds; null where there is nothing.
function partsOf(indicator, level) {
  const own = content.parts.find(parts => parts.map === indicator.id && parts.level === level);
  if (!own) return null;
  if (!own.starts) {
    const count = levelOf(level).areas.length;
    const read = text => {
      const next = numbersOf(text);
      return Array.from({ length: count }, () => { const value = next(); return value === 30000 ? null : value / 10; });
    };
    own.starts = read(own.start);
    for (const member of own.members) member.values = read(member.adds);
  }
  return own;
}

// With more gemeenten than this they no longer fit beside each other: the page then has one map of all, and
// as many as this of its gemeenten beside each other when they are chosen.
const MANY = 12;
const isCountry = cities.length > MANY;
// The place of all gemeenten together, where that of one would stand.
const WHOLE = -2;
const isQuadrants = map => map.kind === "quadrants";
const isKinds = map => map.kind === "kinds" || isQuadrants(map);
const isPattern = map => map.kind === "pattern" || isKinds(map);
const isClassed = state => state >= "0" && state <= "9";

const collator = new Intl.Collator("nl");

// The areas of a level in the order of their names, each with its rank there; made once, because comparing
// words takes long.
function areasByName(level) {
  if (!level.byName) {
    level.byName = [...level.areas].sort((a, b) => collator.compare(a.name, b.name) || a.place - b.place);
    level.byName.forEach((area, rank) => { area.rank = rank; });
  }
  return level.byName;
}

// What is suppressed are mostly low values, so with more than a fifth of it there is no median.
const LEAST_KNOWN = 0.8;

// The median of a gemeente, or of all areas that are shown: also of scores without a class. Kept until other
// gemeenten are shown.
function medianOf(map, city) {
  const shown = shownCities();
  if (map.medians?.shown !== shown) map.medians = { shown, found: new Map() };
  const { found } = map.medians;
  if (!found.has(city)) {
    const own = levelOf(map.level).areas.filter(area => city === WHOLE ? isShown(area) : area.city === city);
    const known = own.filter(area => isClassed(map.states[area.place]) || isTooUnsure(map, area.place));
    const hidden = own.filter(area => map.states[area.place] === "s").length;
    found.set(city, known.length < LEAST_KNOWN * (known.length + hidden) ? null
      : median(known.map(area => map.values[area.place])));
  }
  return found.get(city);
}
