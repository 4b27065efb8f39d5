// SPDX-License-Identifier: MIT
// Contrast (WCAG 2.2), colour difference (CIEDE2000) and what a colour-blind reader sees.

const parse = (colour) =>
  colour.startsWith("#")
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : colour.match(/[\d.]+/g).slice(0, 3).map(Number);

const toLinear = (byte) => {
  const s = byte / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
};
export const linear = (colour) => parse(colour).map(toLinear);
const times = (matrix, v) => matrix.map((row) => row.reduce((sum, m, i) => sum + m * v[i], 0));

export const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

export function contrast(one, other) {
  const [low, high] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// Viénot, Brettel and Mollon, "Digital video colourmaps for checking the legibility of
// displays by dichromats", Color Research & Application 24 (1999): the matrices that
// linear RGB of a screen with sRGB primaries is multiplied by.
const matrices = {
  protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
  deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
};

// Ways to see: each takes linear RGB to linear RGB.
export const ways = {
  "full colour": (rgb) => rgb,
  protanopia: (rgb) => times(matrices.protanopia, rgb),
  deuteranopia: (rgb) => times(matrices.deuteranopia, rgb),
  "grey print": (rgb) => Array(3).fill(luminance(rgb)),
};

function toLab(rgb) {
  const xyz = times(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]],
    rgb.map((c) => Math.min(1, Math.max(0, c))),
  );
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

// CIEDE2000 of two colours in linear RGB, as Sharma, Wu and Dalal (2005) spell it out.
export function difference(one, other) {
  const rad = Math.PI / 180;
  const [l1, a1, b1] = toLab(one);
  const [l2, a2, b2] = toLab(other);
  const c = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (p, b) => (p === 0 && b === 0 ? 0 : (Math.atan2(b, p) / rad + 360) % 360);
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const apart = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin((apart / 2) * rad);
  const l = (l1 + l2) / 2;
  const cm = (c1 + c2) / 2;
  const h = c1 * c2 === 0 ? h1 + h2 : (h1 + apart / 2 + 360) % 360;
  const t = 1 - 0.17 * Math.cos((h - 30) * rad) + 0.24 * Math.cos(2 * h * rad)
    + 0.32 * Math.cos((3 * h + 6) * rad) - 0.2 * Math.cos((4 * h - 63) * rad);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * cm;
  const sh = 1 + 0.015 * cm * t;
  const turn = -Math.sin(60 * rad * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7));
  const [dl, dc] = [(l2 - l1) / sl, (c2 - c1) / sc];
  return Math.sqrt(dl ** 2 + dc ** 2 + (dh / sh) ** 2 + turn * dc * (dh / sh));
}
