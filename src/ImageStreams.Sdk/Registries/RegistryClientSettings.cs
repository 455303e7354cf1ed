using ImageStreams.Internal;
using Polly;

namespace ImageStreams.Registries;

/// <summary>A validated, immutable copy of <see cref="RegistryClientOptions"/>.</summary>
internal sealed class RegistryClientSettings
{
    /// <summary>The largest part of an error body that is read, in bytes.</summary>
    public const int MaxErrorBytes = 64 << 10;

    private readonly HostSet _trustedTokenHosts;
    private readonly HostSet _privateHosts;
    private readonly PrivateAddressAccess _privateAddresses;

    public RegistryClientSettings(RegistryClientOptions options, TimeProvider timeProvider)
    {
        OptionsErrors.ThrowIfAny(options);

        AttemptTimeout = options.AttemptTimeout;
        CallTimeout = options.CallTimeout;
        MinBytesPerAttempt = (long)(options.MinStreamedBytesPerSecond * options.AttemptTimeout.TotalSeconds);
        MaxRetryDelay = options.MaxRetryDelay;
        MaxManifestBytes = options.MaxManifestBytes;
        MaxBlobBytes = options.MaxBlobBytes;
        MaxStreamedBlobBytes = options.MaxStreamedBlobBytes;
        MaxRedirects = options.MaxRedirects;
        MaxPages = options.MaxPages;
        PageSize = options.PageSize;
        UserAgent = options.UserAgent;
        HttpVersion = options.HttpVersion;
        _trustedTokenHosts = new HostSet(options.TrustedTokenHosts);
        _privateHosts = new HostSet(options.PrivateHosts);
        _privateAddresses = options.PrivateAddresses;
        Pipeline = options.CreatePipeline?.Invoke() ?? RegistryResilience.CreatePipeline(options, timeProvider);
    }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan MaxRetryDelay { get; }

    public int MaxManifestBytes { get; }

    public int MaxBlobBytes { get; }

    public long MaxStreamedBlobBytes { get; }

    public int MaxRedirects { get; }

    public int MaxPages { get; }

    public int PageSize { get; }

    public string UserAgent { get; }

    public Version HttpVersion { get; }

    public TimeSpan CallTimeout { get; }

    /// <summary>The least number of bytes of a streamed blob in each <see cref="AttemptTimeout"/>.</summary>
    public long MinBytesPerAttempt { get; }

    public ResiliencePipeline Pipeline { get; }

    /// <summary>Determines whether a token server may get the credentials of any registry.</summary>
    public bool IsTrustedTokenHost(Uri realm) => _trustedTokenHosts.Contains(realm);

    /// <summary>Returns the endpoint of a registry that the caller named.</summary>
    public RegistryEndpoint CreateEndpoint(string registry, RegistryTransport transport)
    {
        var endpoint = RegistryEndpoint.FromRegistry(registry, transport);
        return _privateAddresses == PrivateAddressAccess.ListedHosts && !_privateHosts.Contains(endpoint.ToUri("/"))
            ? endpoint with { LedFrom = "" }
            : endpoint;
    }

    /// <summary>Returns the endpoint of an address to which a registry led, by a redirect or a challenge.</summary>
    public RegistryEndpoint CreateEndpoint(Uri uri, RegistryRepository repository)
    {
        var endpoint = RegistryEndpoint.FromUri(uri, repository.Insecure);
        if (IsNamed(uri))
        {
            return endpoint;
        }

        var home = CreateEndpoint(repository.Registry, endpoint.Transport);
        return home.ToUri("/").Authority == uri.Authority
            ? endpoint with { LedFrom = home.LedFrom }
            : endpoint with { LedFrom = home.LedFrom ?? home.Host };
    }

    private bool IsNamed(Uri uri) =>
        _privateAddresses == PrivateAddressAccess.Everywhere || _privateHosts.Contains(uri) || _trustedTokenHosts.Contains(uri);
}
