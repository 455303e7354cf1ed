namespace ImageStreams.Registries;

/// <summary>One operation on a repository, independent of the host and transport that serve it.</summary>
internal sealed record RegistryCall
{
    public required HttpMethod Method { get; init; }

    public required RegistryRepository Repository { get; init; }

    /// <summary>The path and query below the registry's host, starting with <c>/v2/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The requested content in messages, such as <c>manifest 3.8</c>.</summary>
    public required string Target { get; init; }

    /// <summary>The meaning of a 404 without an error code.</summary>
    public required RegistryFailure WhenNotFound { get; init; }

    public string Accept { get; init; } = "";

    /// <summary>The path without a page size, for registries that refuse the size; empty for a call that has none.</summary>
    public string PathWithoutPageSize { get; init; } = "";

    public static RegistryCall ForManifest(HttpMethod method, RegistryRepository repository, string name) => new()
    {
        Method = method,
        Repository = repository,
        Path = $"/v2/{repository.Name}/manifests/{name}",
        Target = $"manifest {name}",
        WhenNotFound = RegistryFailure.ManifestNotFound,
        Accept = AcceptHeader.Create(repository.Accept),
    };

    public static RegistryCall ForBlob(RegistryRepository repository, string digest) => new()
    {
        Method = HttpMethod.Get,
        Repository = repository,
        Path = $"/v2/{repository.Name}/blobs/{digest}",
        Target = $"blob {digest}",
        WhenNotFound = RegistryFailure.BlobNotFound,
    };

    public static RegistryCall ForTags(RegistryRepository repository, int pageSize) => new()
    {
        Method = HttpMethod.Get,
        Repository = repository,
        Path = $"/v2/{repository.Name}/tags/list?n={pageSize}",
        PathWithoutPageSize = $"/v2/{repository.Name}/tags/list",
        Target = "the tags",
        WhenNotFound = RegistryFailure.RepositoryNotFound,
        Accept = "application/json",
    };

    public static RegistryCall ForReferrers(RegistryRepository repository, string subject, string? type) => new()
    {
        Method = HttpMethod.Get,
        Repository = repository,
        Path = $"/v2/{repository.Name}/referrers/{subject}" + TypeQuery(type),
        Target = $"the referrers of {subject}",
        WhenNotFound = RegistryFailure.ManifestNotFound,
        Accept = MediaTypes.OciIndex,
    };

    private static string TypeQuery(string? artifactType) =>
        artifactType is null ? "" : "?artifactType=" + Uri.EscapeDataString(artifactType);
}
