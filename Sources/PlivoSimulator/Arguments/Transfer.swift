/// The checked arguments of a transfer (docs/plivo.md, "Transferring").
///
/// The simulator's calls have no B leg, so only the A leg's URL is ever fetched.
package struct Transfer: Sendable {
    let aleg: CallbackTarget?

    package init(reading arguments: ArgumentReader) throws(BadRequest) {
        let legs = try arguments.string("legs") ?? "aleg"
        let aleg = try arguments.target("aleg")
        let bleg = try arguments.target("bleg")
        guard ["aleg", "bleg", "both"].contains(legs) else { throw .invalid("legs") }
        if legs != "bleg", aleg == nil { throw .missing("aleg_url") }
        if legs != "aleg", bleg == nil { throw .missing("bleg_url") }
        self.aleg = legs == "bleg" ? nil : aleg
    }
}
