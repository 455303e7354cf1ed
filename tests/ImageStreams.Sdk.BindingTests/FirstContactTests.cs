using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Registries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.BindingTests;

/// <summary>The rows U6, U7 and U19 of issue 15: options that are wrong, bound or set in many places.</summary>
public sealed class FirstContactTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AttemptsOutOfRange_StopTheStart(int attempts)
    {
        using var provider = new ServiceCollection().AddImageStreams(options => options.MaxAttempts = attempts).Services
            .BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal($"RegistryClientOptions.MaxAttempts is {attempts} and must be at least 1.", exception.Message);
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IRegistryClient>());
    }

    [Fact]
    public void Configure_BindsTheLimitsOfARegistry()
    {
        var options = Resolve(("HostLimits:0:Registry", "quay.io:8443"), ("HostLimits:0:Limits:MaxConcurrentRequests", "3"));

        var limits = Assert.Single(options.HostLimits);
        Assert.Equal(("quay.io:8443", 3), (limits.Registry, limits.Limits.MaxConcurrentRequests));
    }

    [Theory]
    [InlineData("MaxAttemps")]
    [InlineData("Limits:MaxConcurentRequests")]
    [InlineData("HostLimits:0:Regisrty")]
    public void MisspelledKey_IsNamedWhenUnknownKeysAreErrors(string key)
    {
        var services = new ServiceCollection();
        services.AddImageStreams();
        services.Configure<RegistryClientOptions>(Configure((key, "3")), static binder => binder.ErrorOnUnknownConfiguration = true);
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(
            () => provider.GetRequiredService<IOptions<RegistryClientOptions>>().Value);

        Assert.Contains($"'{key.Split(':')[^1]}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseInternalRegistry_ReachesEveryService()
    {
        using var provider = new ServiceCollection().AddImageStreams().UseInternalRegistry("registry.example:5000").Services
            .BuildServiceProvider();

        Assert.Equal("registry.example:5000", Get<EmbeddedImageStreamOptions>(provider).InternalRegistryHostname);
        Assert.Equal("registry.example:5000", Get<TriggerControllerOptions>(provider).InternalRegistryHostname);
    }

    [Theory]
    [InlineData("https://registry.example")]
    [InlineData("registry.example/team")]
    public void UseInternalRegistry_RefusesWhatIsNoHost(string hostname)
    {
        var builder = new ServiceCollection().AddImageStreams();

        Assert.Throws<ArgumentException>(() => builder.UseInternalRegistry(hostname));
    }

    private static RegistryClientOptions Resolve(params (string Option, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddImageStreams();
        services.Configure<RegistryClientOptions>(Configure(values));
        using var provider = services.BuildServiceProvider();
        return Get<RegistryClientOptions>(provider);
    }

    private static TOptions Get<TOptions>(ServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;

    private static IConfiguration Configure(params (string Option, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Option, (string?)value.Value)))
        .Build();
}
