import Foundation
import TestSupport

/// The program with its standard output on a terminal.
enum PseudoTerminal {
  struct Outcome {
    let status: Int32
    /// What the terminal got, as the program wrote it.
    let output: String
    /// The lines without colours.
    var lines: [String] {
      output.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init).dropLast()
    }
  }

  /// Runs the program in a window of a size, without a pager unless the environment names one.
  static func run(
    _ arguments: [String], columns: Int = 80, rows: Int = 1000,
    environment: [String: String?] = [:],
    errorsToo: Bool = false
  ) throws -> Outcome {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    var (terminal, descriptor): (Int32, Int32) = (-1, -1)
    guard unsafe openpty(&terminal, &descriptor, nil, nil, &size) == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    defer { close(terminal) }
    let screen = FileHandle(fileDescriptor: descriptor)

    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "COLUMNS", "PAGER", "LESS", "ZHISOU_INDEX"] { variables[name] = nil }
    variables.merge(["TERM": "xterm", "ZHISOU_LANG": "en", "ZHISOU_PAGER": ""]) { $1 }
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = screen
    process.standardError = errorsToo ? screen : FileHandle.nullDevice
    try process.run()
    try screen.close()

    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe read(terminal, &part, part.count)
      // The end of a terminal is an error on Linux.
      if count <= 0 { break }
      bytes += part[..<count]
    }
    process.waitUntilExit()
    let output = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    return Outcome(status: process.terminationStatus, output: output)
  }
}
