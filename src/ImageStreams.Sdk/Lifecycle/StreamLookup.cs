namespace ImageStreams.Lifecycle;

/// <summary>What came of looking another stream up.</summary>
public abstract record StreamLookup
{
    private StreamLookup()
    {
    }

    /// <summary>The stream was found.</summary>
    public sealed record Found(ImageStream Stream) : StreamLookup;

    /// <summary>There is no such stream.</summary>
    public sealed record NotFound : StreamLookup;

    /// <summary>Nobody knows: the lookup failed.</summary>
    public sealed record Failed(string Message) : StreamLookup;
}
