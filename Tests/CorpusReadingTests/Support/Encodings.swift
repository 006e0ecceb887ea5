@testable import CorpusReading

/// What came of decoding.
struct Decoded: Equatable {
  let text: String
  let replaced: Int
}

/// Decodes bytes that are cut before the places given.
func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, cuts: [Int] = []) -> Decoded {
  var decoder = TextDecoder(encoding)
  var out: [UInt8] = []
  var start = 0
  for end in cuts + [bytes.count] {
    let isLast = end == bytes.count
    decoder.decode(bytes.span.extracting(start..<end), isLast: isLast) { text in
      for index in text.indices { out.append(text[index]) }
    }
    start = end
  }
  return Decoded(text: String(decoding: out, as: UTF8.self), replaced: decoder.replaced)
}

/// A text in an encoding, by the decoder's own tables; characters that it lacks are left out.
func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
  switch encoding {
  case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .gb18030, .big5:
    text.unicodeScalars.flatMap { scalar in
      scalar.isASCII ? [UInt8(scalar.value)] : pairs[encoding]?[scalar] ?? []
    }
  case .utf8, .utf32, .unknown: Array(text.utf8)
  }
}

/// The pair of each character.
private let pairs: [TextEncoding: [Unicode.Scalar: [UInt8]]] = {
  var pairs: [TextEncoding: [Unicode.Scalar: [UInt8]]] = [:]
  for encoding in [TextEncoding.gb18030, .big5] {
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let one = decoded([lead, trail], encoding)
        let scalars = one.text.unicodeScalars
        guard one.replaced == 0, scalars.count == 1, let scalar = scalars.first else { continue }
        if pairs[encoding]?[scalar] == nil {
          pairs[encoding, default: [:]][scalar] = [lead, trail]
        }
      }
    }
  }
  return pairs
}()

/// A text reader at the front of bytes, with its source.
func textReader(
  _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()
) throws -> TextReader {
  let reader = ByteReader(
    MemorySource(bytes), capacity: max(limits.openingBytes, limits.readBytes))
  try reader.fill(atLeast: limits.openingBytes)
  let opening = Opening(
    bytes: Array(bytes.prefix(limits.openingBytes)), isWhole: bytes.count < limits.openingBytes)
  return TextReader(reader, opening: opening, limits: limits)
}
