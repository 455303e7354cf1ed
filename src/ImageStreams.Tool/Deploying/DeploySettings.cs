using ImageStreams.Kubernetes;

namespace ImageStreams.Tool;

/// <summary>The names of what is deployed.</summary>
internal sealed record DeploySettings
{
    /// <summary>The name of everything in the namespace.</summary>
    public const string Name = "imagestreams";

    /// <summary>The secret with the certificate of the server.</summary>
    public const string CertificateSecret = "imagestreams-tls";

    /// <summary>The port of the container.</summary>
    public const int Port = 6443;

    /// <summary>The way in which programs see the streams.</summary>
    public required DeployMode Mode { get; init; }

    /// <summary>The container image of this tool.</summary>
    public required string Image { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The number of pods.</summary>
    public required int Replicas { get; init; }

    /// <summary>The authority of the server's certificate as PEM; null where no APIService needs it.</summary>
    public byte[]? Authority { get; init; }

    /// <summary>Gets a value indicating whether an API is served.</summary>
    public bool IsAggregated => Mode == DeployMode.Aggregated;

    /// <summary>The group of the custom resources.</summary>
    public string Group => IsAggregated ? KubernetesStoreOptions.DefaultGroup : KubernetesStoreOptions.ImageGroup;
}
