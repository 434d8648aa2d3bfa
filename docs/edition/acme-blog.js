#!/usr/bin/env node
import {open} from 'inkwell-reader';

process.exitCode = await open({
  source: `${import.meta.dirname}/posts`,
  name: 'Acme Engineering',
  theme: 'dark',
  newsletter: {heading: 'Letters from Acme', pitch: 'Once a month.', url: 'https://letters.acme.example/subscribe'},
});
