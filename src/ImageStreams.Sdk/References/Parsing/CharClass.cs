namespace ImageStreams.References;

/// <summary>The character classes of the grammar of image references.</summary>
[Flags]
internal enum CharClass : byte
{
    /// <summary>A character that is not allowed in a reference.</summary>
    None = 0,
    Lower = 1,
    Upper = 2,
    Digit = 4,
    Dash = 8,
    Dot = 16,
    Underscore = 32,
    Plus = 64,

    /// <summary>A character whose simple lower case is ASCII, although it is not: the Kelvin sign and the dotted
    /// capital I.</summary>
    LowersToAscii = 128,

    Letter = Lower | Upper,
    LowerOrDigit = Lower | Digit,
    LetterOrDigit = Letter | Digit,
}
