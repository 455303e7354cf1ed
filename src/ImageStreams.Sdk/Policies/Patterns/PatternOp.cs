namespace ImageStreams.Policies;

/// <summary>The kinds of instructions of a compiled pattern.</summary>
internal enum PatternOp : byte
{
    /// <summary>Takes one code point.</summary>
    Rune,

    /// <summary>Takes one code point of a class.</summary>
    Class,

    /// <summary>Tries one continuation, then another one.</summary>
    Split,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Notes the position as a limit of a group.</summary>
    Save,

    /// <summary>Goes on only at some positions.</summary>
    Assert,

    /// <summary>The pattern matches.</summary>
    Match,
}
