use super::CatalogFinding;
use crate::position::Position;

/// Whether the echelon that older records give a position belongs to another kind.
pub(super) fn echelon_finding(position: &Position) -> Option<CatalogFinding> {
    let echelon = position.echelon?;
    (echelon.kind()? != position.kind).then(|| CatalogFinding::EchelonOfOtherKind {
        position: position.id.clone(),
        echelon,
        kind: position.kind,
    })
}
