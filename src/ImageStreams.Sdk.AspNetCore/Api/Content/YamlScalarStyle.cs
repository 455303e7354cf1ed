namespace ImageStreams.AspNetCore;

/// <summary>The form of a text in YAML.</summary>
internal enum YamlScalarStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In single quotes, within which only they themselves are doubled.</summary>
    SingleQuoted,

    /// <summary>In double quotes, with escapes.</summary>
    DoubleQuoted,

    /// <summary>Line by line, below a bar.</summary>
    Literal,
}
