//! A board on the wire of rate rows: the code sheets use, `RO BB HB FB AI SC`, and nothing else.

use serde::{Deserialize, Deserializer, Serializer, de::Error};

use crate::enquiry::Board;

/// Writes the code.
pub(super) fn serialize<S: Serializer>(board: &Board, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(board.code())
}

/// Reads the code.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Board, D::Error> {
    let code = String::deserialize(deserializer)?;
    Board::from_code(&code).ok_or_else(|| D::Error::custom("a board is one of RO BB HB FB AI SC"))
}
