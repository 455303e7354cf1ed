using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>An APIService whose version of a group is served by a service of the cluster.</summary>
internal sealed record BackedService
{
    /// <summary>The resource of APIServices.</summary>
    public const string Resource = "apiservices.apiregistration.k8s.io";

    public required string Group { get; init; }

    public required string Version { get; init; }

    /// <summary>The namespace and the name of the service.</summary>
    public required (string Namespace, string Name) Service { get; init; }

    /// <summary>The authority of the service's certificate as PEM; empty for none.</summary>
    public required string AuthorityPem { get; init; }

    public required bool SkipsVerification { get; init; }

    /// <summary>The path below which everything is served by the service.</summary>
    public string Path => $"/apis/{Group}/{Version}";

    /// <summary>The host name that the service's certificate must have.</summary>
    public string Host => $"{Service.Name}.{Service.Namespace}.svc";

    /// <summary>Reads an APIService; null for one that the cluster serves itself.</summary>
    public static BackedService? Find(ClusterObject api)
    {
        var spec = ObjectDocuments.FromObject(api).FindObject("spec");
        return spec?.FindObject("service") is not { } service ? null : new BackedService
        {
            Group = spec.FindText("group") ?? "",
            Version = spec.FindText("version") ?? "",
            Service = (service.FindText("namespace") ?? "", service.FindText("name") ?? ""),
            AuthorityPem = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(spec.FindText("caBundle") ?? "")),
            SkipsVerification = spec.IsTrue("insecureSkipTLSVerify"),
        };
    }

    /// <summary>Determines whether a path is served by the service.</summary>
    public bool Serves(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/');
}
