#!/usr/bin/env node
// `npm start` and `npm test` come through here, on whatever Node the machine has (20.19 or newer).
import { launch } from './launch.js';

const [name, ...args] = process.argv.slice(2);
await launch(name, args);
