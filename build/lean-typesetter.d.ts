import type {Plugin} from 'esbuild';

export declare const leanTypesetter: Plugin;
