const LEAST = [20, 19];

/** Ends the program with a clear sentence when Node is older than the program needs. */
export function requireNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  console.error(
    `Măng Non cần Node.js ${LEAST.join('.')} trở lên; máy này đang dùng ${process.versions.node}. ` +
      'Hãy cài bản mới tại https://nodejs.org rồi chạy lại lệnh.',
  );
  process.exit(1);
}
