/// A `*_url` argument with its `*_method`.
package struct CallbackTarget: Equatable, Sendable {
    package let url: CallbackURL
    package let method: CallbackMethod
}
