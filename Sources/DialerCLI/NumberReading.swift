import DialerCore
import Settings

/// Numbers as they are typed on the command line.
struct NumberReading {
    private let country: Country?

    /// National numbers are those of `defaults.default_country`.
    init(_ configuration: Configuration) {
        country = configuration.defaults.country
    }

    /// - Throws: why it is none.
    func destination(_ typed: String) throws(Failure) -> Destination {
        do throws(DestinationProblem) {
            return try Destination(typed: typed, country: country)
        } catch {
            throw Failure("\"\(typed)\": the number \(error)", code: .usage)
        }
    }

    /// Each of them once.
    ///
    /// - Throws: every one that is none, with the reason.
    func destinations(_ typed: [String]) throws(Failure) -> [Destination] {
        var destinations: [Destination] = []
        var problems: [String] = []
        for text in typed {
            do throws(Failure) {
                let destination = try destination(text)
                if !destinations.contains(destination) { destinations.append(destination) }
            } catch {
                problems += error.sentences
            }
        }
        if !problems.isEmpty { throw Failure(problems, code: .usage) }
        return destinations
    }
}
