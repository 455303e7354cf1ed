namespace ImageStreams.Internal;

/// <summary>Something that is due at a time, which may change.</summary>
internal interface IDueSource
{
    /// <summary>Is raised after <see cref="NextDue"/> has changed.</summary>
    event EventHandler? NextDueChanged;

    /// <summary>The time at which something is due next; null when nothing is.</summary>
    DateTimeOffset? NextDue { get; }
}
