// The container's health check: whether this process takes requests. No curl is needed.
import process from 'node:process';

const port = process.env['OPERATIONS_PORT'] ?? '9464';
try {
  const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = status === 200 ? 0 : 1;
} catch (problem) {
  process.stderr.write(`${/** @type {Error} */ (problem).message}\n`);
  process.exitCode = 1;
}
