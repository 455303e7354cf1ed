namespace ImageStreams.Quickstart;

/// <summary>What a line means to the reader.</summary>
internal enum Tone
{
    /// <summary>It is so.</summary>
    Plain,

    /// <summary>Something must be done.</summary>
    Due,

    /// <summary>Something was done, or there is nothing to do.</summary>
    Done,
}
