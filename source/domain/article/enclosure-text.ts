import {kindOf} from '../command/browser-choice.ts';
import type {Enclosure} from './article.ts';

const NAMES = {audio: 'Audio', video: 'Video', image: 'Picture', mail: 'Mail'} as const;

/** The kind of an article's file in a word: "Audio", or "File". */
export function enclosureKind({url, type}: Enclosure): string {
  const kind = kindOf(url, type);
  return kind === undefined ? 'File' : NAMES[kind];
}

/** Its length and its size, as far as the source says: "45 min", "24 MB". */
export function enclosureFacts({length, seconds}: Enclosure): readonly string[] {
  return [
    ...(seconds === undefined || seconds <= 0 ? [] : [duration(seconds)]),
    ...(length === undefined || length <= 0 ? [] : [size(length)]),
  ];
}

/** The files that open first: recordings before all else, in the order of the source. */
export function inOrder(enclosures: readonly Enclosure[]): readonly Enclosure[] {
  return enclosures.toSorted((one, other) => Number(isRecording(other)) - Number(isRecording(one)));
}

function isRecording({url, type}: Enclosure): boolean {
  return /^(?:audio|video)$/u.test(kindOf(url, type) ?? '');
}

function duration(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
