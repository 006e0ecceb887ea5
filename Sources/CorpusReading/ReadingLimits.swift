/// The bounds of reading: what a file may cost, whatever is in it, and what is not to be kept.
///
/// All sizes are bytes. The defaults let every real file through and stop every bomb known to us.
package struct ReadingLimits: Sendable {
  /// Bytes asked of the system in one read.
  package var readBytes = 256 << 10
  /// Bytes of text that a parser is pushed at once.
  package var chunkBytes = 64 << 10
  /// Bytes looked at to tell what a file is.
  package var openingBytes = 64 << 10
  /// Containers inside containers.
  package var containerDepth = 3
  /// Bytes a container may give for one byte of its own, once `ratioFreeBytes` have come out.
  ///
  /// DEFLATE reaches 1030; text of any language stays far below 200.
  package var inflateRatio = 200
  /// Bytes that may come out of a container before its ratio is looked at.
  package var ratioFreeBytes = 16 << 20
  /// Bytes that may come out of all containers of a file beyond `inflateRatio` times its size.
  package var outputFreeBytes = 64 << 20
  /// Bytes of a container that are unpacked in memory; a larger one is unpacked in a file.
  package var spoolMemoryBytes = 16 << 20
  /// Files in an archive.
  package var archiveEntries = 1 << 20
  /// One line of JSON.
  package var lineBytes = 64 << 20
  /// One value of a record.
  package var fieldBytes = 16 << 20
  /// All values of a record.
  package var recordBytes = 64 << 20
  /// How many values a record has.
  package var recordValues = 1 << 16
  /// Levels of arrays and objects in JSON.
  package var jsonDepth = 64
  /// Levels of elements in XML.
  package var xmlDepth = 256
  /// One tag, comment or section of XML that has not ended.
  package var xmlTokenBytes = 1 << 20
  /// The texts that the cells of a workbook share, together.
  package var sharedStringBytes = 256 << 20
  /// Levels of folders.
  package var folderDepth = 256
  /// Problems a report keeps word for word; it counts all.
  package var keptProblems = 20
  /// Whether telephone and identity-card numbers are kept like any other column.
  package var keepsPrivateNumbers = false

  package init() {}
}
