import DialerCore
