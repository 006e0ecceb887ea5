import Foundation
import InvertedIndex
import Storage
import Testing

@testable import Zhisou

@Suite struct ZhisouErrorTests {
  @Test func `the description is place, reason and advice`() {
    let error = ZhisouError(
      code: .locked, path: "/x/ix", reason: "another is writing", advice: "wait")
    #expect(error.description == "/x/ix: another is writing; wait")
    #expect("\(ZhisouError(code: .system, reason: "no", advice: "do"))" == "no; do")
    #expect("\(ZhisouError(code: .system, path: "p", reason: "no", advice: ""))" == "p: no")
  }

  @Test func `the description is one line, whatever the path`() {
    let error = ZhisouError(code: .noIndex, path: "/x/a\nb\u{1B}[1m磨", reason: "no", advice: "do")
    #expect(error.path == "/x/a\nb\u{1B}[1m磨")
    #expect(error.description == #"/x/a\x0Ab\x1B[1m磨: no; do"#)
  }

  @Test func `a path that is to be read has a code and advice of its own`() {
    let cases: [(StorageError, String, String)] = [
      (.system(path: "/x", operation: "open", code: ENOENT), "No such file", "check the spelling"),
      (.system(path: "/x", operation: "open", code: EACCES), "Permission", "permissions"),
      (.system(path: "/x", operation: "read", code: EIO), "error", "check the disk"),
      (.tooLarge(path: "/x", limit: 77), "larger than 77 bytes", "smaller"),
    ]
    for (cause, reason, advice) in cases {
      let error = ZhisouError(reading: cause)
      #expect(error.code == .unreadablePath && error.path == "/x")
      #expect(error.reason.contains(reason) && error.advice.contains(advice))
      #expect(!error.advice.contains("--"))
    }
  }

  private static let errors: [(IndexError, ZhisouError.Code, [String])] = [
    (
      .storage(.system(path: "/x/ix/a", operation: "write", code: ENOSPC)), .system,
      ["write", "No space", "make room"]
    ),
    (
      .storage(.system(path: "/x/ix/a", operation: "open", code: EACCES)), .system,
      ["Permission", "check the permissions"]
    ),
    (
      .storage(.system(path: "/x/ix/a", operation: "open", code: ENOENT)), .system,
      ["No such file", "check the path"]
    ),
    (
      .storage(.system(path: "/x/ix/a", operation: "read", code: EIO)), .system,
      ["read", "check the disk"]
    ),
    (
      .storage(.corrupt(path: "/x/ix/a", offset: 12, reason: "no magic")), .damagedIndex,
      ["byte 12", "no magic", "remove the index folder and build it again"]
    ),
    (
      .storage(.corrupt(path: "/x/ix/a", offset: 0, reason: "no magic")), .damagedIndex,
      ["damaged: no magic", "remove the index folder and build it again"]
    ),
    (
      .storage(.tooOld(path: "/x/ix/a", found: 1, oldest: 3)), .indexTooOld,
      ["version 1", "3 and later", "build it again"]
    ),
    (
      .storage(.tooNew(path: "/x/ix/a", found: 9, newest: 3)), .indexTooNew,
      ["version 9", "up to 3", "newer zhisou"]
    ),
    (.storage(.locked(path: "/x/ix/a")), .locked, ["another process", "wait"]),
    (.storage(.tooLarge(path: "/x/ix/a", limit: 77)), .system, ["77 bytes", "--memory"]),
    (.missing(path: "/x/ix/a"), .noIndex, ["no index", "zhisou index"]),
    (
      .otherAnalyzer(
        path: "/x/ix/a", found: AnalyzerStamp(name: "one", version: 1),
        expected: AnalyzerStamp(name: "two", version: 2)), .otherAnalyzer,
      ["one 1", "two 2", "build it again"]
    ),
  ]

  @Test(arguments: errors.indices)
  func `every failure below has a code, the place, the reason and advice`(number: Int) {
    let (cause, code, parts) = Self.errors[number]
    let error = ZhisouError(cause)
    #expect(error.code == code && error.path == "/x/ix/a")
    #expect(!error.reason.isEmpty && !error.advice.isEmpty)
    #expect(error.description.hasPrefix("/x/ix/a: "))
    for part in parts { #expect(error.description.contains(part)) }
  }
}
