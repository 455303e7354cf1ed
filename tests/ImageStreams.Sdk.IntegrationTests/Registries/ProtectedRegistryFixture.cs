using System.Net.Http.Headers;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A docker-registry with one account, <c>user</c> and <c>pass</c>.</summary>
public sealed class ProtectedRegistryFixture : DockerRegistryFixture
{
    /// <summary>The account in a header.</summary>
    public const string Secret = "dXNlcjpwYXNz";

    private const string Account = "user:$2y$05$abcdefghijklmnopqrstuuZFBUbfXoM8LFiPx8LYlO/sXZB/Cwk3K";

    protected override string MoreConfiguration(string folder)
    {
        var path = Path.Combine(folder, "htpasswd");
        File.WriteAllText(path, Account + "\n");
        return $"""
            auth:
              htpasswd:
                realm: integration-tests
                path: {path}
            """;
    }

    protected override HttpClient CreateClient(string repository)
    {
        var client = base.CreateClient(repository);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Secret);
        return client;
    }
}
