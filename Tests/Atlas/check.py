"""Opens an atlas in Chromium without any network and uses it as people do.

Usage: check.py ATLAS.html [PICTURES]   (writes screenshots into the folder PICTURES)

Needs Chromium and the package playwright (1.49 or later; no browser of its own). Exit code 1 with a line
for each thing that does not hold.
"""

import json
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZES = {"telefoon": (390, 844), "bureau": (1440, 1000), "wand": (2560, 1440)}
LIMITS = {"bytes": 2_500_000, "first paint ms": 1500}

# What must hold of every page for those who do not see it or use no mouse; after the rules of axe that
# apply here.
RULES = """() => {
  const found = [], name = e => e.id ? '#' + e.id : e.tagName.toLowerCase();
  const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const named = e => (e.getAttribute('aria-label') || '').trim() || (e.labels && e.labels.length && e.labels[0].textContent.trim())
    || e.textContent.trim() || (e.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)?.textContent || '').join('').trim();
  if (!document.documentElement.lang) found.push('no language');
  if (!document.title.trim()) found.push('no title');
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  if (document.querySelectorAll('main').length !== 1) found.push('not one main');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of new Set(ids)) if (ids.filter(other => other === id).length > 1) found.push('id twice: ' + id);
  for (const e of document.querySelectorAll('button, select, input, [role=application], [role=img]'))
    if (shown(e) && !named(e)) found.push('no name: ' + name(e));
  for (const e of document.querySelectorAll('button, select, input')) {
    const box = e.getBoundingClientRect();
    if (!shown(e)) continue;
    const room = e.type === 'checkbox' ? e.closest('label').getBoundingClientRect() : box;
    if (room.width < 24 || room.height < 24) found.push('smaller than 24 px: ' + name(e) + ' ' + e.textContent.slice(0, 20));
  }
  for (const e of document.querySelectorAll('[aria-controls], [aria-labelledby]'))
    for (const id of (e.getAttribute('aria-controls') || e.getAttribute('aria-labelledby')).split(' '))
      if (!document.getElementById(id)) found.push('points nowhere: ' + id);
  for (const e of document.querySelectorAll('th')) if (!e.scope) found.push('heading of a table without scope');
  for (const e of document.querySelectorAll('[tabindex]')) if (e.tabIndex > 0) found.push('order of tabs forced');
  const light = c => { const f = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
  const color = text => { const m = text.match(/[\\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m; };
  const ground = e => { for (; e; e = e.parentElement) { const c = color(getComputedStyle(e).backgroundColor); if (c) return c; } return [255, 255, 255]; };
  const seen = new Set();
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || !shown(e) || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    if (e.closest('.unseen') || e.closest('option') || e.tagName === 'OPTION') continue;
    const style = getComputedStyle(e), a = light(color(style.color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const least = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && +style.fontWeight >= 700) ? 3 : 4.5;
    const key = e.className + ratio.toFixed(2);
    if (ratio < least && !seen.has(key)) { seen.add(key); found.push('contrast ' + ratio.toFixed(2) + ': ' + e.textContent.trim().slice(0, 30)); }
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) found.push('wider than the screen');
  return found;
}"""


def main():
    path = Path(sys.argv[1]).resolve()
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    wrong = []

    def need(truth, what):
        if not truth:
            wrong.append(what)

    need(path.stat().st_size <= LIMITS["bytes"], f"{path.stat().st_size} bytes")
    data = json.loads(re.search(
        r'<script type="application/json" id="data">(.*?)</script>', path.read_text(), re.S).group(1))
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"])

        def open_page(size, fragment="", **settings):
            page = browser.new_context(
                viewport=dict(zip(("width", "height"), SIZES[size])), **settings).new_page()
            page.on("console", lambda m: wrong.append(f"console {m.type}: {m.text}"))
            page.on("pageerror", lambda e: wrong.append(f"error: {e}"))
            page.on("request", lambda r: None if r.url.startswith(("file:", "blob:", "data:"))
                    else wrong.append(f"request: {r.url}"))
            page.goto(f"file://{path}{fragment}")
            page.wait_for_timeout(300)
            return page

        def settle(page):
            """Waits for what a change leaves until after the next picture."""
            # A change of the address is told to the page later, behind what it is still busy with.
            page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
            quiet = 0
            for _ in range(100):
                page.wait_for_timeout(50)
                quiet = quiet + 1 if page.evaluate("waiting.size === 0 && inFrame.size === 0 && !isWaiting") else 0
                if quiet == 2:
                    break

        if not data["indicators"]:
            page = open_page("bureau")
            need(page.locator("#notice").is_visible(), "no message for a study without maps")
            print("\n".join(wrong) or "holds")
            return 1 if wrong else 0

        for size in SIZES:
            for scheme in ("light", "dark"):
                page = open_page(size, color_scheme=scheme)
                wrong += [f"{size} {scheme}: {text}" for text in page.evaluate(RULES)]
                paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0")
                need(paint < LIMITS["first paint ms"], f"{size}: first paint after {paint:.0f} ms")
                if pictures:
                    page.screenshot(path=pictures / f"{size}-{scheme}.png", full_page=size == "telefoon")
                page.context.close()

        page = open_page("bureau")
        print("bytes", path.stat().st_size, "· first paint",
              round(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")), "ms")
        if data["study"]["synthetic"] or data["study"]["schematic"] or data["study"]["audience"] == "intern":
            need(page.locator("#stamps li").count() > 0 or not any(
                m["synthetic"] for i in data["indicators"] for m in i["maps"]), "no stamps")
        # All maps have one scale.
        scales = page.evaluate("""() => [...document.querySelectorAll('svg.map')].map(s =>
            s.getBoundingClientRect().width / s.viewBox.baseVal.width)""")
        need(scales and max(scales) - min(scales) < 0.002 * max(scales), f"maps at other scales: {scales}")
        # Of a country there is one map, and a list that is one stop of the tab key to choose those beside it.
        is_country = len(data["gemeenten"]) > 12
        if is_country:
            whole = open_page("bureau")
            need(len(scales) == 1, "a country is not on one map")
            whole.locator("#city-list").focus()
            for _ in range(3):
                whole.keyboard.press("ArrowDown")
                whole.keyboard.press(" ")
            whole.wait_for_timeout(100)
            need(whole.locator("svg.map").count() == 3, "three gemeenten are not beside each other")
            need(whole.locator("#city-list [aria-selected=true]").count() == 3, "the list does not say what is chosen")
            need("naast=" in whole.evaluate("location.hash"), "the address does not hold what is chosen")
            scales = whole.evaluate("""() => [...document.querySelectorAll('svg.map')].map(s =>
                s.getBoundingClientRect().width / s.viewBox.baseVal.width)""")
            need(max(scales) - min(scales) < 0.002 * max(scales), f"maps at other scales: {scales}")
            if pictures:
                whole.screenshot(path=pictures / "naast-elkaar.png")
            name = data["gemeenten"][-1]["name"]
            whole.keyboard.type(re.sub("^[^A-Za-z]+", "", name)[:6])
            need(whole.locator("#city-list .at").inner_text()[:3] == name[:3], "letters do not find a gemeente")
            for _ in range(12):
                whole.keyboard.press("ArrowUp")
                whole.keyboard.press(" ")
            need(whole.locator("svg.map").count() == 12 and whole.locator("#notice").is_visible(),
                 "more than twelve beside each other, or no message")
            whole.keyboard.press("Escape")
            need(whole.locator("svg.map").count() == 1, "Escape does not bring back the country")
            whole.context.close()
        # The keyboard reaches everything and gets away from it.
        reached = set()
        page.keyboard.press("Tab")
        for _ in range(400):
            here = page.evaluate("""() => { const e = document.activeElement;
                return e === document.body ? '' : (e.id || e.dataset.key || e.dataset.sort || e.value || e.getAttribute('aria-label') || e.textContent).slice(0, 60); }""")
            if here == "" or (here == "skip" and len(reached) > 3):
                break
            need(page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
                 f"focus not seen: {here}")
            reached.add(here)
            page.keyboard.press("Tab")
        else:
            wrong.append("the tab key does not come to an end")
        for wanted in ("indicator", "search", "zoom-in", "about-button", "table-scroll"):
            need(wanted in reached, f"not reached with the tab key: {wanted}")
        # Arrows walk over a map; what is chosen shows in all views and in the address.
        page.locator("svg.map").first.focus()
        page.keyboard.press("ArrowRight")
        settle(page)
        first = page.evaluate("location.hash")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        settle(page)
        need("gebied=" in first and page.evaluate("location.hash") != "", "arrows choose no area")
        need(page.locator("#detail .words").count() == 1, "no words about the chosen area")
        code = re.search("gebied=([^&]*)", page.evaluate("location.hash")).group(1)
        again = open_page("bureau", f"#gebied={code}")
        need(again.locator("#detail .words").count() == 1, "the address does not bring back the area")
        again.context.close()
        # The pointer finds the area that it is on, also when the map is larger or moved.
        for zoom in (1, 2.25):
            page.evaluate("zoom => { choose(''); zoomTo(zoom); scrollTo(0, 0); }", zoom)
            settle(page)
            points = page.evaluate("""() => { const wanted = [];
                for (const { panel, area, rings, x, y } of maps.byCode.values()) {
                    if (!holds(rings, x + panel.box.left, panel.box.high - y)) continue;
                    const frame = panel.svg.getBoundingClientRect(), seen = panel.svg.viewBox.baseVal;
                    const left = frame.left + (x - seen.x) / seen.width * frame.width, top = frame.top + (y - seen.y) / seen.height * frame.height;
                    const isIn = left > frame.left && left < frame.right && top > frame.top && top < Math.min(frame.bottom, innerHeight);
                    if (isIn && document.elementFromPoint(left, top)?.closest('svg') === panel.svg) wanted.push({ left, top, code: area.code });
                }
                return wanted.filter((_, at) => at % Math.ceil(wanted.length / 5) === 0); }""")
            need(points or zoom > 1, "no area under the pointer could be tried")
            for point in points:
                page.mouse.move(point["left"], point["top"])
                need(page.evaluate("maps.hovered?.code") == point["code"] and page.locator("#tip").is_visible(),
                     f"the pointer does not find {point['code']}")
            if points:
                page.mouse.click(points[0]["left"], points[0]["top"])
                need(page.evaluate("state.area") == points[0]["code"], "a click does not choose the area under it")
        page.evaluate("zoomTo(1)")
        # Search, pin and compare.
        level = next(l for l in data["levels"] if l["id"] == data["indicators"][0]["maps"][0]["level"])
        for place in (0, len(level["codes"]) - 1):
            page.fill("#search", level["codes"][place])
            page.keyboard.press("Enter")
            need(level["codes"][place] in page.locator("#detail").inner_text(), "search does not find a code")
            page.click("#pin")
        settle(page)
        need(page.locator(".pins li").count() == min(2, len(level["codes"])), "two areas are not compared")
        # Every indicator, level, mode and form can be shown.
        for indicator in data["indicators"]:
            for shown in indicator["maps"]:
                for extra in ("", "&toon=deviation", "&toon=count", "&vorm=tiles"):
                    page.evaluate("h => { location.hash = h }",
                                  f"o={indicator['id']}&n={shown['level']}{extra}")
                    page.wait_for_timeout(15)
                    need(page.locator("svg.map path").count() > 0 or extra, f"no map of {indicator['id']}")
        settle(page)
        # An address that is asked for while the page has yet to write its own is the one that is shown.
        asked = page.evaluate("""() => { state.sort = 'value'; writeAddress(); location.hash = 'taal=en&op=code';
            doAll(); return location.hash }""")
        settle(page)
        need(asked == "#taal=en&op=code" and page.evaluate("state.sort + state.language") == "codeen",
             "an address that is asked for is lost")
        page.evaluate("() => { location.hash = '' }")
        settle(page)
        # What a score is made of, what is said of an area, and areas like it.
        for parts in data["parts"]:
            own = next((i for i in data["indicators"] if i["id"] == parts["map"]), None)
            shown = own and next(m for m in own["maps"] if m["level"] == parts["level"])
            place = next((p for p, state in enumerate(shown["states"]) if state.isdigit()), None) if own else None
            if place is not None:
                codes = next(l for l in data["levels"] if l["id"] == parts["level"])["codes"]
                page.evaluate("h => { location.hash = h }", f"o={parts['map']}&n={parts['level']}&gebied={codes[place]}")
                settle(page)
                need(page.locator(".part-bar").count() > 0, f"no parts of {parts['map']}")
        for code in data["interpretations"]:
            level = next(l for l in data["levels"] if code in l["codes"])
            shown = [i for i in data["indicators"] if any(m["level"] == level["id"] for m in i["maps"])]
            if shown:
                page.evaluate("h => { location.hash = h }", f"o={shown[0]['id']}&n={level['id']}&gebied={code}")
                settle(page)
                need(page.locator(".said").count() > 0, f"not said of {code}")
        # Small maps of periods, one for each.
        if data["periods"] and not is_country:
            page.evaluate("h => { location.hash = h }", "")
            page.wait_for_timeout(50)
            page.locator("#time-card summary").click()
            for at, table in enumerate(t for t in data["periods"] for _ in t["categories"]):
                page.select_option("#time-what", str(at))
                page.wait_for_timeout(30)
                need(page.locator("#time-maps figure").count() == len(table["periods"]), "not a map for each period")
                marked = set(table["breaks"]) & set(table["periods"])
                need(page.locator("#time-maps .broken").count() == len(marked), "method breaks are not marked")
                page.select_option("#time-when", table["periods"][-1])
                settle(page)
                need(page.locator("#time-maps figure").count() == 1 and "periode=" in page.evaluate("location.hash"),
                     "one period is not chosen")
                page.select_option("#time-when", "")
            if pictures:
                page.locator("#time-card").screenshot(path=pictures / "door-de-tijd.png")
        if "CONCEPT" in data["study"]["stamps"]:
            need("CONCEPT" in page.locator("#stamps").inner_text(), "no stamp CONCEPT")
        for number in range(len(data.get("heatmaps", []))):
            page.evaluate("h => { location.hash = h }", f"heatmap={number}")
            page.wait_for_timeout(100)
            need(page.locator(".heat path").count() > 0, f"heatmap {number} is not drawn")
            if pictures:
                page.screenshot(path=pictures / f"heatmap-{number}.png")
        page.evaluate("h => { location.hash = h }", "")
        page.wait_for_timeout(50)
        if len(data["indicators"]) > 1:
            page.evaluate("""() => { const s = document.getElementById('second'); if (s.options.length > 1) {
                s.selectedIndex = 1; s.dispatchEvent(new Event('change')); } }""")
            page.wait_for_timeout(50)
        # How long what people do most takes, layout included; times are told and never fail the check.
        page.evaluate("h => { location.hash = h }", "")
        page.wait_for_timeout(300)
        times = page.evaluate("""async () => {
            const found = {}, rest = () => new Promise(done => setTimeout(done, 40));
            const key = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            const areas = currentLevel().areas, map = document.querySelector('svg.map'), list = document.getElementById('city-list');
            const actions = { point: i => hoverArea(areas[i * 397 % areas.length]), choose: i => choose(areas[i * 397 % areas.length].code),
                arrow: i => key(map, ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][i % 4]), zoom: i => key(map, '++-0'[i % 4]),
                ...(list ? { list: i => key(list, 'ArrowDown') } : {}),
                ...(indicators.length > 1 ? { subject: i => { const all = document.getElementById('indicator');
                    all.selectedIndex = (i * 7 + 1) % all.options.length; all.dispatchEvent(new Event('change')); } } : {}) };
            // What stands around the maps comes in the same picture as another subject, after the handler.
            const before = actions.subject ? { around: actions.subject } : {};
            if (actions.subject) actions.around = doFrame;
            for (const name in actions) {
                const own = [];
                for (let i = 0; i < 25; i++) {
                    await rest();
                    before[name]?.(i);
                    document.body.offsetHeight;
                    const start = performance.now();
                    actions[name](i);
                    document.body.offsetHeight;
                    own.push(performance.now() - start);
                }
                found[name] = own.sort((a, b) => a - b)[12];
            }
            return found; }""")
        print("handler and layout in the median, ms:", ", ".join(f"{name} {time:.1f}" for name, time in times.items()))
        # The other language, and no text of the first left in the controls.
        page.click("#language-button")
        need(page.evaluate("document.documentElement.lang") != data["study"]["language"], "no other language")
        # Files.
        for number, ending in enumerate((".png", ".svg", ".csv")):
            page.click("#export-button")
            with page.expect_download() as download:
                page.locator("#exports .choices button").nth(number).click()
            own = download.value
            need(own.suggested_filename.endswith(ending), f"no {ending}")
            if pictures:
                own.save_as(pictures / f"bewaard{ending}")
        # On paper: all on a sheet and each on its own, on A4 and A3.
        for is_large in (False, True):
            for is_each in (False, True):
                page = open_page("bureau")
                page.emulate_media(media="print")
                page.evaluate("""([each, large]) => { document.body.classList.toggle('print-each', each); choosePaper(large);
                    dispatchEvent(new Event('beforeprint')); }""", [is_each, is_large])
                printed = page.pdf(prefer_css_page_size=True)
                sizes = {tuple(float(n) for n in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", printed)}
                wanted = (1190, 842) if is_large else (842, 595)
                need(sizes and all(abs(size[2] - wanted[0]) < 3 and abs(size[3] - wanted[1]) < 3 for size in sizes),
                     f"sheets of another size: {sizes}")
                if pictures:
                    name = f"afdruk-{'a3' if is_large else 'a4'}{'-elk' if is_each else ''}.pdf"
                    (pictures / name).write_bytes(printed)
                page.context.close()
        # Without scripts: maps and a table.
        plain = open_page("bureau", java_script_enabled=False)
        need(plain.locator("noscript svg path, .static svg path").count() > 0, "no maps without scripts")
        need(plain.locator(".static table tr").count() > 1, "no table without scripts")
        if pictures:
            plain.screenshot(path=pictures / "zonder-script.png")
        browser.close()
    print("\n".join(dict.fromkeys(wrong)) or "holds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
