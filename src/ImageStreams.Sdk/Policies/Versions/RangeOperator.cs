namespace ImageStreams.Policies;

/// <summary>The operators of a range.</summary>
internal enum RangeOperator
{
    /// <summary><c>=</c> or nothing: this version, or all of a version that is given in part.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&gt;</c>.</summary>
    Above,

    /// <summary><c>&gt;=</c>.</summary>
    AtLeast,

    /// <summary><c>&lt;</c>.</summary>
    Below,

    /// <summary><c>&lt;=</c>.</summary>
    AtMost,

    /// <summary><c>~</c>: the same minor version, and not below.</summary>
    Tilde,

    /// <summary><c>^</c>: the same major version, and not below.</summary>
    Caret,
}
