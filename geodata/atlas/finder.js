"use strict";
// Search by name or code, over all areas of the level that is shown.
const finder = { found: [], at: -1 };
const folded = text => text.toLocaleLowerCase("nl").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

function find(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const level = currentLevel(), inside = " " + wanted;
  level.folded ??= areasByName(level).map(area => [folded(area.name), area.code.toLowerCase()]);
  // The same name, one that begins so, one with a word that begins so, and one with these letters in it.
  const found = [[], [], [], []];
  level.folded.forEach(([name, code], at) => {
    const rank = name === wanted || code === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(inside) ? 2
      : name.includes(wanted) || code.includes(wanted) ? 3 : -1;
    if (rank >= 0) found[rank].push(level.byName[at]);
  });
  return found.flat();
}

function showFound() {
  const input = document.getElementById("search"), list = document.getElementById("found");
  const all = find(input.value);
  finder.found = all.slice(0, 12);
  finder.at = -1;
  list.replaceChildren(...finder.found.map((area, at) => html("li", {
    role: "option", id: `found-${at}`, "aria-selected": "false",
    // Before the input loses its focus.
    onpointerdown: event => { event.preventDefault(); take(area); }
  }, html("span", { text: area.name }), html("small", { text: ` ${cityName(area.city)} · ${area.code}` }))));
  const isOpen = input.value.trim() !== "";
  if (isOpen && !finder.found.length) list.append(html("li", { class: "none", text: words().notFound }));
  list.hidden = !isOpen;
  input.setAttribute("aria-expanded", String(isOpen && finder.found.length > 0));
  input.removeAttribute("aria-activedescendant");
  if (isOpen) document.getElementById("live").textContent = words().found(all.length);
}

function take(area) {
  const input = document.getElementById("search");
  input.value = area.name;
  closeFound();
  if (!isShown(area)) {
    if (isCountry) setBeside(state.beside.length < MANY ? [...state.beside, area.city] : []);
    else state.hiddenCities.delete(cities[area.city]?.code);
    rebuild();
  }
  choose(area.code);
}

function closeFound() {
  document.getElementById("found").hidden = true;
  document.getElementById("search").setAttribute("aria-expanded", "false");
}

function listenToFinder() {
  const input = document.getElementById("search");
  input.addEventListener("input", showFound);
  input.addEventListener("blur", closeFound);
  input.addEventListener("keydown", event => {
    const list = document.getElementById("found");
    if (event.key === "Escape") { closeFound(); input.value = ""; event.preventDefault(); return; }
    if (event.key === "Enter") {
      event.preventDefault();
      const area = finder.found[Math.max(0, finder.at)];
      if (area && !list.hidden) take(area);
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || !finder.found.length) return;
    event.preventDefault();
    if (list.hidden) showFound();
    finder.at = (finder.at + (event.key === "ArrowDown" ? 1 : -1) + finder.found.length) % finder.found.length;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === finder.at)));
    input.setAttribute("aria-activedescendant", `found-${finder.at}`);
    list.children[finder.at].scrollIntoView({ block: "nearest" });
  });
}
