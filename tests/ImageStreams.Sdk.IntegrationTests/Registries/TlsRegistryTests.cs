using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Registries;

public sealed class TlsRegistryTests(TlsRegistryFixture registry) : IClassFixture<TlsRegistryFixture>
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("tls");

    [RegistryFact]
    public async Task Import_OwnAuthority_IsTrustedAndUsesHttp2()
    {
        await registry.PushAsync("trusted/app:1", Image);
        using var handlers = registry.Trusting();
        using var rig = new ImportRig(new HttpRegistryClient(handlers: handlers)) { Insecure = false };

        var imported = Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync($"{registry.Host}/trusted/app:1"));

        Assert.Equal(Image.Digest.ToString(), imported.Image.Metadata.Name);
        Assert.Equal(RegistryTransport.Https, imported.Source.Transport);
        Assert.All(await registry.RequestsAsync("trusted/app"), request => Assert.Equal("HTTP/2.0", request.Protocol));
    }

    [RegistryTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_UnknownAuthority_IsATlsFailureAndSendsNothing(bool knowsAnother)
    {
        await registry.PushAsync("unknown/app:1", Image);
        using var another = new TestAuthority();
        using var handlers = Trusting(knowsAnother ? another : null);
        using var rig = new ImportRig(new HttpRegistryClient(handlers: handlers)) { Insecure = false };

        var failed = Assert.IsType<TagImportResult.Failed>(await rig.ImportTagAsync($"{registry.Host}/unknown/app:1"));

        Assert.Equal((RegistryFailure.Tls, false), (failed.Failure, failed.IsTransient));
        Assert.Empty(await registry.RequestsAsync("unknown/app"));
    }

    [RegistryFact]
    public async Task Import_UnknownAuthorityOfInsecureTag_IsAccepted()
    {
        await registry.PushAsync("insecure/app:1", Image);
        using var rig = new ImportRig(new HttpRegistryClient());

        var imported = Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync($"{registry.Host}/insecure/app:1"));

        Assert.Equal(RegistryTransport.HttpsUnverified, imported.Source.Transport);
    }

    [RegistryFact]
    public async Task GetManifest_NameThatTheCertificateIsNotFor_IsATlsFailure()
    {
        var repository = new RegistryRepository { Registry = $"localhost:{registry.Address.Port}", Name = "app" };
        using var handlers = Trusting(registry.Authority);
        using var client = new HttpRegistryClient(handlers: handlers);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(repository, "1"));

        Assert.Equal(RegistryFailure.Tls, exception.Reason);
    }

    /// <summary>The transport options of a client that trusts an authority for all hosts.</summary>
    private static SocketsRegistryHandlerSource Trusting(TestAuthority? authority)
    {
        var options = new RegistryTransportOptions();
        if (authority is not null)
        {
            options.GetCertificateAuthorities = () => [authority.Certificate];
        }

        return new SocketsRegistryHandlerSource(options);
    }
}
