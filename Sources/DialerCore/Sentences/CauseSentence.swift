/// What stands in place of Plivo's `hangup_cause_name` where the dialer itself knows why a contact ended so.
package enum CauseSentence {
    package static let invalidNumber = "Plivo called the number invalid"
    /// `dialerd resolve --accept`: the contact is not listed as doubtful any more.
    package static let acceptedAsUnknown = "accepted as unknown by the operator"
}
