import Testing

@testable import CorpusReading

struct EncodingLabelTests {
  @Test(arguments: [
    ("<?xml version=\"1.0\" encoding=\"GB2312\"?><a/>", TextEncoding.gb18030),
    ("  <?xml version='1.0' encoding = 'gbk' standalone='no'?>", .gb18030),
    ("<?xml version=\"1.0\"?><a encoding=\"gbk\"/>", nil),
    ("<?xml version=\"1.0\" encoding=\"utf-8\"?>", nil),
    ("<!DOCTYPE html><html><head><META CHARSET=Big5><title>", .big5),
    (
      "<meta name='x'><meta http-equiv='Content-Type' content='text/html; charset=gb18030'/>",
      .gb18030
    ),
    ("<html><script charset=\"gbk\"></script>", nil),
    ("<html><meta charset='shift_jis'>", .unknown),
    ("<html><meta charset=gb2312", .gb18030),
    ("<html><meta charset=", nil),
    ("{\"title\":\"<meta charset=gbk>\"}", nil),
    ("", nil),
  ])
  func `labels are found where they belong`(text: String, expected: TextEncoding?) {
    let opening = Opening(bytes: Array(text.utf8), isWhole: true)
    #expect(EncodingLabel.declared(in: opening) == expected)
  }
}
