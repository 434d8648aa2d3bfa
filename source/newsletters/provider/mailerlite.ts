import type {Provider} from './provider.ts';

/**
 * Its embedded form, answered in JSON with `success` and `errors.fields`: read as any JSON is. The script
 * that draws forms by a number names no address, so it is not recognised. Source: embed code in public
 * repositories.
 */
export const mailerlite: Provider = {name: 'mailerlite'};
