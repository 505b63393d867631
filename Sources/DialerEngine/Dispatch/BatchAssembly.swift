import DialerCore
import DialerStore

/// Sorts claimed contacts into requests: those with the same arguments travel together, in their order.
struct BatchAssembly {
    /// What all contacts of a batch have in common. Those of a refused request stay among themselves, so that the
    /// bad one is found without dragging others into it.
    private struct Key: Hashable {
        var overrides: OverridesID?
        var cap: Int?
    }

    private let maxBatch: Int
    private let maxRequests: Int
    private var openBatch: [Key: Int] = [:]
    /// None empty, none larger than `maxBatch`; at most `maxRequests`.
    private(set) var batches: [[Contact]] = []

    init(maxBatch: Int, maxRequests: Int) {
        self.maxBatch = maxBatch
        self.maxRequests = maxRequests
    }

    /// A contact for which no request is left stays unclaimed.
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
