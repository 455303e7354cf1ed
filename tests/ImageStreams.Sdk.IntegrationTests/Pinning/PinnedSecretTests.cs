using System.Text;
using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.IntegrationTests.Registries;
using ImageStreams.Testing;
using Xunit.Sdk;

namespace ImageStreams.IntegrationTests.Pinning;

/// <summary>The password of a registry is in no log of a build, and in no file that it writes.</summary>
[Collection("builds")]
public sealed class PinnedSecretTests(PackedFeed feed, ProtectedRegistryFixture registry) : IClassFixture<ProtectedRegistryFixture>
{
    private string Host => registry.Host.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [RegistryFact]
    public async Task Build_WithALogin_KeepsItOutOfEveryLog()
    {
        await registry.PushAsync("base/dotnet:10.0", SyntheticIndex.Create(SyntheticImage.Create("secret")).AsOci());
        using var folder = CreateFolder(ProtectedRegistryFixture.BuilderPassword);

        var build = await folder.RunAsync("build", "guarded", "-v:diag");
        var verification = await folder.RunAsync("build", "guarded", "-t:VerifyImageStreamLock", "-v:diag", "--no-restore");

        Assert.Contains("openshift/dotnet:10.0: added: sha256:", build, StringComparison.Ordinal);
        AssertSilent(ProtectedRegistryFixture.BuilderPassword, build, verification, ReadFiles(folder));
    }

    [RegistryFact]
    public async Task Build_WithAWrongLogin_DoesNotTellIt()
    {
        const string Wrong = "hush-0815-wrong";
        using var folder = CreateFolder(Wrong);

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => folder.RunAsync("build", "guarded", "-v:diag"));

        Assert.Contains("guarded.csproj(13,6): error IST3006", failure.Message, StringComparison.Ordinal);
        AssertSilent(Wrong, failure.Message, ReadFiles(folder));
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void AssertSilent(string password, params string[] texts)
    {
        string[] secrets = [password, Encode(password), Encode($"{ProtectedRegistryFixture.Builder}:{password}")];
        foreach (var (text, secret) in texts.SelectMany(text => secrets.Select(secret => (text, secret))))
        {
            Assert.False(text.Contains(secret, StringComparison.Ordinal), "The log or a file has the password.");
        }
    }

    /// <summary>The texts that the build has written.</summary>
    private static string ReadFiles(PinnedFolder folder) => string.Concat(Directory
        .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "auth.json" && !file.Contains("/packages/", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    private PinnedFolder CreateFolder(string password)
    {
        var folder = new PinnedFolder(feed, Host).Add("guarded");
        var login = Encode($"{ProtectedRegistryFixture.Builder}:{password}");
        folder.Write("auth.json", $$"""{"auths": {"{{Host}}": {"auth": "{{login}}"} } }""");
        folder.Environment["REGISTRY_AUTH_FILE"] = Path.Combine(folder.Path, "auth.json");
        return folder;
    }
}
