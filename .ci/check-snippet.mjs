// Fails unless the program holds the README's first Java snippet, line for line: what is compiled and run is what is shown.
// node check-snippet.mjs README.md Main.java
import { readFileSync } from 'node:fs';

const [readmeFile, programFile] = process.argv.slice(2);
const fence = readFileSync(readmeFile, 'utf8').match(/^```java\r?\n([\s\S]*?)^```/m);
const shown = fence === null ? [] : lines(fence[1]);
if (shown.length === 0) {
  console.error(`FAILED: ${readmeFile} shows no Java snippet`);
  process.exit(1);
}

let missing = null;
let from = 0;
const program = lines(readFileSync(programFile, 'utf8'));
for (const line of shown) {
  const at = program.indexOf(line, from);
  if (at < 0) {
    missing = line;
    break;
  }
  from = at + 1;
}
if (missing === null) {
  console.log(`${programFile} holds all ${shown.length} lines of the snippet in ${readmeFile}`);
} else {
  console.error(`FAILED: ${programFile} lacks, or has out of order, a line of the snippet in ${readmeFile}: ${missing}`);
  process.exitCode = 1;
}

function lines(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}
