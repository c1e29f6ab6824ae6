#!/usr/bin/env node
// The command line. It brings its own Node and builds when the sources changed.
import { launch } from './launch.js';

await launch('tally', process.argv.slice(2));
