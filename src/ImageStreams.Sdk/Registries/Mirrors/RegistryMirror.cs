namespace ImageStreams.Registries;

/// <summary>A place that has copies of what is in another.</summary>
public sealed record RegistryMirror
{
    /// <summary>Where the copies are; what follows the source in the name of a repository is appended.</summary>
    /// <exception cref="ArgumentException">The value is a wildcard.</exception>
    public required RegistryScope Location { get; init => field = RequireLocation(value); }

    /// <summary>Whether the mirror may be asked without a verified certificate and, failing that, over plain
    /// HTTP.</summary>
    public bool Insecure { get; init; }

    /// <summary>Returns the location.</summary>
    public override string ToString() => Location.ToString();

    private static RegistryScope RequireLocation(RegistryScope value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsWildcard ? throw new ArgumentException("A mirror is one place, not a wildcard.", nameof(value)) : value;
    }
}
