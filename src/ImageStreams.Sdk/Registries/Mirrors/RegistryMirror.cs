namespace ImageStreams.Registries;

/// <summary>A location with copies of the images of a source.</summary>
public sealed record RegistryMirror
{
    /// <summary>The location; the part of a repository's name below the source is appended.</summary>
    /// <exception cref="ArgumentException">The value is a wildcard.</exception>
    public required RegistryScope Location { get; init => field = RequireLocation(value); }

    /// <summary>Gets a value indicating whether HTTPS without a verified certificate is allowed and, when that fails,
    /// plain HTTP.</summary>
    public bool Insecure { get; init; }

    /// <summary>Returns the location.</summary>
    public override string ToString() => Location.ToString();

    private static RegistryScope RequireLocation(RegistryScope value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsWildcard ? throw new ArgumentException("A mirror is one location, not a wildcard.", nameof(value)) : value;
    }
}
