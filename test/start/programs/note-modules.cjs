/* Required before the program: writes down which of Node's own modules are loaded when the first frame is drawn. */
const {writeFileSync} = require('node:fs');

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk, ...rest) => {
  if (String(chunk).includes('\u001B[?2026l')) {
    process.stdout.write = write;
    writeFileSync(process.env.NOTED_MODULES, JSON.stringify(process.moduleLoadList));
  }
  return write(chunk, ...rest);
};
