/*
 * Brings a library's file up to date by many steps, to be killed in the middle. Arguments: the library's
 * file.
 */
import {writeSync} from 'node:fs';
import {Database} from '../../../source/library/file/database.ts';
import {migrate} from '../../../source/library/file/migrate.ts';
import {openSqlite} from '../../../source/library/file/sqlite.ts';
import {STEPS} from './steps.ts';

const [, , path = ''] = process.argv;
const database = new Database(openSqlite(path), Date.now);
writeSync(1, 'begun\n');
migrate(database, STEPS);
writeSync(1, 'done\n');
database.close();
