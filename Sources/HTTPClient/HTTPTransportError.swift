package enum HTTPTransportError: Error, CustomStringConvertible {
    case libcurlDoesNotStart

    package var description: String { "libcurl does not start: check the installed libcurl4 package" }
}
