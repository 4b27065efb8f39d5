// SPDX-License-Identifier: MIT
// What a chart's SVG is made of, as the browser draws it.
import { addressOf } from "./browser.js";

// Measured with DejaVu Sans, which is wider than what most readers will see.
const font = "DejaVu Sans";

// Runs in the page. Of each text: its words, size, corners in px, colour, and the colours
// of what is painted beneath it.
function measure(family) {
  const svg = document.querySelector("svg");
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = `text, tspan { font-family: "${family}" !important }`;
  svg.prepend(style);
  const elements = [...document.querySelectorAll("*")];
  const written = {
    tags: [...new Set(elements.map((element) => element.localName))].sort(),
    handlers: elements.flatMap((e) => e.getAttributeNames().filter((name) => name.startsWith("on"))),
    // What is named elsewhere, and what is named here.
    references: elements.flatMap((e) =>
      e.getAttributeNames()
        .filter((name) => name !== "aria-label" && !name.startsWith("xmlns"))
        .flatMap((name) =>
          /href$/.test(name) ? [e.getAttribute(name)] : (e.getAttribute(name).match(/url\([^)]*\)/g) ?? []),
        ),
    ),
    names: elements.filter((e) => e.id).map((e) => e.id),
  };
  // Points are uses of a definition: each is drawn out, so that it can be measured.
  const drawOut = (use) => {
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    const [x, y] = ["x", "y"].map((name) => use.getAttribute(name) ?? 0);
    for (const name of use.getAttributeNames())
      if (!/^(x|y|id|.*href)$/.test(name)) group.setAttribute(name, use.getAttribute(name));
    group.setAttribute("transform", `${use.getAttribute("transform") ?? ""} translate(${x}, ${y})`);
    const shape = document.getElementById(use.getAttribute("xlink:href").slice(1)).cloneNode(true);
    shape.removeAttribute("id");
    group.append(shape);
    use.replaceWith(group);
  };
  for (let use; (use = [...svg.querySelectorAll("use")].find((u) => !u.closest("defs"))); ) drawOut(use);
  const place = (element, x, y) => {
    const point = svg.createSVGPoint();
    [point.x, point.y] = [x, y];
    return point.matrixTransform(element.getScreenCTM());
  };
  const filled = [...svg.querySelectorAll("rect, path, polygon, circle")].filter(
    (shape) => !shape.closest("defs") && /^rgb/.test(getComputedStyle(shape).fill),
  );
  const boxes = filled.map((shape) => shape.getBoundingClientRect());
  // The topmost shape that was painted before the text.
  const fillAt = (text, { x, y }) => {
    for (let i = filled.length - 1; i >= 0; i--) {
      const box = boxes[i];
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      if (!(filled[i].compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      const point = svg.createSVGPoint();
      [point.x, point.y] = [x, y];
      if (filled[i].isPointInFill(point.matrixTransform(filled[i].getScreenCTM().inverse())))
        return getComputedStyle(filled[i]).fill;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = [...svg.querySelectorAll("text")]
    .filter((text) => text.textContent.trim() !== "")
    .map((text) => {
      const { x, y, width, height } = text.getBBox();
      const corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([dx, dy]) => place(text, x + dx * width, y + dy * height));
      const within = [[0.5, 0.5], [0.2, 0.5], [0.8, 0.5]].map(([dx, dy]) => place(text, x + dx * width, y + dy * height));
      const { fill, fontSize, fontWeight } = getComputedStyle(text.querySelector("tspan") ?? text);
      return {
        words: text.textContent,
        corners: corners.map((p) => ({ x: p.x, y: p.y })),
        fill,
        size: parseFloat(fontSize),
        bold: Number(fontWeight) >= 700,
        beneath: [...new Set(within.map((point) => fillAt(text, point)))],
      };
    });
  const box = svg.getBoundingClientRect();
  return {
    texts,
    box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
    viewBox: svg.getAttribute("viewBox"),
    role: svg.getAttribute("role"),
    label: svg.getAttribute("aria-label"),
    ...written,
    circles: [...svg.querySelectorAll("circle")].filter((c) => !c.closest("defs")).map((circle) => {
      const { x, y, width } = circle.getBoundingClientRect();
      return { colour: getComputedStyle(circle).color, place: `${x + width / 2} ${y + width / 2}` };
    }),
    // Shapes as they are seen: tag, colour and box.
    shapes: filled.map((shape, i) => {
      const { x, y, width, height } = boxes[i];
      return { tag: shape.localName, fill: getComputedStyle(shape).fill, x, y, width, height };
    }),
  };
}

export async function readPicture(page, path) {
  await page.goto(addressOf(path));
  return page.evaluate(measure, font);
}

// Corners drawn towards the middle: a line box has room above and below its letters.
function shrunk({ corners }) {
  const middle = { x: (corners[0].x + corners[2].x) / 2, y: (corners[0].y + corners[2].y) / 2 };
  const along = { x: corners[1].x - corners[0].x, y: corners[1].y - corners[0].y };
  const down = { x: corners[3].x - corners[0].x, y: corners[3].y - corners[0].y };
  return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([a, d]) => ({
    x: middle.x + 0.49 * a * along.x + 0.35 * d * down.x,
    y: middle.y + 0.49 * a * along.y + 0.35 * d * down.y,
  }));
}

// Two rectangles, turned or not, overlap when no side of either parts them.
function overlap(a, b) {
  const sides = [[a[0], a[1]], [a[1], a[2]], [b[0], b[1]], [b[1], b[2]]];
  return sides.every(([p, q]) => {
    const normal = { x: q.y - p.y, y: p.x - q.x };
    const project = (corners) => corners.map((c) => c.x * normal.x + c.y * normal.y);
    const [one, other] = [project(a), project(b)];
    return Math.max(...one) > Math.min(...other) && Math.max(...other) > Math.min(...one);
  });
}

export function overlappingTexts(texts) {
  const boxes = texts.map(shrunk);
  const tops = boxes.map((corners) => Math.min(...corners.map((c) => c.y)));
  const bottoms = boxes.map((corners) => Math.max(...corners.map((c) => c.y)));
  const pairs = [];
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length; j++)
      if (bottoms[i] > tops[j] && bottoms[j] > tops[i] && overlap(boxes[i], boxes[j]))
        pairs.push(`"${texts[i].words}" and "${texts[j].words}"`);
  return pairs;
}

export function textsOutside({ texts, box }) {
  return texts
    .filter((text) => shrunk(text).some((c) => c.x < box.left || c.x > box.right || c.y < box.top || c.y > box.bottom))
    .map((text) => text.words);
}
