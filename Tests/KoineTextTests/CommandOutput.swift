import Glibc
import KoineText

/// Returns what a shell command writes, or throws if it fails.
func output(of command: String) throws -> String {
  guard let pipe = unsafe popen(command, "r") else { throw TextError.unreadable(path: command, errno: errno) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = unsafe fread(&chunk, 1, chunk.count, pipe), count > 0 {
    bytes.append(contentsOf: chunk[..<count])
  }
  let status = unsafe pclose(pipe)
  guard status == 0 else { throw TextError.unreadable(path: command, errno: status) }
  return String(decoding: bytes, as: UTF8.self)
}
