using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.IntegrationTests.Registries;

public sealed class TokenRegistryTests(TokenRegistryFixture registry) : IClassFixture<TokenRegistryFixture>
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("token");

    /// <summary>The token server has another port than the registry.</summary>
    private static RegistryClientOptions Trusting => new() { TrustedTokenHosts = { "127.0.0.1" } };

    private IRegistryCredentialSource Login => RegistryCredentials.For(registry.Host, "user", "pass");

    [RegistryFact]
    public async Task Import_OneTag_RequestsOneToken()
    {
        await registry.PushAsync("one/app:1", Image);
        using var rig = new ImportRig(new HttpRegistryClient(Trusting, Login));

        var result = await rig.ImportTagAsync($"{registry.Host}/one/app:1");

        Assert.Equal(Image.Digest.ToString(), Assert.IsType<TagImportResult.Imported>(result).Image.Metadata.Name);
        Assert.Equal(1, registry.Tokens.CountRequests("one/app"));
        Assert.Equal([401, 200, 200, 200], (await registry.RequestsAsync("one/app")).Select(request => request.Status));
    }

    [RegistryFact]
    public async Task Resolve_ManyCallersAtOnce_ShareOneToken()
    {
        const int callers = 16;
        await registry.PushAsync("many/app:1", Image);
        using var client = new HttpRegistryClient(
            new() { Limits = new RegistryLimits { MaxConcurrentRequests = callers }, TrustedTokenHosts = { "127.0.0.1" } }, Login);
        var gate = new TaskCompletionSource();
        registry.Tokens.Gate = gate.Task;

        var calls = Enumerable.Range(0, callers).Select(_ => client.ResolveAsync(Repository("many/app"), "1")).ToList();
        await registry.LoggedAsync(requests => requests.Count(request => IsRefused(request, "many/app")) == callers);
        gate.SetResult();

        Assert.All(await Task.WhenAll(calls), found => Assert.Equal(Image.Digest, found.Descriptor.Digest));
        Assert.Equal(1, registry.Tokens.CountRequests("many/app"));
    }

    [RegistryFact]
    public async Task Resolve_TokenAboutToExpire_IsRenewedBeforeItIsRefused()
    {
        await registry.PushAsync("renewed/app:1", Image);
        var (time, repository) = (new FakeTimeProvider(), Repository("renewed/app"));
        using var client = new HttpRegistryClient(Trusting, Login, timeProvider: time);

        await client.ResolveAsync(repository, "1");
        time.Advance(TokenServer.Lifetime - TimeSpan.FromSeconds(10));
        await client.ResolveAsync(repository, "1");
        var before = registry.Tokens.CountRequests("renewed/app");
        time.Advance(TimeSpan.FromSeconds(9));
        await client.ResolveAsync(repository, "1");

        Assert.Equal((1, 2), (before, registry.Tokens.CountRequests("renewed/app")));
        Assert.Single(await registry.RequestsAsync("renewed/app"), request => request.Status == 401);
    }

    [RegistryFact]
    public async Task Resolve_TokenThatTheRegistryRefuses_IsRequestedAgainOnce()
    {
        await registry.PushAsync("refused/app:1", Image);
        using var client = new HttpRegistryClient(Trusting, Login);
        registry.Tokens.RealLifetime = TimeSpan.FromMinutes(-2);
        await Assert.ThrowsAsync<RegistryException>(() => client.ResolveAsync(Repository("refused/app"), "1"));
        var before = registry.Tokens.CountRequests("refused/app");
        registry.Tokens.RealLifetime = TokenServer.Lifetime;

        var found = await client.ResolveAsync(Repository("refused/app"), "1");

        Assert.Equal(Image.Digest, found.Descriptor.Digest);
        Assert.Equal(before + 1, registry.Tokens.CountRequests("refused/app"));
    }

    [RegistryFact]
    public async Task Import_WrongPasswordForAPublicImage_IsNotUsed()
    {
        await registry.PushAsync("open/app:1", Image);
        using var rig = new ImportRig(
            new HttpRegistryClient(Trusting, RegistryCredentials.For(registry.Host, "user", "wrong")));

        Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync($"{registry.Host}/open/app:1"));
    }

    [RegistryFact]
    public async Task Import_WrongPassword_IsUnauthorizedAndDoesNotShowIt()
    {
        await registry.PushAsync("closed/app:1", Image);
        using var rig = new ImportRig(
            new HttpRegistryClient(Trusting, RegistryCredentials.For(registry.Host, "user", "wrong-secret")));

        var failed = Assert.IsType<TagImportResult.Failed>(await rig.ImportTagAsync($"{registry.Host}/closed/app:1"));

        Assert.Equal((RegistryFailure.Unauthorized, "Unauthorized"), (failed.Failure, failed.Reason));
        Assert.DoesNotContain("wrong-secret", failed.Message, StringComparison.Ordinal);
    }

    [RegistryFact]
    public async Task Import_BlobsRedirectedToAnotherPort_DoesNotSendTheToken()
    {
        await registry.PushAsync("redirected/app:1", Image);
        var (front, storage) = (new ProxyScript(), new ProxyScript());
        await using var elsewhere = await FaultyProxy.StartAsync(registry.Address, storage.Next);
        await using var proxy = await FaultyProxy.StartAsync(registry.Address, front.Next);
        front.Plan(new ProxyFault.Redirects(elsewhere.Address), ImportStep.Blob, ProxyScript.Always);
        using var rig = new ImportRig(new HttpRegistryClient(Trusting, RegistryCredentials.For(proxy.Host, "user", "pass")));

        var failed = Assert.IsType<TagImportResult.Failed>(await rig.ImportTagAsync($"{proxy.Host}/redirected/app:1"));

        Assert.Equal(RegistryFailure.Unauthorized, failed.Failure);
        Assert.Contains(front.Seen, request => request.Mentions("Bearer"));
        Assert.NotEmpty(storage.Seen);
        Assert.DoesNotContain(storage.Seen, request => request.Mentions("Authorization") || request.Mentions("Bearer"));
    }

    private static bool IsRefused(LoggedRequest request, string repository) =>
        request is { IsOfLibrary: true, Status: 401 } && request.IsAbout(repository);

    private RegistryRepository Repository(string name) => new() { Registry = registry.Host, Name = name, Insecure = true };
}
