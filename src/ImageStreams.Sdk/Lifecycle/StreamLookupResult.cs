namespace ImageStreams.Lifecycle;

/// <summary>What came of looking another stream up.</summary>
public abstract record StreamLookupResult
{
    private StreamLookupResult()
    {
    }

    /// <summary>The stream was found.</summary>
    public sealed record Found(ImageStream Stream) : StreamLookupResult;

    /// <summary>There is no such stream.</summary>
    public sealed record NotFound : StreamLookupResult;

    /// <summary>Nobody knows: the lookup failed.</summary>
    public sealed record Failed(string Message) : StreamLookupResult;
}
