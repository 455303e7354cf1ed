using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Tool;

/// <summary>The data, the address and the files of a server.</summary>
internal sealed record ServeSettings
{
    /// <summary>The name of data that end with the process.</summary>
    public const string InMemory = ":memory:";

    /// <summary>The file with the streams; <see cref="InMemory"/> for none.</summary>
    public required string Data { get; init; }

    /// <summary>The address to listen on.</summary>
    public required ListenAddress Listen { get; init; }

    /// <summary>The file that gets the address, the certificate and the token; a client reads it.</summary>
    public required string Kubeconfig { get; init; }

    /// <summary>The host of the registry that streams name as their own.</summary>
    public required string Registry { get; init; }

    /// <summary>The namespace that a client uses unless it names one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The time between two imports of a scheduled tag.</summary>
    public required TimeSpan ImportInterval { get; init; }

    /// <summary>Gets a value indicating whether images come from a registry in the process, in which they move.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The PEM file with a certificate and those of its authorities; null for a certificate made at the start.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The PEM file with the private key of the certificate.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The file with the token of the administrator; null for a token made at the start.</summary>
    public string? TokenFile { get; init; }

    /// <summary>The file with the secret of a registry that posts to <c>/hooks/registry</c>; null for no webhooks.</summary>
    public string? WebhookSecretFile { get; init; }

    /// <summary>The group of the custom resources that keep the streams; null for a file or memory.</summary>
    public string? StoreGroup { get; init; }

    /// <summary>The kubeconfig of the cluster with the custom resources; null for that of the pod, or of the user.</summary>
    public string? StoreKubeconfig { get; init; }

    /// <summary>Gets a value indicating whether the API server of the cluster passes requests on.</summary>
    public bool IsAggregated { get; init; }

    /// <summary>Gets a value indicating whether the streams are custom resources of a cluster.</summary>
    [MemberNotNullWhen(true, nameof(StoreGroup))]
    public bool IsInCluster => StoreGroup is not null;

    /// <summary>Gets a value indicating whether the data end with the process.</summary>
    public bool IsInMemory => Data == InMemory;
}
