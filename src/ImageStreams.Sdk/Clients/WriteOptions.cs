namespace ImageStreams.Clients;

/// <summary>The options of a write.</summary>
public sealed record WriteOptions
{
    /// <summary>True to do everything except to store the result; false by default.</summary>
    public bool DryRun { get; init; }
}
