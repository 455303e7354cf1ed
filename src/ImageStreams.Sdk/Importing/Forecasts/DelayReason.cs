namespace ImageStreams.Importing;

/// <summary>What makes a tag be checked less often than asked.</summary>
public enum DelayReason
{
    /// <summary>The budget of requests that was set for the registry.</summary>
    Budget,

    /// <summary>The pulls that the registry allows: a check that finds a new image cannot import it at once.</summary>
    Quota,
}
