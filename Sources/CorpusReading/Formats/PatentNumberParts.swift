/// The parts of a publication number while a document gives them one by one.
struct PatentNumberParts {
  var country: [UInt8] = []
  var number: [UInt8] = []
  var kind: [UInt8] = []
  var date: [UInt8] = []

  /// Makes the record's id and date of the parts; a part that stands for nothing is left out.
  func add(to builder: inout RecordBuilder) {
    let none: [UInt8] = []
    if !number.isEmpty, number != [0x30] {
      let start = builder.record.bytes.count
      builder.record.bytes.append(contentsOf: country + number + kind)
      builder.add(.identifier(.publication), name: none.span, from: start)
    }
    if !date.isEmpty {
      let name = Array("publication_date".utf8)
      let start = builder.record.bytes.count
      builder.record.bytes.append(contentsOf: date)
      builder.add(.date(.publication), name: name.span, from: start)
    }
  }
}
