//! Fixtures in, snapshots out.
