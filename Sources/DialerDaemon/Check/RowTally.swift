import CampaignFiles
import DialerCore

/// What becomes of a file's rows, counted as the importer counts them: a number twice is one contact and a duplicate.
///
/// It keeps each number once, in some twenty bytes, and nothing else of a row that is not shown.
struct RowTally {
    private(set) var counts = CheckReport.Counts()
    /// The first rejects of the file.
    private(set) var firstRejects: [Reject] = []
    /// Contacts to be called, by the zones whose clocks count.
    private(set) var calls: [[String]: Int] = [:]
    /// The first contacts to be called, as far as one request can hold them together.
    private(set) var firstContacts: [ContactRow] = []

    private static let shownRejects = 10
    private static let shownContacts = 3

    private let settings: CampaignSettings
    private var phones: Set<Int64> = []
    private var uris: Set<String> = []

    init(_ settings: CampaignSettings) {
        self.settings = settings
    }

    mutating func reject(_ reject: Reject) {
        counts.rows += 1
        counts.rejected += 1
        if firstRejects.count < Self.shownRejects { firstRejects.append(reject) }
    }

    /// Counts contacts; those whose numbers have not been seen before.
    mutating func admit(_ contacts: [ContactRow]) -> [ContactRow] {
        let new = contacts.filter { contact in
            switch contact.destination {
            case .phone(let digits): phones.insert(digits).inserted
            case .sip(let uri): uris.insert(uri).inserted
            }
        }
        counts.rows += contacts.count
        counts.contacts += new.count
        counts.duplicates += contacts.count - new.count
        return new
    }

    /// - Parameter listed: the places of those who are on the do-not-call list.
    mutating func call(_ contacts: [ContactRow], except listed: Set<Int>) {
        counts.suppressed += listed.count
        for (index, contact) in contacts.enumerated() where !listed.contains(index) {
            calls[settings.zones(of: contact.zones), default: 0] += 1
            let overrides = firstContacts.first?.overrides ?? contact.overrides
            if firstContacts.count < Self.shownContacts, contact.overrides == overrides {
                firstContacts.append(contact)
            }
        }
    }
}
