namespace ImageStreams.Tests.AspNetCore;

/// <summary>The requests of the recordings that are not replayed over HTTP, and the reasons.</summary>
internal static class HttpLeftOut
{
    private const string Registry = "a request to a registry.";
    private const string OtherKinds = "a kind that the fake cluster does not have.";

    private const string Binary = "the body is protobuf, and was not recorded.";
    private const string Cut = "of the body of the request, only the first 1,500 characters were recorded.";

    private const string Workloads = "controllers and admission plugins changed workloads and builds, and the replay runs none; the tests of triggers replay them in process.";

    /// <summary>The beginnings of paths that the image API serves besides its own group and the kinds of the fake cluster.</summary>
    private static readonly string[] Served = ["/api?", "/apis?", "/version", "/healthz", "/livez", "/readyz", "/openapi/", "/oapi/", "/apis/image.openshift.io", "/apis/authorization.k8s.io/v1/self", "/apis/authentication.k8s.io/v1/self", HttpHidden.Rbac];

    /// <summary>The reason; null for a request that is replayed.</summary>
    public static string? Find(string scenario, HttpExchange recorded)
    {
        if (scenario.StartsWith("registry-traffic", StringComparison.Ordinal))
        {
            return Registry;
        }

        if (recorded.RequestHeaders.GetValueOrDefault("Content-Type", "").Contains("protobuf", StringComparison.Ordinal))
        {
            return Binary;
        }

        if (RecordedHead.IsElided(recorded.RequestBody))
        {
            return Cut;
        }

        return HttpWorkloads.AreChanged(recorded) ? Workloads : FindOther(recorded);
    }

    private static string? FindOther(HttpExchange recorded) => IsServed(recorded) ? null : OtherKinds;

    private static bool IsServed(HttpExchange recorded) => recorded.IsOfImages
        || recorded.Path is "/api" or "/apis"
        || Served.Any(prefix => recorded.Path.StartsWith(prefix, StringComparison.Ordinal))
        || HttpKinds.IsServed(recorded.Path);
}
