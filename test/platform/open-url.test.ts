import {expect, test} from 'vitest';
import {openUrl} from '../../source/platform/open-url.ts';

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'ms-settings:',
  'C:\\Windows\\notepad.exe',
  '--help',
  '-a Calculator',
  'example.com & calc',
  '',
])('%j is opened by nothing', async address => {
  await expect(openUrl(address)).rejects.toMatchObject({problem: {kind: 'unsafe'}});
});
