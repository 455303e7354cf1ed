namespace ImageStreams.Internal;

/// <summary>A value with an expiry time.</summary>
internal interface IExpiring
{
    /// <summary>The time from which the value is no longer used.</summary>
    DateTimeOffset Expires { get; }
}
