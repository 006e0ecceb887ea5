#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that goes when the test does.
final class TemporaryFolder {
  let path: String

  /// What was made, in the order of making.
  private var entries: [[CChar]] = []

  init() throws {
    var template = Array("/tmp/corpus-reading-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe mkdtemp(base) != nil
    }
    guard made else { throw Failure(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    entries = [template]
  }

  struct Failure: Error {
    let code: Int32
  }

  /// Makes a folder in the folder.
  func folder(_ name: String) throws {
    guard unsafe mkdir("\(path)/\(name)", 0o755) == 0 else { throw Failure(code: errno) }
    entries.append(Array("\(path)/\(name)".utf8CString))
  }

  /// Writes a file.
  func file(_ name: String, _ text: String = "{\"title\":\"x\"}") throws {
    try file(bytes: Array(name.utf8), Array(text.utf8))
  }

  /// Writes a file whose name may hold any bytes.
  func file(bytes name: [UInt8], _ content: [UInt8]) throws {
    let raw = (Array("\(path)/".utf8) + name).map { CChar(bitPattern: $0) } + [0]
    let number = unsafe raw.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      return unsafe open(base, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    guard number >= 0 else { throw Failure(code: errno) }
    entries.append(raw)
    defer { close(number) }
    let written = unsafe content.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
    guard written == content.count else { throw Failure(code: errno) }
  }

  func link(_ target: String, _ name: String) throws {
    guard unsafe symlink(target, "\(path)/\(name)") == 0 else { throw Failure(code: errno) }
    entries.append(Array("\(path)/\(name)".utf8CString))
  }

  func pipe(_ name: String) throws {
    guard unsafe mkfifo("\(path)/\(name)", 0o644) == 0 else { throw Failure(code: errno) }
    entries.append(Array("\(path)/\(name)".utf8CString))
  }

  /// Sets the permissions of an entry.
  func permit(_ name: String, _ mode: mode_t) throws {
    guard unsafe chmod("\(path)/\(name)", mode) == 0 else { throw Failure(code: errno) }
  }

  /// Whether permissions count: for the superuser they do not.
  static var isRestricted: Bool { geteuid() != 0 }

  deinit {
    for entry in entries.reversed() {
      _ = unsafe entry.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return Int32(0) }
        return unsafe remove(base)
      }
    }
  }
}
