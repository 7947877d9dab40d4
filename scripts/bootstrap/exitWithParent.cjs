// Loaded into a child: it ends when the starter is gone, however that died.
if (process.channel) {
  process.channel.unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
