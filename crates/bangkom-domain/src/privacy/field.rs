use super::field_table::FIELDS;
use crate::enumeration::enumeration;

enumeration! {
    /// What a field says about people.
    FieldClass {
        /// About a person: never in `Debug`, errors or findings.
        Personal => "personal", "data pribadi", "personal";
        /// The pseudonym of a person: names nobody, but says whose a record is.
        Pseudonym => "pseudonym", "pseudonim", "pseudonym";
        /// Not about a person by itself.
        Open => "open", "terbuka", "open";
    }
}

/// One field of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The schema of the document, such as `bangkom.roster/1`.
    pub document: &'static str,
    /// The way to the value in the JSON form; `[]` stands for every element of a list.
    pub path: &'static str,
    /// What it says about people.
    pub class: FieldClass,
}

/// Every field of every document, with what it says about people.
///
/// ```
/// use bangkom_domain::privacy::{self, FieldClass};
///
/// let birth_date = privacy::fields()
///     .find(|field| field.path == "employees[].birth_date")
///     .expect("the roster has it");
/// assert_eq!(birth_date.class, FieldClass::Personal);
/// ```
///
/// # References
/// UU 27/2022 art. 4: which data are personal.
pub fn fields() -> impl Iterator<Item = Field> {
    FIELDS.iter().flat_map(|(document, fields)| {
        fields.iter().map(|(path, class)| Field {
            document,
            path,
            class: *class,
        })
    })
}
