// `npm run build` ends here: everything was made by the bootstrap before.
process.stderr.write('tallystick: built\n');
