import DialerCore
import Settings

/// Reads the numbers and SIP URIs on the command line.
struct NumberParser {
    private let country: Country?

    /// National numbers are read as numbers of the configured `defaults.default_country`.
    init(_ configuration: Configuration) {
        country = configuration.defaults.country
    }

    /// - Throws: ``Failure`` that says why the text is not a number.
    func destination(_ typed: String) throws(Failure) -> Destination {
        do throws(DestinationProblem) {
            return try Destination(typed: typed, country: country)
        } catch {
            throw Failure("\"\(typed)\": the number \(error)", code: .usage)
        }
    }

    /// Each destination once, in the order in which they are typed.
    ///
    /// - Throws: ``Failure`` with a sentence for every text that is not a number.
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
