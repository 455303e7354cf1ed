namespace ImageStreams.Quickstart;

/// <summary>The meaning of a line.</summary>
internal enum Tone
{
    /// <summary>A fact.</summary>
    Plain,

    /// <summary>Something must be done.</summary>
    Due,

    /// <summary>Something was done, or there is nothing to do.</summary>
    Done,
}
