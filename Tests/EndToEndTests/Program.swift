import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    let status: Int32
    /// Whether a signal ended it.
    let wasKilled: Bool
    let output: String
    let errors: String

    /// The lines of standard error.
    var complaints: [String] {
      errors.split(separator: "\n").map(String.init)
    }
  }

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that the tests were built into holds the program too.
  static let path = Bundle.main.bundleURL.resolvingBuildFolder
    .appendingPathComponent("zhisou").path

  /// The benchmark program beside it.
  static let benchPath = path + "-bench"

  /// Whether a command is installed.
  static func exists(_ command: String) -> Bool {
    (try? run(["/bin/sh", "-c", "command -v \(command)"]).status) == 0
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run([path] + arguments, in: folder, environment: environment)
  }

  /// Runs any command to its end.
  static func run(
    _ command: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let started = try Started(command, in: folder, environment: environment)
    return started.finish()
  }

  /// A command that goes on while the test does something else.
  final class Started {
    let process = Process()
    private let output: FileHandle
    private let errors: FileHandle
    private let folder = TemporaryFolder()

    init(
      _ command: [String], in directory: String? = nil, environment: [String: String] = [:]
    ) throws {
      process.executableURL = URL(fileURLWithPath: command[0])
      process.arguments = Array(command.dropFirst())
      if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
      var variables = ProcessInfo.processInfo.environment
      variables["ZHISOU_INDEX"] = nil
      variables["ZHISOU_LANG"] = "en"
      variables.merge(environment) { $1 }
      process.environment = variables
      for name in ["output", "errors"] { TestFile.write([], to: folder.path(name)) }
      output = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("output")))
      errors = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("errors")))
      process.standardOutput = output
      process.standardError = errors
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    func finish() -> Outcome {
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus,
        wasKilled: process.terminationReason == .uncaughtSignal,
        output: String(decoding: TestFile.read(folder.path("output")), as: UTF8.self),
        errors: String(decoding: TestFile.read(folder.path("errors")), as: UTF8.self))
    }
  }
}

extension URL {
  /// The folder of built programs, whether the tests run from a bundle in it or below it.
  fileprivate var resolvingBuildFolder: URL {
    var folder = self
    for _ in 0..<4 {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("zhisou").path) {
        return folder
      }
      folder.deleteLastPathComponent()
    }
    return self
  }
}

extension String {
  /// Parses a line of JSON into dictionaries and arrays.
  func json() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(utf8)) as? [String: Any] ?? [:]
  }
}
