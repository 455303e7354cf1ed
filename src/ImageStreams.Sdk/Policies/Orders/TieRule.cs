namespace ImageStreams.Policies;

/// <summary>The choice between two tags of the same rank.</summary>
internal enum TieRule
{
    /// <summary>The tag followed now, else the one with more numbers, else the greater text.</summary>
    Preferred,

    /// <summary>The greater text.</summary>
    GreatestText,

    /// <summary>The first one of the list.</summary>
    First,

    /// <summary>The last one of the list.</summary>
    Last,
}
