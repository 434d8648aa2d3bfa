/* A list by hand, without any package: the least that a reader in Node costs. `j` and `k` move, `q` leaves. */
const ROWS = Number(process.argv[2]);
const {stdin, stdout} = process;
const height = stdout.rows - 1;
let selected = 0;
let top = 0;

const row = index =>
  `${index === selected ? '\x1b[7m' : ''}  Article ${index} of many, with words enough for a row that a reader would call a title\x1b[m`;

function draw() {
  top = Math.max(Math.min(top, selected), selected - height + 1);
  const rows = Array.from({length: height}, (_, index) => `${row(top + index)}\x1b[K`);
  stdout.write(`\x1b[H${rows.join('\r\n')}\r\n ? help ${selected + 1} of ${ROWS}\x1b[K`);
}

stdin.setRawMode(true);
stdin.on('data', keys => {
  for (const key of String(keys)) {
    if (key === 'q') {
      stdout.write('\x1b[?1049l\x1b[?25h');
      process.exit();
    }
    if (key === 'j') selected = Math.min(ROWS - 1, selected + 1);
    if (key === 'k') selected = Math.max(0, selected - 1);
  }
  draw();
});
stdout.write('\x1b[?1049h\x1b[?25l');
draw();
