namespace ImageStreams.Clients;

/// <summary>The options of a write.</summary>
public sealed record WriteOptions
{
    /// <summary>Gets a value indicating whether everything is done except storing the result; false by default.</summary>
    public bool DryRun { get; init; }
}
