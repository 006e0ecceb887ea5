extension RecordSink {
  /// The name of what is being read, without its extension and that of the compression around it:
  /// the title of a document that has no other.
  var fileTitle: String {
    var name = fileName[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    return String(name)
  }
}
