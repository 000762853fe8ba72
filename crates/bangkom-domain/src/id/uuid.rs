use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The namespace under which ids are derived from a caller's own keys.
///
/// For persons it is a secret of the caller: who knows it can recompute the ids of guessed
/// employee numbers. `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct IdNamespace(Uuid);

impl IdNamespace {
    /// A namespace from the caller's own UUID.
    pub const fn new(namespace: Uuid) -> Self {
        Self(namespace)
    }

    fn derive(self, kind: &str, key: &str) -> Uuid {
        Uuid::new_v5(&self.0, format!("{kind}:{key}").as_bytes())
    }
}

impl fmt::Debug for IdNamespace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdNamespace(secret)")
    }
}

macro_rules! uuid_ids {
    ($( $(#[$meta:meta])* $name:ident = $kind:literal; )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id that is this UUID.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The id derived from a key: UUID version 5 of namespace, kind and key.
            ///
            /// The same namespace and key give the same id everywhere.
            pub fn derive(namespace: IdNamespace, key: &str) -> Self {
                Self(namespace.derive($kind, key))
            }

            /// The UUID.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+ };
}

uuid_ids! {
    /// The pseudonymous id of an employee.
    PersonId = "person";
    /// The pseudonymous id of somebody who rates, a citizen or an employee.
    RaterId = "rater";
    /// The id of one record of evidence.
    EvidenceId = "evidence";
    /// The id of a decision of an official.
    DecisionId = "decision";
}
