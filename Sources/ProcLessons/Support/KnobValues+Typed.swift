public import ProcModel

/// The settings as the scenarios read them. Every value has been checked when it was set.
extension KnobValues {
  /// Whether an `on`/`off` knob is on.
  public func isOn(_ name: String) -> Bool { self[name] == "on" }

  /// The value of a whole-number knob.
  public func integer(_ name: String) -> Int { Int(self[name]) ?? 0 }

  /// How children are started; `fork` if the scenario has no such knob.
  public var startMethod: StartMethod { self["start-method"] == "spawn" ? .spawn : .fork }

  /// `duration`, made shorter by the knob `speed`.
  public func scaled(_ duration: Duration) -> Duration {
    duration / max(Double(self["speed"]) ?? 1, 0.001)
  }
}
