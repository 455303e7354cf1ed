using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class MirrorsSamples
{
    [Fact]
    public async Task Client_MirrorHasTheImage_ReportsTheMirror()
    {
        using var registry = new InMemoryRegistry();
        registry.Push("mirror.example/team/app:1.0", SyntheticImage.Create("app"));
        IRegistryClient direct = registry;

        // sample: mirrors-client
        var rules = new RegistryRules
        {
            Mirrors =
            [
                new MirrorRule
                {
                    Source = RegistryScope.Parse("quay.io/team"),
                    Mirrors = [new RegistryMirror { Location = RegistryScope.Parse("mirror.example/team") }],
                },
            ],
            Blocked = [RegistryScope.Parse("*.bad.example")],
        };
        var client = new MirroredRegistryClient(direct, new RegistryPolicy(rules));

        var manifest = await client.GetManifestAsync(ImageReference.Parse("quay.io/team/app:1.0"));

        Console.WriteLine($"{manifest.Digest} from {manifest.Source.Registry}, mirror: {manifest.Source.IsMirror}");
        // end

        Assert.Equal(("mirror.example", true), (manifest.Source.Registry, manifest.Source.IsMirror));
    }

    [Fact]
    public async Task Services_WithRules_GiveTheMirroredClient()
    {
        using var registry = new InMemoryRegistry();
        registry.Push("mirror.example/team/app:1.0", SyntheticImage.Create("app"));
        var rules = new RegistryRules
        {
            Mirrors =
            [
                new MirrorRule
                {
                    Source = RegistryScope.Parse("quay.io"),
                    Mirrors = [new RegistryMirror { Location = RegistryScope.Parse("mirror.example") }],
                },
            ],
        };
        var services = new ServiceCollection();
        services.AddSingleton<IRegistryClient>(registry);

        // sample: mirrors-services
        services
            .AddImageStreams()
            .UseMirrors(rules);

        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IRegistryClient>();   // contacts the mirrors first, and so does the importer
        // end

        var found = await client.ResolveAsync(new RegistryRepository { Registry = "quay.io", Name = "team/app" }, "1.0");
        Assert.True(found.Source.IsMirror);
    }

    [Fact]
    public void GetPullSources_BlockedRegistry_ExplainsWhy()
    {
        var rules = new RegistryRules { Blocked = [RegistryScope.Parse("*.bad.example")] };

        // sample: mirrors-sources
        var policy = new RegistryPolicy(rules);
        var repository = RegistryRepository.From(ImageReference.Parse("a.bad.example/team/app"));

        var sources = policy.GetPullSources(repository, "1.0");

        Console.WriteLine(sources.IsBlocked);
        Console.WriteLine(sources);   // each pull source, whether it is contacted, and which rule decides
        // end

        Assert.True(sources.IsBlocked);
        Assert.Contains("*.bad.example is blocked", sources.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_OfACluster_AreRead()
    {
        var json = """
            {"kind":"ImageDigestMirrorSet","apiVersion":"config.openshift.io/v1","metadata":{"name":"d"},"spec":{"imageDigestMirrors":[{"source":"quay.io/team","mirrors":["mirror.example/team"]}]}}
            """;

        // sample: mirrors-cluster
        var digestMirrors = ImageStreamJson.Deserialize<ImageDigestMirrorSet>(json);
        var rules = RegistryRules.From([digestMirrors]);

        foreach (var ignored in rules.Ignored)
        {
            Console.WriteLine(ignored);
        }
        // end

        Assert.Empty(rules.Ignored);
        Assert.Equal("quay.io/team", Assert.Single(rules.Mirrors).Source.ToString());
    }
}
