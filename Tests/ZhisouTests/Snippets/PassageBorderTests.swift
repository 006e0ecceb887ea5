import Testing

@testable import Zhisou

@Suite struct PassageBorderTests {
  /// A text with a bar for each border of a sentence, a slash for a clause, a tilde where nothing
  /// should part it; the beginning is left out.
  private static func drawn(_ text: String) -> String {
    let borders = PassageBorder.borders(before: text.unicodeScalars)
    var drawn = ""
    for (place, (scalar, border)) in zip(text.unicodeScalars, borders).enumerated() {
      if place > 0 {
        drawn += border == .sentence ? "|" : border == .clause ? "/" : border == .seldom ? "~" : ""
      }
      drawn.unicodeScalars.append(scalar)
    }
    return drawn
  }

  @Test(arguments: [
    ("前句。后句", "前句~。|后句"), ("前！后", "前~！|后"), ("前？后", "前~？|后"), ("前；后", "前~；|后"),
    ("前!后", "前~!|后"), ("前?后", "前~?|后"), ("前;后", "前~;|后"), ("前｡后", "前~｡|后"), ("前\n后", "前~\n|后"),
    ("真的！！好", "真的~！~！|好"),
    ("说：“好。”然后", "说~：/“~好~。~”|然后"), ("（见下。）然后", "（~见下~。~）|然后"), ("“行。”Next", "“~行~。~”|N~e~x~t"),
    ("前，后、也：再…还", "前~，/后~、/也~：/再~…/还"), ("前,后:再", "前~,/后~:/再"),
  ])
  func `sentences and clauses end behind their marks`(text: String, drawn: String) {
    #expect(Self.drawn(text) == drawn)
  }

  @Test(arguments: [
    ("it. The", "i~t~.~ |T~h~e"), ("No. 5 is", "N~o~.~ 5~ i~s"), ("1.5 A", "1~.~5~ A"),
    ("it.) The", "i~t~.~)~ |T~h~e"), ("is. Éa", "i~s~.~ |É~a"), ("Yes! it", "Y~e~s~!~ |i~t"),
    ("a, b", "a~,~ /b"), ("用Go。再", "用G~o~。|再"),
  ])
  func `a full stop ends a sentence before a space and a capital`(text: String, drawn: String) {
    #expect(Self.drawn(text) == drawn)
  }

  @Test(arguments: [
    ("达50%和±0.05㎜", "达5~0~%和±~0~.~0~5~㎜"), ("12:30", "1~2~:~3~0"), ("1,000件", "1~,~0~0~0件"),
    ("至５０％，１．５", "至５~０~％~，/１~．~５"), ("a?b=c;d", "a~?~b~=~c~;~d"), ("80℃时", "8~0~℃时"),
    ("人々", "人~々"), ("前——后", "前~—~—后"), ("《书》（注）“话”", "《~书~》（~注~）“~话~”"),
    ("字 word 字", "字~ w~o~r~d~ 字"), ("🙂🙂", "🙂🙂"),
  ])
  func `what belongs together is not parted`(text: String, drawn: String) {
    #expect(Self.drawn(text) == drawn)
  }
}
