/// Why the listener cannot speak TLS. The description is one sentence with the remedy.
package struct TLSProblem: Error, CustomStringConvertible {
    package var description: String
}
