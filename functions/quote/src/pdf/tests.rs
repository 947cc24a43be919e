//! The PDF of each fixture, looked at from outside.
