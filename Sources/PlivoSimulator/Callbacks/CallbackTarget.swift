/// A `*_url` argument with its `*_method`.
package struct CallbackTarget: Equatable, Sendable {
    package let url: CallbackURL
    package let verb: HTTPVerb

    package init(url: CallbackURL, verb: HTTPVerb) {
        self.url = url
        self.verb = verb
    }
}
