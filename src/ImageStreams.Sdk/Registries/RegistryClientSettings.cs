using System.Collections.Frozen;
using ImageStreams.Internal;
using Polly;

namespace ImageStreams.Registries;

/// <summary>A validated, immutable copy of <see cref="RegistryClientOptions"/>.</summary>
internal sealed class RegistryClientSettings
{
    /// <summary>The largest part of an error body that is read, in bytes.</summary>
    public const int MaxErrorBytes = 64 << 10;

    public RegistryClientSettings(RegistryClientOptions options, TimeProvider timeProvider)
    {
        OptionsErrors.ThrowIfAny(options);

        AttemptTimeout = options.AttemptTimeout;
        MaxManifestBytes = options.MaxManifestBytes;
        MaxBlobBytes = options.MaxBlobBytes;
        MaxStreamedBlobBytes = options.MaxStreamedBlobBytes;
        MaxRedirects = options.MaxRedirects;
        MaxPages = options.MaxPages;
        PageSize = options.PageSize;
        UserAgent = options.UserAgent;
        HttpVersion = options.HttpVersion;
        TrustedTokenHosts = options.TrustedTokenHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Pipeline = options.CreatePipeline?.Invoke() ?? RegistryResilience.CreatePipeline(options, timeProvider);
    }

    public TimeSpan AttemptTimeout { get; }

    public int MaxManifestBytes { get; }

    public int MaxBlobBytes { get; }

    public long MaxStreamedBlobBytes { get; }

    public int MaxRedirects { get; }

    public int MaxPages { get; }

    public int PageSize { get; }

    public string UserAgent { get; }

    public Version HttpVersion { get; }

    public FrozenSet<string> TrustedTokenHosts { get; }

    public ResiliencePipeline Pipeline { get; }
}
