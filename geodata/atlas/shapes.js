"use strict";
// Shapes of areas as SVG, and where maps stand.
const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) {
    if (key === "text") element.textContent = attributes.text;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), attributes[key]);
    else if (attributes[key] !== undefined && attributes[key] !== null)
      element.setAttribute(key, attributes[key]);
  }
  element.append(...children);
  return element;
}

const emptyBox = () => ({ left: Infinity, right: -Infinity, low: Infinity, high: -Infinity });

function extend(box, rings) {
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      if (ring[at] < box.left) box.left = ring[at];
      if (ring[at] > box.right) box.right = ring[at];
      if (ring[at + 1] < box.low) box.low = ring[at + 1];
      if (ring[at + 1] > box.high) box.high = ring[at + 1];
    }
  }
  return box;
}

// The path of rings with the left upper corner of `box` as origin; y points down.
function pathOf(rings, box) {
  let path = "";
  for (const ring of rings) {
    let x = ring[0], y = ring[1];
    path += `M${x - box.left} ${box.high - y}l`;
    for (let at = 2; at < ring.length; at += 2) {
      path += `${ring[at] - x} ${y - ring[at + 1]} `;
      x = ring[at];
      y = ring[at + 1];
    }
    path += "z";
  }
  return path;
}

// Whether a point lies within rings; a hole is a ring within another.
function holds(rings, x, y) {
  let isWithin = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const y0 = ring[before + 1], y1 = ring[at + 1];
      if (y0 > y !== y1 > y && x < ring[before] + (y - y0) / (y1 - y0) * (ring[at] - ring[before])) isWithin = !isWithin;
    }
  }
  return isWithin;
}

// The middle of the largest ring, for circles and for walking with arrow keys.
function middleOf(rings) {
  let best = null, size = -1;
  for (const ring of rings) {
    let sum = 0, x = 0, y = 0;
    const originX = ring[0], originY = ring[1];
    for (let at = 0; at < ring.length; at += 2) {
      const to = (at + 2) % ring.length;
      const ax = ring[at] - originX, ay = ring[at + 1] - originY;
      const bx = ring[to] - originX, by = ring[to + 1] - originY;
      const cross = ax * by - bx * ay;
      sum += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(sum) > size) {
      size = Math.abs(sum);
      best = sum ? [originX + x / (3 * sum), originY + y / (3 * sum)] : [originX, originY];
    }
  }
  return best || [0, 0];
}

// Room for the name above a map, in pixels.
const LEAST_WIDTH = 148;

// The scale at which all boxes fit in rows, and where each stands. The order given is kept unless another
// makes them a sixth larger: up to six boxes all orders are tried, more of them from tall to low.
function packed(boxes, width, height, heading, gap) {
  const order = boxes.map((_, place) => place);
  const most = Math.min(...boxes.map(box =>
    Math.min(width / Math.max(box.width, 1), (height - heading) / Math.max(box.height, 1))));
  // Nothing when the boxes fit at no scale above `least`.
  const best = (places, least) => {
    let low = least, high = most, found = [];
    if (least > 0 && !(least < high && (found = inRows(places, boxes, least, width, height, heading, gap)))) return null;
    for (let round = 0; round < 50; round++) {
      const scale = (low + high) / 2, rows = inRows(places, boxes, scale, width, height, heading, gap);
      if (rows) { low = scale; found = rows; } else high = scale;
    }
    return { scale: low, places: found };
  };
  const first = best(order, 0);
  // Among many a name is looked for in its order.
  if (boxes.length > MANY) return first;
  let other = first;
  if (boxes.length <= 6) {
    for (const places of ordersOf(order)) other = best(places, other.scale * 1.02) || other;
  } else {
    const tall = [...order].sort((a, b) => boxes[b].height - boxes[a].height || a - b);
    other = best(tall, first.scale) || first;
  }
  return other.scale > first.scale * 7 / 6 ? other : first;
}

// All orders, those nearest to the one given first.
function ordersOf(items) {
  if (items.length < 2) return [items];
  return items.flatMap((item, place) => ordersOf(items.filter((_, at) => at !== place)).map(rest => [item, ...rest]));
}

function inRows(order, boxes, scale, width, height, heading, gap) {
  const places = [];
  let x = 0, y = 0, row = 0;
  for (const place of order) {
    const own = Math.max(boxes[place].width * scale, LEAST_WIDTH), ownHeight = heading + boxes[place].height * scale;
    if (x > 0 && x + own > width) { y += row + gap; x = 0; row = 0; }
    if (own > width || y + ownHeight > height) return null;
    places.push({ place, x, y, row: y });
    x += own + gap;
    row = Math.max(row, ownHeight);
  }
  return places;
}
