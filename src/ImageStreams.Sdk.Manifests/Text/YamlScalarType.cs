namespace ImageStreams.Manifests;

/// <summary>The types of plain scalars by the core schema of YAML 1.2.</summary>
internal enum YamlScalarType : byte
{
    Text,
    Null,
    True,
    False,

    /// <summary>Decimal digits, perhaps with a sign.</summary>
    Integer,

    /// <summary>A number with a point or an exponent.</summary>
    Float,

    /// <summary><c>0o17</c>.</summary>
    Octal,

    /// <summary><c>0x1F</c>.</summary>
    Hexadecimal,

    /// <summary><c>.inf</c> and <c>.nan</c>, which JSON does not have.</summary>
    NotFinite,
}
