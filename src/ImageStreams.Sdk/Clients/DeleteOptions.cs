namespace ImageStreams.Clients;

/// <summary>The options of a deletion.</summary>
/// <remarks>
/// They correspond to the body of the request: a server that gets a body ignores <c>dryRun</c> in the query, so that a
/// client over HTTP must send <see cref="DryRun"/> as <c>"dryRun": ["All"]</c> in the body.
/// </remarks>
public sealed record DeleteOptions
{
    /// <summary>Gets a value indicating whether everything is done except the deletion; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>The UID that the object must have; null for any.</summary>
    public string? Uid { get; init; }

    /// <summary>The version that the object must have; null for any.</summary>
    public string? ResourceVersion { get; init; }
}
