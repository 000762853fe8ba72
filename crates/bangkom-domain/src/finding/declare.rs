/// Declares an enumeration of findings with everything that [`Explain`](super::Explain) asks.
///
/// Each member is written as its fields, then its code, severity and place, then text and
/// action in Indonesian and in English; the texts may name the fields in braces. The code is
/// also the tag of the JSON form; it is never reused or renamed.
macro_rules! findings {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident {
                    $( $(#[$field_meta:meta])* $field:ident: $type:ty, )+
                } => $code:literal, $severity:ident, $place:expr;
                $text_id:literal, $text_en:literal;
                $action_id:literal, $action_en:literal;
            )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[serde(rename = $code)]
                $variant { $( $(#[$field_meta])* $field: $type, )+ },
            )+
        }

        impl $name {
            /// Every code that a finding of this kind can have.
            pub const CODES: &'static [&'static str] = &[ $( $code, )+ ];

            /// What is fixed about each code: the rows of the table of findings.
            pub const TABLE: &'static [$crate::finding::FindingCode] = &[ $(
                $crate::finding::FindingCode {
                    code: $code,
                    severity: $crate::finding::Severity::$severity,
                    action_id: $action_id,
                    action_en: $action_en,
                },
            )+ ];
        }

        impl $crate::finding::Explain for $name {
            fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code, )+ }
            }

            fn severity(&self) -> $crate::finding::Severity {
                match self {
                    $( Self::$variant { .. } => $crate::finding::Severity::$severity, )+
                }
            }

            fn place(&self) -> $crate::finding::Place {
                match self {
                    $( Self::$variant { $( $field ),+ } => {
                        let _ = ( $( $field, )+ );
                        $place
                    } )+
                }
            }

            fn text(&self, language: $crate::Language) -> String {
                match self {
                    $( Self::$variant { $( $field ),+ } => {
                        $( let $field = $crate::finding::Shown::shown($field, language); )+
                        let _ = ( $( &$field, )+ );
                        match language {
                            $crate::Language::Id => format!($text_id),
                            $crate::Language::En => format!($text_en),
                        }
                    } )+
                }
            }

            fn action(&self, language: $crate::Language) -> String {
                match (self, language) {
                    $(
                        (Self::$variant { .. }, $crate::Language::Id) => $action_id,
                        (Self::$variant { .. }, $crate::Language::En) => $action_en,
                    )+
                }
                .to_owned()
            }
        }
    };
}

pub(crate) use findings;
