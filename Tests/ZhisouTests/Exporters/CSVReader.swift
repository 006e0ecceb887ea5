/// Reads RFC 4180, byte by byte and nothing else: the other side of what is written.
struct CSVReader {
  struct Malformed: Error {
    let place: Int
  }

  private let bytes: [UInt8]
  private var place = 0

  /// The rows of a text whose every line ends in CR LF.
  static func rows(_ text: String) throws -> [[String]] {
    var reader = CSVReader(bytes: Array(text.utf8))
    var rows: [[String]] = []
    while reader.place < reader.bytes.count { rows.append(try reader.row()) }
    return rows
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func row() throws -> [String] {
    var fields = [try field()]
    while take(",") { fields.append(try field()) }
    guard take("\r"), take("\n") else { throw Malformed(place: place) }
    return fields
  }

  private mutating func field() throws -> String {
    var field: [UInt8] = []
    guard take("\"") else {
      while place < bytes.count, !",\"\r\n".utf8.contains(bytes[place]) {
        field.append(bytes[place])
        place += 1
      }
      return String(decoding: field, as: UTF8.self)
    }
    while true {
      guard place < bytes.count else { throw Malformed(place: place) }
      if take("\"") {
        guard take("\"") else { return String(decoding: field, as: UTF8.self) }
        field.append(UInt8(ascii: "\""))
      } else {
        field.append(bytes[place])
        place += 1
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }
}
