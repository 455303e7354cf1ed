using System.Net.Http.Headers;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A docker-registry with two accounts: <c>user</c> and <c>pass</c>, and one whose password no other text contains.</summary>
public sealed class ProtectedRegistryFixture : DockerRegistryFixture
{
    /// <summary>The account in a header.</summary>
    public const string Secret = "dXNlcjpwYXNz";

    /// <summary>The name of the second account.</summary>
    public const string Builder = "builder";

    /// <summary>Its password.</summary>
    public const string BuilderPassword = "hush-4711-build";

    private const string BuilderAccount = $"{Builder}:$2b$05$abcdefghijklmnopqrstuuwd8KW.FItquZmWuvMkeObCBCay4kuh6";

    private const string Account = "user:$2y$05$abcdefghijklmnopqrstuuZFBUbfXoM8LFiPx8LYlO/sXZB/Cwk3K";

    protected override string MoreConfiguration(string folder)
    {
        var path = Path.Combine(folder, "htpasswd");
        File.WriteAllText(path, $"{Account}\n{BuilderAccount}\n");
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
