extension JSONWriter {
  /// A text in both languages (docs/json-lines.md): `{"zh": …, "en": …}`.
  public mutating func value(_ text: Localized) {
    beginObject()
    key("zh")
    value(text.zh)
    key("en")
    value(text.en)
    endObject()
  }
}
