import ArgumentParser
import DialerCore
import PlivoAPI
import Settings

struct CallTransferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Have a live call go on with the XML of another URL.",
        discussion: """
            The A leg is the call itself; the B leg is the party that its XML dialled. With --legs both, the B leg goes on \
            with --url, too, unless --bleg-url names another. The exit code is 1 if there is no such live call.
            """
    )

    enum Leg: String, CaseIterable, ExpressibleByArgument {
        case aleg, bleg, both
    }

    enum Method: String, CaseIterable, ExpressibleByArgument {
        case get = "GET"
        case post = "POST"
    }

    @OptionGroup var choice: CallChoice

    @Option(help: "Where Plivo fetches the XML.")
    var url: String

    @Option(help: "How it asks for it.")
    var method = Method.post

    @Option(help: "Which legs are transferred.")
    var legs = Leg.aleg

    @Option(name: .customLong("bleg-url"), help: "Where it fetches the B leg's XML, with --legs both.")
    var blegURL: String?

    @Option(name: .customLong("bleg-method"), help: "How it asks for that (default: as --method has it).")
    var blegMethod: Method?

    func validate() throws {
        if legs != .both, blegURL != nil || blegMethod != nil {
            throw ValidationError("--bleg-url and --bleg-method go with --legs both alone.")
        }
        for url in [url, blegURL].compactMap({ $0 }) where !Self.isWebAddress(url) {
            throw ValidationError("\"\(url)\" is no URL such as https://example.com/next.xml.")
        }
    }

    func run() async throws {
        let (uuid, plivo) = try choice.open()
        switch await plivo.transfer(uuid, transfer) {
        case .success: try Output.line("call \(uuid.text) goes on with \(targets)")
        case .failure(.notFound):
            throw Failure(
                "Plivo has no live call \(uuid.text) to transfer: nobody has answered it yet, it has ended, or it never was; "
                    + "dialerd call show tells"
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
        case .bleg: "\(url), its B leg alone"
        case .both: blegURL.map { "\(url), its B leg with \($0)" } ?? "\(url), both of its legs"
        }
    }

    /// Plivo checks the rest, and says so.
    private static func isWebAddress(_ text: String) -> Bool {
        ["http://", "https://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    }
}
