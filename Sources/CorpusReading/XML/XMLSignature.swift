/// Vocabularies of XML that are known by their root element and not read, so that a report can name
/// them instead of guessing at their records.
enum XMLSignature {
  /// What a document with that root element is, nil when it is none of these.
  static func words(root name: String) -> String? { table[name] }

  private static let table: [String: String] = [
    "us-patent-grant": "a patent of the USPTO",
    "us-patent-application": "a patent application of the USPTO",
    "PATDOC": "a patent of the USPTO (before 2005)",
    "patent-application-publication": "a patent application of the USPTO (before 2005)",
    "exchange-documents": "patents of the EPO (DOCDB)",
    "exchange-document": "a patent of the EPO (DOCDB)",
    "world-patent-data": "an answer of the EPO's OPS",
    "jp-official-gazette": "a patent of the JPO",
    "PatentPublication": "a patent by WIPO standard ST.96",
    "Application-body": "a list of the files of a patent (WIPO ST.36a)",
    "PRSRecord": "a legal status of CNIPA",
    "mediawiki": "a dump of a wiki (MediaWiki)",
    "article": "a journal article (JATS)",
    "manifest": "the manifest of a course package",
    "svg": "a drawing (SVG)",
  ]
}
