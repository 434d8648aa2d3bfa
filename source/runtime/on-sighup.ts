/**
 * A terminal that is closed sends SIGHUP, and refuses what is written; whichever comes first ends the
 * program. `leave` is the way out that all take, `breakOff` what can still be done when somebody ends the
 * process on the way. Returns what ends that.
 */
export function onHangUp(leave: () => void, breakOff: () => void): () => void {
  process.on('SIGHUP', leave).once('exit', breakOff);
  return () => process.off('SIGHUP', leave).off('exit', breakOff);
}
