/// The text in place of Plivo's `hangup_cause_name` if the dialer itself knows why a contact ended.
package enum CauseSentence {
    package static let invalidNumber = "Plivo called the number invalid"
    /// After `dialerd resolve --accept`: the contact is not listed as doubtful any more.
    package static let acceptedAsUnknown = "accepted as unknown by the operator"
}
