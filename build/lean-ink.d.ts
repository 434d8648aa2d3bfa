import type {Plugin} from 'esbuild';

export declare const leanInk: Plugin;
