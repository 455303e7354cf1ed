namespace ImageStreams.Manifests;

/// <summary>The ways in which a plain scalar is not the text that it seems to be, or not to every reader.</summary>
internal enum YamlTrap : byte
{
    /// <summary>A text to every reader.</summary>
    None,

    /// <summary>A number that is written as it is read: <c>8080</c>.</summary>
    Number,

    /// <summary>A number that is written otherwise than it is read: <c>3.10</c>, <c>1e3</c>, <c>+5</c>.</summary>
    Reformatted,

    /// <summary>Octal digits after a zero: <c>0777</c>, which is 511 to the cluster's reader and 777 by YAML 1.2.</summary>
    Octal,

    /// <summary>A number in another base: <c>0o17</c>, <c>0x1F</c>.</summary>
    OtherBase,

    /// <summary><c>0b101</c>: a binary number to the cluster's reader.</summary>
    Binary,

    /// <summary><c>.inf</c> or <c>.nan</c>.</summary>
    NotFinite,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>yes</c>, <c>on</c> or <c>y</c>: true to the cluster's reader, which follows YAML 1.1.</summary>
    Yes,

    /// <summary><c>no</c>, <c>off</c> or <c>n</c>.</summary>
    No,

    /// <summary>A number with underscores: <c>1_000</c>.</summary>
    Grouped,

    /// <summary>A number in base 60 by YAML 1.1: <c>12:30:45</c>.</summary>
    BaseSixty,

    /// <summary>A date by YAML 1.1.</summary>
    Date,

    /// <summary><c>~</c>, which is null.</summary>
    Tilde,
}
