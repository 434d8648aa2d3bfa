/* Required before a command: writes down which files and which of Node's own modules it loaded. */
const {writeFileSync} = require('node:fs');
const {registerHooks} = require('node:module');

const files = [];
registerHooks({
  load(url, context, next) {
    files.push(url);
    return next(url, context);
  },
});
process.on('exit', () =>
  writeFileSync(process.env.NOTED_LOADS, JSON.stringify({files, modules: process.moduleLoadList})),
);
