namespace ImageStreams.Importing;

/// <summary>The reasons why a tag is updated less often than requested.</summary>
public enum DelayReason
{
    /// <summary>The budget of requests that the client has for the registry.</summary>
    Budget,

    /// <summary>The quota of the registry: a new image that a check finds cannot be pulled at once.</summary>
    Quota,
}
