import Glibc

/// Writes a line at once, after everything that the C library still has in its buffers.
func writeLine(_ line: String, to descriptor: Int32) { writeText(line + "\n", to: descriptor) }

/// Writes a text at once. If it has no reader, it is lost, as with any closed stream.
func writeText(_ text: String, to descriptor: Int32) {
  fflush(nil)
  var text = text
  text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
