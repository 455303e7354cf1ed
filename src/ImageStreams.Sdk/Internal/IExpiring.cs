namespace ImageStreams.Internal;

/// <summary>Something that is good until a moment.</summary>
internal interface IExpiring
{
    /// <summary>The moment from which it is no longer used.</summary>
    DateTimeOffset Expires { get; }
}
