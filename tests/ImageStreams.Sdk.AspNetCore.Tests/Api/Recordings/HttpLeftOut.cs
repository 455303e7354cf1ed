namespace ImageStreams.Tests.AspNetCore;

/// <summary>The requests of the recordings that are not replayed over HTTP, and the reasons.</summary>
internal static class HttpLeftOut
{
    private const string Registry = "a request to a registry.";
    private const string OtherKinds = "another kind than those of the image API; the fake cluster's tests replay them.";

    /// <summary>The beginnings of paths that the image API serves besides its own group.</summary>
    private static readonly string[] Served = ["/api?", "/apis?", "/version", "/healthz", "/livez", "/readyz", "/openapi/", "/apis/authorization.k8s.io/v1/self", "/apis/authentication.k8s.io/v1/self"];

    /// <summary>The reason; null for a request that is replayed.</summary>
    public static string? Find(string scenario, HttpExchange recorded)
    {
        if (scenario.StartsWith("registry-traffic", StringComparison.Ordinal))
        {
            return Registry;
        }

        return recorded.IsOfImages || recorded.Path is "/api" or "/apis" || Served.Any(prefix => recorded.Path.StartsWith(prefix, StringComparison.Ordinal))
            ? null
            : OtherKinds;
    }
}
