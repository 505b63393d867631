import DialerCore
import DialerStore

/// Sorts claimed contacts into requests: contacts with the same arguments share a request, in the order of their claim.
struct BatchAssembly {
    /// What all contacts of a batch have in common. Contacts of a refused request share requests only with each other,
    /// so that the refused destination is found without affecting others.
    private struct Key: Hashable {
        var overrides: OverridesID?
        var cap: Int?
    }

    private let maxBatch: Int
    private let maxRequests: Int
    private var openBatch: [Key: Int] = [:]
    /// At most `maxRequests` batches; each has from 1 to `maxBatch` contacts.
    private(set) var batches: [[Contact]] = []

    init(maxBatch: Int, maxRequests: Int) {
        self.maxBatch = maxBatch
        self.maxRequests = maxRequests
    }

    /// Adds a contact. If no request is left for the contact, it stays unclaimed.
    mutating func add(_ contact: Contact) {
        let key = Key(overrides: contact.overrides, cap: contact.batchCap)
        let most = min(maxBatch, contact.batchCap ?? maxBatch)
        if let index = openBatch[key], batches[index].count < most {
            batches[index].append(contact)
        } else if batches.count < maxRequests {
            openBatch[key] = batches.count
            batches.append([contact])
        }
    }
}
