using System.Net;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A login goes only to its registry, wherever a registry redirects: every header is checked.</summary>
public sealed class CredentialLeakTests(ProtectedRegistryFixture registry, DockerRegistryFixture storage)
    : IClassFixture<ProtectedRegistryFixture>, IClassFixture<DockerRegistryFixture>, IAsyncLifetime
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("leaks");
    private readonly ProxyScript _home = new();
    private readonly ProxyScript _redirectTarget = new();
    private FaultyProxy _proxy = null!;
    private FaultyProxy _elsewhere = null!;

    public async Task InitializeAsync()
    {
        _proxy = await FaultyProxy.StartAsync(registry.Address, _home.Next);
        _elsewhere = await FaultyProxy.StartAsync(storage.Address, _redirectTarget.Next);
        if (ExternalTool.DockerRegistry.SkipReason is null)
        {
            await registry.PushAsync("leaks/app:1", Image);
            await storage.PushAsync("leaks/app:1", Image);
        }
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [RegistryTheory]
    [InlineData(ImportStep.Tag)]
    [InlineData(ImportStep.Manifest)]
    [InlineData(ImportStep.Blob)]
    public async Task Import_RedirectedToAnotherPort_DoesNotSendTheLogin(ImportStep step)
    {
        _home.Plan(
            new ProxyFault.Redirects(_elsewhere.Address),
            request => request.Step == step && request.Mentions("Basic"),
            ProxyScript.Always);

        Assert.IsType<TagImportResult.Imported>(await ImportAsync());

        Assert.Single(_redirectTarget.Seen);
        AssertStayedHome();
    }

    [RegistryFact]
    public async Task Import_RedirectedToAServerThatRequiresALogin_DoesNotSendTheLogin()
    {
        _home.Plan(new ProxyFault.Redirects(_elsewhere.Address), ImportStep.Blob, ProxyScript.Always);
        _redirectTarget.Plan(Challenge("Basic realm=\"integration-tests\""), ImportStep.Blob, ProxyScript.Always);

        var failed = Assert.IsType<TagImportResult.Failed>(await ImportAsync());

        Assert.Equal(RegistryFailure.Unauthorized, failed.Failure);
        Assert.NotEmpty(_redirectTarget.Seen);
        AssertStayedHome();
    }

    [RegistryFact]
    public async Task Import_TokenServerElsewhere_IsNotGivenTheLogin()
    {
        var realm = $"http://localhost:{_elsewhere.Address.Port}/token";
        _home.Plan(Challenge($"Bearer realm=\"{realm}\",service=\"x\""), ImportStep.Tag, ProxyScript.Always);

        var failed = Assert.IsType<TagImportResult.Failed>(await ImportAsync());

        Assert.Equal((RegistryFailure.TokenRealmRefused, false), (failed.Failure, failed.IsTransient));
        Assert.Empty(_redirectTarget.Seen);
    }

    [RegistryFact]
    public async Task Import_MirrorRequiresALogin_DoesNotGetTheSources()
    {
        _redirectTarget.Plan(Challenge("Basic realm=\"mirror\""), ImportStep.Tag, ProxyScript.Always);
        _redirectTarget.Plan(Challenge("Basic realm=\"mirror\""), ImportStep.Manifest, ProxyScript.Always);
        var rules = new RegistryRules
        {
            Mirrors =
            [
                new MirrorRule
                {
                    Source = RegistryScope.Parse(_proxy.Host),
                    Mirrors = [new RegistryMirror { Location = RegistryScope.Parse(_elsewhere.Host), Insecure = true }],
                },
            ],
        };

        Assert.IsType<TagImportResult.Imported>(await ImportAsync(new RegistryPolicy(rules)));

        Assert.NotEmpty(_redirectTarget.Seen);
        AssertStayedHome();
    }

    private static ProxyFault.Answers Challenge(string header) => new(HttpStatusCode.Unauthorized, "WWW-Authenticate", header);

    private async Task<TagImportResult> ImportAsync(RegistryPolicy? policy = null)
    {
        using var rig = new ImportRig(
            new HttpRegistryClient(credentials: RegistryCredentials.For(_proxy.Host, "user", "pass")), policy);
        return await rig.ImportTagAsync($"{_proxy.Host}/leaks/app:1");
    }

    private void AssertStayedHome()
    {
        Assert.Contains(_home.Seen, request => request.Mentions(ProtectedRegistryFixture.Secret));
        Assert.DoesNotContain(_redirectTarget.Seen, request =>
            request.Mentions(ProtectedRegistryFixture.Secret) || request.Mentions("pass") || request.Mentions("Authorization"));
    }
}
