import CampaignFiles
import DialerCore
import DialerStore
import DialerTestSupport
import TestSupport

/// A database and a watched folder in a temporary folder, which is removed afterwards.
final class Scratch {
    let store: Store
    let folder: CampaignFolder
    let now = WallTime.sample
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(path: temporary.path + "/dialerd.sqlite3")
        folder = CampaignFolder(path: temporary.path + "/campaigns")
        try folder.prepare()
    }

    @discardableResult
    func campaign(_ name: String, contacts: Range<Int>, at instant: WallTime? = nil) throws -> CampaignID {
        try store.importCampaign(.sample(name), contacts: contacts, at: instant ?? now).campaign
    }

    /// A campaign that ends with its import, because every number is on the do-not-call list.
    func finishedCampaign(_ name: String, contacts: Range<Int>, at instant: WallTime? = nil) throws {
        _ = try store.addDoNotCall(contacts.map(Destination.sample), reason: "", source: "test", at: now)
        let campaign = try campaign(name, contacts: contacts, at: instant)
        try store.finish(campaign, at: instant ?? now)
    }
}
