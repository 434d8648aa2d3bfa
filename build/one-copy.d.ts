import type {Plugin} from 'esbuild';

export declare const oneCopy: Plugin;
