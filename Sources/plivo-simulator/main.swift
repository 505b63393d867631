import Glibc
import PlivoSimulator

// libdispatch writes to syslog for each thread whose niceness it may not set.
setenv("LIBDISPATCH_LOG", "NO", 1)
await SimulatorCommand.start()
