use crate::enumeration::enumeration;

enumeration! {
    /// Where a unit stands in the tree.
    UnitKind {
        /// The whole city government.
        City => "city", "kota", "city";
        /// An agency, a district office or the like: the level that plans and budgets.
        Agency => "agency", "perangkat daerah", "agency";
        /// A division, village office, school or health centre of an agency.
        SubUnit => "sub_unit", "unit kerja", "sub-unit";
    }
}
