/**
 * Loaded into every part before its own code: it ends when whoever
 * started it is gone, even if that was killed and could stop nothing.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
