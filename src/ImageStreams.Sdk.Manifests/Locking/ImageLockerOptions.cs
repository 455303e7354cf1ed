namespace ImageStreams.Manifests;

/// <summary>Options of an <see cref="ImageLocker"/>; read when it is created.</summary>
public sealed class ImageLockerOptions
{
    /// <summary>The default of <see cref="MaxConcurrency"/>: 8 requests.</summary>
    public const int DefaultMaxConcurrency = 8;

    /// <summary>The maximum number of requests to registries at a time, at least 1; 8 by default.</summary>
    public int MaxConcurrency { get; set; } = DefaultMaxConcurrency;

    /// <summary>The registries, <c>HOST</c> or <c>HOST:PORT</c>, that may be asked over HTTP, or with a certificate that is not
    /// trusted; none by default.</summary>
    /// <remarks>A tag of a stream may allow it for itself, by its import policy.</remarks>
    public IList<string> InsecureRegistries { get; } = new List<string>();

    /// <summary>The scope in which credentials are looked up, as in <see
    /// cref="Registries.RegistryRepository.CredentialScope"/>; empty by default.</summary>
    public string CredentialScope { get; set; } = "";
}
