using System.Net;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Tests.Registries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.DependencyInjection;

/// <summary>Clients of registries with names, each with options, credentials and a policy of its own.</summary>
public sealed class NamedRegistriesTests : IDisposable
{
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "o/r" };
    private readonly ScriptedHandler _handler = new(request => request.Headers.Authorization is null
        ? Reply.Challenge("Basic realm=\"r\"")
        : Reply.Status(HttpStatusCode.ServiceUnavailable));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task NamedClient_HasOptionsAndCredentialsOfItsOwn()
    {
        await using var provider = CreateProvider(builder => builder.AddRegistryClient(
            "lab",
            options => options.MaxAttempts = 1,
            RegistryCredentials.For("registry.example", "lab", "p")));

        await Assert.ThrowsAsync<RegistryException>(
            () => provider.GetRequiredKeyedService<IRegistryClient>("lab").GetManifestAsync(Repository, "1"));
        var named = _handler.Sent.Select(sent => sent.Authorization).ToList();
        await Assert.ThrowsAsync<RegistryException>(
            () => provider.GetRequiredService<IRegistryClient>().GetManifestAsync(Repository, "1"));

        Assert.Equal(["", "Basic bGFiOnA="], named);
        Assert.Equal("", _handler.Sent.Last().Authorization);
    }

    [Fact]
    public async Task NamedClient_HasAPolicyOfItsOwn()
    {
        var policy = new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse("registry.example")] });
        await using var provider = CreateProvider(builder => builder
            .AddRegistryClient("closed", policy: policy)
            .AddRegistryClient("open", options => options.MaxAttempts = 1));

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => provider.GetRequiredKeyedService<IRegistryClient>("closed").GetManifestAsync(Repository, "1"));
        await Assert.ThrowsAsync<RegistryException>(
            () => provider.GetRequiredKeyedService<IRegistryClient>("open").GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Blocked, exception.Reason);
        Assert.Single(_handler.Sent);
    }

    [Fact]
    public void NamedImporter_IsOneForEachName()
    {
        using var provider = CreateProvider(builder => builder.AddRegistryClient("a").AddRegistryClient("b"));

        var importers = new[] { "a", "b", "a" }.Select(provider.GetRequiredKeyedService<ImageImporter>).ToList();

        Assert.Same(importers[0], importers[2]);
        Assert.NotSame(importers[0], importers[1]);
        Assert.NotSame(importers[0], provider.GetRequiredService<ImageImporter>());
    }

    [Fact]
    public void SecondCallWithTheName_AddsItsConfiguration()
    {
        using var provider = CreateProvider(builder => builder
            .AddRegistryClient("a", options => options.MaxAttempts = 2)
            .AddRegistryClient("a", options => options.PageSize = 7));

        var options = provider.GetRequiredService<IOptionsMonitor<RegistryClientOptions>>().Get("a");

        Assert.Equal((2, 7), (options.MaxAttempts, options.PageSize));
    }

    [Fact]
    public void OptionOutOfRange_IsFoundAtTheStart()
    {
        using var provider = CreateProvider(builder => builder.AddRegistryClient("a", options => options.MaxAttempts = 0));

        var exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("RegistryClientOptions.MaxAttempts is 0", exception.Message, StringComparison.Ordinal);
    }

    private ServiceProvider CreateProvider(Action<IImageStreamsBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton(RegistryHandlers.From(_handler));
        configure(services.AddImageStreams(options => options.MaxAttempts = 1));
        return services.BuildServiceProvider();
    }
}
