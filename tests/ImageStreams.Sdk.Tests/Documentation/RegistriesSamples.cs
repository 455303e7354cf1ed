using System.Net;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Registries;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class RegistriesSamples : IAsyncLifetime
{
    private LoopbackRegistryServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackRegistryServer.StartAsync();
        _server.Registry.Push("team/app:1.0", SyntheticImage.Create("app"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Resolve_ATag_YieldsItsDigest()
    {
        var host = _server.Host;

        // sample: registries-resolve
        using var client = new HttpRegistryClient();
        var repository = RegistryRepository.From(ImageReference.Parse($"{host}/team/app"), insecure: true);

        var found = await client.ResolveAsync(repository, "1.0");
        var manifest = await client.GetManifestAsync(repository, found.Descriptor.Digest);

        Console.WriteLine($"{found.Descriptor.Digest} {manifest.MediaType}");
        await foreach (var tag in client.ListTagsAsync(repository))
        {
            Console.WriteLine(tag);
        }
        // end

        Assert.Equal(found.Descriptor.Digest, manifest.Digest);
    }

    [Fact]
    public async Task Configure_WithDependencyInjection_ImportsWithALogin()
    {
        _server.Registry.RequireBasic("robot", "secret");
        var (host, token) = (_server.Host, "secret");

        // sample: registries-services
        var services = new ServiceCollection();
        services
            .AddImageStreams(options =>
            {
                options.MaxAttempts = 2;
                options.AttemptTimeout = TimeSpan.FromSeconds(10);
            })
            .UseCredentials(RegistryCredentials.For(host, "robot", token));

        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ImageImporter>();
        // end

        Assert.IsType<TagImportResult.Imported>(await importer.ImportTagAsync(Follow($"{host}/team/app:1.0"), "latest"));
    }

    [Fact]
    public async Task Credentials_FromAFunction_AreRequestedForEachRegistry()
    {
        _server.Registry.RequireBasic("robot", "secret");
        var (host, secrets) = (_server.Host, new Dictionary<string, string> { [_server.Host] = "secret" });

        // sample: registries-credentials
        var credentials = RegistryCredentials.From((query, _) => ValueTask.FromResult<RegistryCredential?>(
            secrets.TryGetValue(query.Registry, out var password)
                ? new RegistryCredential.Login { UserName = "robot", Password = password }
                : null));
        using var client = new HttpRegistryClient(credentials: credentials);
        // end

        var repository = new RegistryRepository { Registry = host, Name = "team/app", Insecure = true };
        Assert.NotNull(await client.ResolveAsync(repository, "1.0"));
    }

    [Fact]
    public async Task Failure_OfARegistry_IsDistinguished()
    {
        using var client = new HttpRegistryClient();
        var repository = new RegistryRepository { Registry = _server.Host, Name = "team/app", Insecure = true };
        var advice = "";

        // sample: registries-errors
        try
        {
            await client.ResolveAsync(repository, "2.0");
        }
        catch (RegistryException e)
        {
            advice = e.Reason switch
            {
                RegistryFailure.ManifestNotFound or RegistryFailure.RepositoryNotFound => "push it first",
                RegistryFailure.Unauthorized or RegistryFailure.Denied => "check the credentials",
                _ when e.IsTransient => "try again later",
                _ => e.Message,
            };
        }
        // end

        Assert.Equal("push it first", advice);
    }

    [Fact]
    public async Task Import_AnyOutcome_IsAResult()
    {
        var (stream, text) = (Follow($"{_server.Host}/team/app:2.0"), "");
        using var client = new HttpRegistryClient();
        var importer = new ImageImporter(client);

        // sample: registries-import
        var result = await importer.ImportTagAsync(stream, "latest");
        text = result switch
        {
            TagImportResult.Imported imported => $"now {imported.Image.Metadata.Name}",
            TagImportResult.Unchanged unchanged => $"still {unchanged.Image}",
            TagImportResult.Failed failed => $"{failed.Reason}: {failed.Message}",
            TagImportResult.NotImportable { Reason: var obstacle } => $"nothing to import: {obstacle}",
            _ => "",
        };
        stream = result.Stream;   // the next value; a failure is a condition in it
        // end

        Assert.StartsWith("NotFound: ", text, StringComparison.Ordinal);
        Assert.Single(stream.Status.Tags.Find("latest")!.Conditions);
    }

    private static ImageStream Follow(string image) => new()
    {
        Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = "latest",
                    From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = image },
                    ImportPolicy = new TagImportPolicy { Insecure = true },
                },
            ],
        },
    };

    [Fact]
    public async Task Credentials_AsAChain_FirstThatHasOneWins()
    {
        _server.Registry.RequireBasic("robot", "secret");
        var (host, password, authFile) = (_server.Host, "secret", Path.Combine(Path.GetTempPath(), "no-such-auth.json"));

        // sample: registries-chain
        var credentials = RegistryCredentials.Chain(
            RegistryCredentials.FromFile(authFile),
            RegistryCredentials.For($"{host}/team", "robot", password));
        using var client = new HttpRegistryClient(credentials: credentials);
        // end

        var repository = RegistryRepository.From(ImageReference.Parse($"{host}/team/app"), insecure: true);
        Assert.NotNull(await client.ResolveAsync(repository, "1.0"));
    }

    [Fact]
    public void Limits_PerRegistry_AreOptions()
    {
        // sample: registries-limits
        var options = new RegistryClientOptions
        {
            Limits = new RegistryLimits
            {
                MaxConcurrentRequests = 8,
                Budget = new RequestBudget { Requests = 100, Per = TimeSpan.FromHours(6) },
            },
        };
        // end

        using var client = new HttpRegistryClient(options);
        Assert.Null(client.FindQuota("docker.io"));
    }

    [Fact]
    public async Task Credentials_OfAllKinds_AreAddedInTheirOrder()
    {
        var (namespaceSecrets, authFile) = ("""{"kind":"SecretList","apiVersion":"v1","items":[]}""", "/no/such/auth.json");
        var services = new ServiceCollection();

        // sample: registries-sources
        services
            .AddImageStreams()
            .AddLogin("quay.io/team", "robot", "secret")
            .AddCredentials(RegistryCredentials.InScope("shop", RegistryCredentials.FromPullSecrets(namespaceSecrets)))
            .AddAuthFile(authFile)
            .AddAuthFiles(RegistryAuthLocations.All, files => files.RunHelpers = true)
            .AddCredentialHelper("ecr-login", helper => helper.Timeout = TimeSpan.FromSeconds(5));
        // end

        await using var provider = services.BuildServiceProvider();
        var source = provider.GetRequiredService<IRegistryCredentialSource>();
        var found = await source.FindAsync(new() { Registry = "quay.io", Repository = "team/app" }, CancellationToken.None);
        Assert.Equal("the options (used 'quay.io/team')", Assert.Single(found.Tried).ToString());
    }

    [Fact]
    public async Task Credentials_ThatAreRefused_AreNamedByTheirSource()
    {
        _server.Registry.RequireBasic("robot", "secret");
        using var client = new HttpRegistryClient(credentials: RegistryCredentials.For(_server.Host, "robot", "wrong"));
        var repository = new RegistryRepository { Registry = _server.Host, Name = "team/app", Insecure = true };
        var lines = new List<string>();

        // sample: registries-tried
        try
        {
            await client.ResolveAsync(repository, "1.0");
        }
        catch (RegistryException e) when (e.Reason == RegistryFailure.Unauthorized)
        {
            lines.AddRange(e.CredentialsTried.Select(tried => $"{tried.Source}: {tried.Outcome}"));
        }
        // end

        Assert.Equal([$"the options: used '{_server.Host}'"], lines);
    }

    [Fact]
    public async Task Transport_OfOneHost_DiffersFromTheOthers()
    {
        using var authority = new TestAuthority();
        var (ownAuthority, clientCertificate) = (authority.Certificate, authority.CreateClient());
        await using var server = await ProbeServer.StartAsync(authority.CreateServer());
        var (host, proxy) = (server.Host, new Uri("http://127.0.0.1:1/"));
        var services = new ServiceCollection();

        // sample: registries-transport
        services
            .AddImageStreams()
            .ConfigureTransport(transport =>
            {
                transport.GetProxy = () => new WebProxy(proxy);
                transport.MaxConnectionsPerHost = 16;

                var own = transport.ForHost(host);
                own.GetCertificateAuthorities = () => [ownAuthority];
                own.GetClientCertificate = () => clientCertificate;
                own.UseProxy = false;
            })
            .UseHttpClientFactory(http => http.AddHttpMessageHandler(() => new TracingHandler()));
        // end

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(await provider.GetRequiredService<IRegistryClient>().GetManifestAsync(server.Repository, "1.0"));
    }

    [Fact]
    public async Task PrivateAddresses_ListedHosts_RefuseALoopbackRegistry()
    {
        // sample: registries-private
        var options = new RegistryClientOptions
        {
            PrivateAddresses = PrivateAddressAccess.ListedHosts,
            PrivateHosts = { "registry.internal.example" },
        };
        // end

        using var client = new HttpRegistryClient(options);
        var repository = new RegistryRepository { Registry = _server.Host, Name = "team/app", Insecure = true };
        var refused = await Assert.ThrowsAsync<RegistryException>(() => client.ResolveAsync(repository, "1.0"));
        Assert.Equal(RegistryFailure.Blocked, refused.Reason);
    }

    [Fact]
    public async Task NamedClient_HasAPolicyOfItsOwn()
    {
        var services = new ServiceCollection();

        // sample: registries-named
        services
            .AddImageStreams()
            .AddRegistryClient(
                "lab",
                options => options.MaxAttempts = 1,
                RegistryCredentials.For("registry.lab.example", "robot", "secret"),
                new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse("docker.io")] }));

        await using var provider = services.BuildServiceProvider();
        var lab = provider.GetRequiredKeyedService<IRegistryClient>("lab");
        // end

        var repository = new RegistryRepository { Registry = "docker.io", Name = "library/python" };
        var refused = await Assert.ThrowsAsync<RegistryException>(() => lab.ResolveAsync(repository, "3"));
        Assert.Equal(RegistryFailure.Blocked, refused.Reason);
    }

    private sealed class TracingHandler : DelegatingHandler;
}
