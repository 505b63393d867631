/// What became of the rows of a campaign's file, as in `receipt.json` (docs/csv.md, "receipt.json").
///
/// `contacts + rejected + duplicates == rows`; suppressed rows are among the contacts.
package struct Receipt: Codable, Hashable, Sendable {
    package var campaign: String
    package var fileSHA256: String
    package var rows: Int
    package var contacts: Int
    package var rejected: Int
    package var duplicates: Int
    package var suppressed: Int

    package enum CodingKeys: String, CodingKey {
        case campaign
        case fileSHA256 = "file_sha256"
        case rows
        case contacts
        case rejected
        case duplicates
        case suppressed
    }

    package init(
        campaign: String,
        fileSHA256: String,
        rows: Int,
        contacts: Int,
        rejected: Int,
        duplicates: Int,
        suppressed: Int
    ) {
        self.campaign = campaign
        self.fileSHA256 = fileSHA256
        self.rows = rows
        self.contacts = contacts
        self.rejected = rejected
        self.duplicates = duplicates
        self.suppressed = suppressed
    }
}
