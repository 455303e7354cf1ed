namespace ImageStreams.Policies;

/// <summary>The switches that a pattern sets by <c>(?imsU)</c>.</summary>
[Flags]
internal enum PatternFlags
{
    /// <summary>No switch.</summary>
    None = 0,

    /// <summary><c>i</c>: upper and lower case are the same.</summary>
    IgnoreCase = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> are at lines.</summary>
    MultiLine = 2,

    /// <summary><c>s</c>: the dot takes a line feed, too.</summary>
    DotTakesNewline = 4,

    /// <summary><c>U</c>: <c>x*</c> takes as little as possible, <c>x*?</c> as much as possible.</summary>
    Ungreedy = 8,
}
