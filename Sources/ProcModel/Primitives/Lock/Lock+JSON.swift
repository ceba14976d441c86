extension EventJSON {
  static func fields(_ kind: LockEvent, _ event: Event, _ json: inout JSONWriter) {
    json.key("depth")
    json.value(event.value)
    switch kind {
    case .wait: limit(event, &json)
    case .acquire: if event.flags.contains(.ownerDied) { yes("owner_died", &json) }
    case .release: if event.flags.contains(.mended) { yes("mended", &json) }
    case .timeout: break
    }
  }
}
