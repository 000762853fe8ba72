/// Declares an enumeration whose members carry an official code and a label in both languages.
///
/// Each member is written `Name => "code", "label in Indonesian", "label in English"`. The code
/// is also the JSON form; it is never reused or renamed.
macro_rules! enumeration {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident => $code:literal, $id:literal, $en:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $code)] $variant, )+
        }

        impl $name {
            /// Every member, in the official order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The stable code, as written in JSON.
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The official term in Indonesian, or its English translation.
            pub const fn label(self, language: $crate::Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$variant, $crate::Language::Id) => $id,
                        (Self::$variant, $crate::Language::En) => $en,
                    )+
                }
            }

            /// The member with this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.code() == code)
            }
        }
    };
}

pub(crate) use enumeration;
