// Fails unless the map page draws something, loads nothing from elsewhere, and runs without an error.
// node check-page.mjs PAGE.html DOM.html PICTURE.png BROWSER.log
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** The shipped region has more than 200 edges; a page that draws fewer lines than this has lost most of them. */
const FEWEST_LINES = 100;
/** An empty map is one colour, or a handful at the rim of a control; lines and labels bring dozens of shades. */
const FEWEST_COLOURS = 30;
/** Share of the middle of the picture that differs from its most frequent colour. */
const SMALLEST_SHARE = 0.02;

const [pageFile, domFile, pictureFile, logFile] = process.argv.slice(2);
const faults = [];

const outside = linksOutside(readFileSync(pageFile, 'utf8'));
if (outside.length > 0) faults.push(`the page loads from elsewhere: ${outside.slice(0, 3).join(' ')}`);

const errors = readFileSync(logFile, 'utf8').split('\n').filter((line) => /CONSOLE.*(Uncaught|Error:)/.test(line));
if (errors.length > 0) faults.push(`the page's script failed: ${errors[0]}`);

const { lines, canvases } = shapes(readFileSync(domFile, 'utf8'));
if (lines < FEWEST_LINES && canvases === 0) faults.push(`only ${lines} lines drawn and no canvas`);

const picture = decodePng(readFileSync(pictureFile));
const { colours, share } = lookAtTheMiddle(picture);
if (colours < FEWEST_COLOURS) faults.push(`only ${colours} colours in the middle of the picture`);
if (share < SMALLEST_SHARE) faults.push(`only ${(100 * share).toFixed(2)} % of the middle of the picture is drawn on`);

console.log(
  `${lines} lines, ${canvases} canvases; picture ${picture.width} x ${picture.height}: ` +
    `${colours} colours, ${(100 * share).toFixed(1)} % drawn on`,
);
faults.forEach((fault) => console.error(`FAILED: ${fault}`));
process.exitCode = faults.length > 0 ? 1 : 0;

/** Scripts, styles, pictures and fonts by address; links that a reader may follow are no fault. */
function linksOutside(html) {
  const loads =
    /<(?:script|img|iframe|source)\b[^>]*?\ssrc\s*=\s*["']?(?:https?:)?\/\/[^\s"'>]+|<link\b[^>]*?\shref\s*=\s*["']?(?:https?:)?\/\/[^\s"'>]+|(?:url\(|@import\s+)\s*["']?(?:https?:)?\/\/[^\s"')]+/gi;
  return html.match(loads) ?? [];
}

/** Counts the drawn SVG shapes, not those in scripts, which hold the drawing library's own templates. */
function shapes(dom) {
  const body = dom.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<style\b[\s\S]*?<\/style>/gi, '');
  const paths = body.match(/<path\b[^>]*?\sd="[^"]{8,}"/gi) ?? [];
  const others = body.match(/<(?:polyline|polygon)\b[^>]*?\spoints="[^"]{6,}"/gi) ?? [];
  const empty = paths.filter((path) => /\sd="M0 0"/.test(path)).length;
  return { lines: paths.length - empty + others.length, canvases: (body.match(/<canvas\b/gi) ?? []).length };
}

/** The middle half each way lies inside the map, clear of headings, legend and controls. */
function lookAtTheMiddle({ width, height, pixel }) {
  const counts = new Map();
  let total = 0;
  for (let y = Math.floor(height / 4); y < Math.floor((3 * height) / 4); y++) {
    for (let x = Math.floor(width / 4); x < Math.floor((3 * width) / 4); x++) {
      const colour = pixel(x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
      total++;
    }
  }
  return { colours: counts.size, share: 1 - Math.max(...counts.values()) / total };
}

/** Decodes what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. */
function decodePng(file) {
  const header = { width: file.readUInt32BE(16), height: file.readUInt32BE(20), depth: file[24], type: file[25], interlaced: file[28] };
  const channels = { 2: 3, 6: 4 }[header.type];
  if (header.depth !== 8 || channels === undefined || header.interlaced !== 0) {
    throw new Error(`A picture of an unexpected kind: ${JSON.stringify(header)}`);
  }
  const data = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const stride = header.width * channels;
  const packed = inflateSync(Buffer.concat(data));
  const rows = Buffer.alloc(stride * header.height);
  for (let y = 0; y < header.height; y++) {
    const filter = packed[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? rows[y * stride + i - channels] : 0;
      const up = y > 0 ? rows[(y - 1) * stride + i] : 0;
      const corner = y > 0 && i >= channels ? rows[(y - 1) * stride + i - channels] : 0;
      rows[y * stride + i] = packed[y * (stride + 1) + 1 + i] + predicted(filter, left, up, corner);
    }
  }
  return { ...header, pixel: (x, y) => rows.readUIntBE(y * stride + x * channels, 3) };
}

/** The five row filters of the PNG specification, section 9. */
function predicted(filter, left, up, corner) {
  switch (filter) {
    case 0: return 0;
    case 1: return left;
    case 2: return up;
    case 3: return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [left, up, corner].map((near) => Math.abs(left + up - corner - near));
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default: throw new Error(`No such row filter: ${filter}`);
  }
}
