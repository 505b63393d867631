import ArgumentParser
import DialerCore
import PlivoAPI
import Settings

struct CallTransferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Make a live call continue with the XML of another URL.",
        discussion: """
            The A leg is the call itself; the B leg is the call that its XML dialed. With --legs both, the B leg continues \
            with --url, too, unless --bleg-url is given. The exit code is 1 if there is no such live call.
            """
    )

    enum Leg: String, CaseIterable, ExpressibleByArgument {
        case aleg, bleg, both
    }

    enum Method: String, CaseIterable, ExpressibleByArgument {
        case get = "GET"
        case post = "POST"
    }

    @OptionGroup var call: CallUUIDArgument

    @Option(help: "The URL from which Plivo fetches the XML.")
    var url: String

    @Option(help: "The HTTP method of that request.")
    var method = Method.post

    @Option(help: "The legs to transfer.")
    var legs = Leg.aleg

    @Option(name: .customLong("bleg-url"), help: "The URL for the B leg, with --legs both.")
    var blegURL: String?

    @Option(name: .customLong("bleg-method"), help: "The HTTP method for the B leg (default: that of --method).")
    var blegMethod: Method?

    func validate() throws {
        if legs != .both, blegURL != nil || blegMethod != nil {
            throw ValidationError("--bleg-url and --bleg-method need --legs both.")
        }
        for url in [url, blegURL].compactMap({ $0 }) where !Self.isWebAddress(url) {
            throw ValidationError("\"\(url)\" is no URL such as https://example.com/next.xml.")
        }
    }

    func run() async throws {
        let (uuid, plivo) = try call.open()
        switch await plivo.transfer(uuid, transfer) {
        case .success: try Output.line("call \(uuid.text) continues with \(targets)")
        case .failure(.notFound):
            throw Failure(
                "Plivo has no live call \(uuid.text) to transfer: it has not been answered yet, has ended, or never existed; "
                    + "dialerd call show looks for it"
            )
        case .failure(let failure): throw Failure(failure, of: .change(uuid))
        }
    }

    private var transfer: CallTransfer {
        let target = CallTransfer.Target(url: url, method: method.rawValue)
        switch legs {
        case .aleg: return CallTransfer(.a(target))
        case .bleg: return CallTransfer(.b(target))
        case .both:
            let other = CallTransfer.Target(url: blegURL ?? url, method: (blegMethod ?? method).rawValue)
            return CallTransfer(.both(a: target, b: other))
        }
    }

    private var targets: String {
        switch legs {
        case .aleg: url
        case .bleg: "\(url), only its B leg"
        case .both: blegURL.map { "\(url), its B leg with \($0)" } ?? "\(url), both legs"
        }
    }

    /// Plivo checks the rest of the URL and refuses a wrong URL.
    private static func isWebAddress(_ text: String) -> Bool {
        ["http://", "https://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    }
}
