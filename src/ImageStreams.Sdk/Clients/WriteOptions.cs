namespace ImageStreams.Clients;

/// <summary>How to write an object.</summary>
public sealed record WriteOptions
{
    /// <summary>Whether to do everything but keep the result; by default not.</summary>
    public bool DryRun { get; init; }
}
