import ProcModel
import Testing

@Test func aChineseLocaleAsksForChinese() {
  #expect(Language(locale: "zh_CN.UTF-8") == .zh)
  #expect(Language(locale: "de_DE.UTF-8") == .en)
}
