import CampaignFiles
import DialerCore

/// Counts a file's rows as the importer does: a number that occurs twice is one contact and one duplicate.
///
/// It keeps each number in about twenty bytes, and otherwise only the rows that are shown, so that files of any size
/// fit in memory.
struct RowTally {
    /// `contacts + rejected + duplicates == rows`; suppressed rows are among the contacts.
    private(set) var rows = 0
    private(set) var contacts = 0
    private(set) var rejected = 0
    private(set) var duplicates = 0
    private(set) var suppressed = 0
    /// The first ten rejects.
    private(set) var firstRejects: [Reject] = []
    /// Numbers of contacts to be called, by the names of the time zones whose calling hours apply.
    private(set) var calls: [[String]: Int] = [:]
    /// The first three contacts that can be called by one request.
    private(set) var firstContacts: [ContactRow] = []

    private static let shownRejects = 10
    private static let shownContacts = 3

    private let settings: CampaignSettings
    private var phones: Set<Int64> = []
    private var uris: Set<String> = []

    init(_ settings: CampaignSettings) {
        self.settings = settings
    }

    /// ``calls`` by time zones, the largest number first. Empty names mean that the zones are not known.
    var zones: [(names: [String], calls: Int)] {
        calls.map { (names: $0.key, calls: $0.value) }
            .sorted { $0.calls == $1.calls ? $0.names.lexicographicallyPrecedes($1.names) : $0.calls > $1.calls }
    }

    mutating func addReject(_ reject: Reject) {
        rows += 1
        rejected += 1
        if firstRejects.count < Self.shownRejects { firstRejects.append(reject) }
    }

    /// Counts contacts and duplicates.
    ///
    /// - Returns: the contacts without the duplicates.
    mutating func addContacts(_ read: [ContactRow]) -> [ContactRow] {
        let new = read.filter { contact in
            switch contact.destination {
            case .phone(let digits): phones.insert(digits).inserted
            case .sip(let uri): uris.insert(uri).inserted
            }
        }
        rows += read.count
        contacts += new.count
        duplicates += read.count - new.count
        return new
    }

    /// - Parameter listed: the indices of the contacts that are on the do-not-call list.
    mutating func addCalls(to contacts: [ContactRow], except listed: Set<Int>) {
        suppressed += listed.count
        for (index, contact) in contacts.enumerated() where !listed.contains(index) {
            calls[settings.zones(of: contact.zones), default: 0] += 1
            let overrides = firstContacts.first?.overrides ?? contact.overrides
            if firstContacts.count < Self.shownContacts, contact.overrides == overrides {
                firstContacts.append(contact)
            }
        }
    }
}
