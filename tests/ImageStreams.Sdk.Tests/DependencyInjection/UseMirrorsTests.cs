using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Registries;
using Microsoft.Extensions.DependencyInjection;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.DependencyInjection;

public sealed class UseMirrorsTests : IDisposable
{
    private static readonly RegistryRepository Repository = new() { Registry = "quay.io", Name = "team/app" };
    private static readonly RegistryRules Blocked = new() { Blocked = [RegistryScope.Parse("quay.io")] };
    private static readonly RegistryRules Mirrored = new()
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

    private readonly InMemoryRegistry _registry = new();

    public UseMirrorsTests() => _registry.Push("mirror.example/team/app:1", SyntheticImage.Create());

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task UseMirrors_ClientOverHttp_ContactsTheMirror()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        await using var provider = Build(services => services
            .AddSingleton(RegistryHandlers.From(handler)).AddImageStreams().UseMirrors(Mirrored));

        var found = await provider.GetRequiredService<IRegistryClient>().GetManifestAsync(Repository, "1");

        Assert.Equal(("mirror.example", true), (found.Source.Registry, found.Source.IsMirror));
        Assert.Equal("mirror.example", Assert.Single(handler.Sent).Uri.Host);
    }

    [Fact]
    public async Task UseMirrors_ClientOfTheUsers_IsWrapped()
    {
        await using var provider = Build(services => services
            .AddSingleton<IRegistryClient>(_registry).AddImageStreams().UseMirrors(Mirrored));

        Assert.True((await provider.GetRequiredService<IRegistryClient>().ResolveAsync(Repository, "1")).Source.IsMirror);
    }

    [Fact]
    public async Task UseMirrors_ClientByItsType_IsWrapped()
    {
        await using var provider = Build(services => services
            .AddSingleton<IRegistryClient, InMemoryRegistry>().AddImageStreams().UseMirrors(Blocked));

        await AssertBlockedAsync(provider);
    }

    [Fact]
    public async Task UseMirrors_CalledFirst_HasEffect()
    {
        await using var provider = Build(services =>
        {
            services.AddImageStreams().UseMirrors(Blocked);
            services.AddImageStreams().UseHttpClientFactory().AddLogin("quay.io", "robot", "secret");
        });

        await AssertBlockedAsync(provider);
    }

    [Fact]
    public async Task UseMirrors_Twice_LastOneHoldsAndNothingIsWrappedTwice()
    {
        await using var provider = Build(services => services
            .AddSingleton<IRegistryClient>(_registry).AddImageStreams().UseMirrors(Blocked).UseMirrors(Mirrored));

        Assert.True((await provider.GetRequiredService<IRegistryClient>().ResolveAsync(Repository, "1")).Source.IsMirror);
        Assert.Single(provider.GetServices<IRegistryClient>());
    }

    [Fact]
    public async Task UseRegistryPolicy_ThatChanges_AppliesToTheNextRequest()
    {
        var policy = new RegistryPolicy(Mirrored);
        await using var provider = Build(services => services
            .AddSingleton<IRegistryClient>(_registry).AddImageStreams().UseRegistryPolicy(_ => policy));
        await provider.GetRequiredService<IRegistryClient>().ResolveAsync(Repository, "1");

        policy = new RegistryPolicy(Blocked);

        await AssertBlockedAsync(provider);
    }

    [Fact]
    public async Task UseMirrors_Importer_ImportsThroughThem()
    {
        await using var provider = Build(services => services
            .AddSingleton<IRegistryClient>(_registry).AddImageStreams().UseMirrors(Mirrored));
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/team/app:1").Build();

        var result = await provider.GetRequiredService<ImageImporter>().ImportTagAsync(stream, "a");

        Assert.Equal("mirror.example", Assert.IsType<TagImportResult.Imported>(result).Source.Registry);
    }

    private static async Task AssertBlockedAsync(IServiceProvider provider)
    {
        var fault = await Assert.ThrowsAsync<RegistryException>(
            () => provider.GetRequiredService<IRegistryClient>().ResolveAsync(Repository, "1"));
        Assert.Equal(RegistryFailure.Blocked, fault.Reason);
    }

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
