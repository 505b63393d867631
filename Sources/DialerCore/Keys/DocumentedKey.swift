/// A ``SettingKey`` of any type, for lists of keys: the catalog of known keys, and the tests that compare the
/// documentation.
package protocol DocumentedKey<Value>: Sendable {
    associatedtype Value: Equatable & Sendable

    var name: String { get }
    var form: SettingForm<Value> { get }
    var `default`: Value { get }
    var defaultWords: String? { get }
    var summary: String { get }
}
