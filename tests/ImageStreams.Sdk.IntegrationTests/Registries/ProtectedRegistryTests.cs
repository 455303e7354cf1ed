using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

public sealed class ProtectedRegistryTests(ProtectedRegistryFixture registry) : IClassFixture<ProtectedRegistryFixture>
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("protected");

    private RegistryRepository Repository =>
        new() { Registry = registry.Host, Name = "private/app", Insecure = true };

    [RegistryFact]
    public async Task GetManifest_WithCredentials_GivesIt()
    {
        await registry.PushAsync("private/app:1", Image);
        using var client = new HttpRegistryClient(
            credentials: RegistryCredentials.For(registry.Host, "user", "pass"));

        var manifest = await client.GetManifestAsync(Repository, "1");

        Assert.Equal(Image.Digest, manifest.Digest);
    }

    [RegistryFact]
    public async Task GetManifest_Anonymous_IsUnauthorized()
    {
        using var client = new HttpRegistryClient();

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
    }

    [RegistryFact]
    public async Task GetManifest_WrongPassword_IsUnauthorizedWithoutLeakingIt()
    {
        using var client = new HttpRegistryClient(
            credentials: RegistryCredentials.For(registry.Host, "user", "wrong-secret"));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
        Assert.DoesNotContain("wrong-secret", exception.ToString(), StringComparison.Ordinal);
    }
}
