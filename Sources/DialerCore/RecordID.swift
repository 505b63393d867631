/// The number of a row in the database. Its type tells rows of different tables apart.
package struct RecordID<Kind>: Hashable, Comparable, Sendable {
    package var value: Int64

    package init(_ value: Int64) {
        self.value = value
    }

    package static func < (a: RecordID, b: RecordID) -> Bool { a.value < b.value }
}

package enum CampaignKind {}
package enum ContactKind {}
package enum BatchKind {}
package enum AttemptKind {}
package enum OverridesKind {}
package enum ZoneKind {}
package enum WebhookDeliveryKind {}

package typealias CampaignID = RecordID<CampaignKind>
package typealias ContactID = RecordID<ContactKind>
package typealias BatchID = RecordID<BatchKind>
package typealias AttemptID = RecordID<AttemptKind>
/// A set of overriding make-call arguments, shared by all rows of a campaign that have the same set.
package typealias OverridesID = RecordID<OverridesKind>
/// A set of time zones in which a number may lie.
package typealias ZoneID = RecordID<ZoneKind>
/// A callback to be delivered to a campaign's own URL.
package typealias WebhookDeliveryID = RecordID<WebhookDeliveryKind>
